#!/usr/bin/env bash
# Runs on the Kubernetes cluster, month by month.
for month in 01 02 03; do
  spark-submit \
    --master k8s://https://k8s.acme.example:6443 \
    --deploy-mode cluster \
    --name "backfill-$month" \
    --conf spark.kubernetes.container.image=registry.acme.example/spark:3.5.1 \
    --conf spark.kubernetes.authenticate.driver.serviceAccountName=spark \
    --conf spark.shuffle.service.enabled=true \
    --conf spark.dynamicAllocation.maxExecutors=20 \
    --conf spark.executor.instances=30 \
    --executor-memory 1.5g \
    --conf spark.hadoop.fs.s3a.secret.key=kD7xq0RzVb3nTfY2mJ9sWc5hLgPu8eAi1oNvXtM \
    local:///opt/app/backfill.py --month "$month"
done
