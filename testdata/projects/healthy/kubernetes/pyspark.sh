#!/bin/sh
# Python on Kubernetes.
exec spark-submit \
  --master k8s://https://k8s.acme.example:6443 \
  --deploy-mode cluster \
  --name scores \
  --num-executors 8 \
  --executor-cores 4 \
  --executor-memory 8g \
  --driver-memory 2g \
  --conf spark.executor.memoryOverhead=4g \
  --conf spark.kubernetes.namespace=scores \
  --conf spark.kubernetes.container.image=acme/spark-py:3.5.1 \
  --conf spark.kubernetes.authenticate.driver.serviceAccountName=spark \
  --conf spark.kubernetes.executor.request.cores=3800m \
  --conf spark.kubernetes.driver.label.team=scoring \
  --conf spark.kubernetes.executor.label.team=scoring \
  --conf spark.sql.shuffle.partitions=64 \
  --conf spark.sql.execution.arrow.pyspark.enabled=true \
  local:///opt/app/scores.py
