#!/bin/sh
# A streaming job with a fixed size.
exec spark-submit \
  --master k8s://https://k8s.acme.example:6443 \
  --deploy-mode cluster \
  --name clicks \
  --num-executors 6 \
  --executor-cores 4 \
  --executor-memory 8g \
  --driver-memory 4g \
  --conf spark.kubernetes.namespace=streams \
  --conf spark.kubernetes.container.image=acme/spark:3.5.1 \
  --conf spark.kubernetes.authenticate.driver.serviceAccountName=spark \
  --conf spark.sql.shuffle.partitions=24 \
  --class com.acme.Clicks \
  local:///opt/app/clicks.jar
