#!/bin/sh
spark-submit --master k8s://https://k8s.acme.example:6443 --deploy-mode cluster --name weekly \
  --num-executors 6 --executor-cores 8 --executor-memory 16g --driver-memory 4g \
  --conf spark.kubernetes.container.image=acme/spark:4.0.1 \
  --conf spark.kubernetes.authenticate.driver.serviceAccountName=spark \
  --class com.acme.Weekly local:///opt/app/weekly.jar
