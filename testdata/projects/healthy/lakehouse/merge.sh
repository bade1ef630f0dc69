#!/bin/sh
# Iceberg tables in S3, on spot machines.
exec spark-submit \
  --master k8s://https://k8s.acme.example:6443 \
  --deploy-mode cluster \
  --name merge \
  --num-executors 20 \
  --executor-cores 4 \
  --executor-memory 20g \
  --driver-memory 4g \
  --conf spark.executor.memoryOverhead=4g \
  --conf spark.kubernetes.namespace=lakehouse \
  --conf spark.kubernetes.container.image=acme/spark:3.5.1-iceberg \
  --conf spark.kubernetes.authenticate.driver.serviceAccountName=spark \
  --conf spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1.options.claimName=OnDemand \
  --conf spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1.options.storageClass=gp3 \
  --conf spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1.options.sizeLimit=200Gi \
  --conf spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1.mount.path=/data \
  --conf spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1.mount.readOnly=false \
  --conf spark.decommission.enabled=true \
  --conf spark.storage.decommission.enabled=true \
  --conf spark.storage.decommission.shuffleBlocks.enabled=true \
  --conf spark.storage.decommission.rddBlocks.enabled=true \
  --conf spark.sql.shuffle.partitions=320 \
  --conf spark.sql.extensions=org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions \
  --conf spark.sql.catalog.lake=org.apache.iceberg.spark.SparkCatalog \
  --conf spark.sql.catalog.lake.type=glue \
  --conf spark.sql.catalog.lake.warehouse=s3://acme-lake/warehouse \
  --conf spark.sql.catalog.lake.io-impl=org.apache.iceberg.aws.s3.S3FileIO \
  --conf spark.eventLog.enabled=true \
  --conf spark.eventLog.dir=s3a://acme-logs/spark-history \
  --conf spark.ui.prometheus.enabled=true \
  --class com.acme.Merge \
  local:///opt/app/merge.jar
