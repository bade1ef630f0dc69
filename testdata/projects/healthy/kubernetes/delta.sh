#!/bin/sh
# Delta tables in S3, with scratch space on the nodes' own disks.
exec spark-submit \
  --master k8s://https://k8s.acme.example:6443 \
  --deploy-mode cluster \
  --name compact \
  --num-executors 10 \
  --executor-cores 4 \
  --executor-memory 10g \
  --driver-memory 4g \
  --conf spark.kubernetes.namespace=tables \
  --conf spark.kubernetes.container.image=acme/spark:3.5.1-delta3.2.0 \
  --conf spark.kubernetes.container.image.pullPolicy=IfNotPresent \
  --conf spark.kubernetes.authenticate.driver.serviceAccountName=spark \
  --conf spark.kubernetes.executor.podTemplateFile=s3a://acme-apps/executor.yaml \
  --conf spark.kubernetes.executor.volumes.hostPath.spark-local-dir-1.mount.path=/scratch \
  --conf spark.kubernetes.executor.volumes.hostPath.spark-local-dir-1.options.path=/mnt/nvme0 \
  --conf spark.kubernetes.node.selector.pool=batch \
  --conf spark.kubernetes.driver.secretKeyRef.DB_PASSWORD=database:password \
  --conf spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension \
  --conf spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog \
  --conf spark.hadoop.fs.s3a.aws.credentials.provider=com.amazonaws.auth.WebIdentityTokenCredentialsProvider \
  --conf spark.hadoop.fs.s3a.connection.maximum=100 \
  --conf spark.eventLog.enabled=true \
  --conf spark.eventLog.dir=s3a://acme-logs/spark-history \
  --conf spark.sql.shuffle.partitions=160 \
  --class com.acme.Compact \
  local:///opt/app/compact.jar
