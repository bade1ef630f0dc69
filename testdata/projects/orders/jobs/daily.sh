#!/usr/bin/env bash
set -euo pipefail

EXECUTOR_MEMORY=16g

exec "$SPARK_HOME/bin/spark-submit" \
  --master yarn --deploy-mode cluster \
  --name orders_daily \
  --num-executors 40 \
  --executor-memory "$EXECUTOR_MEMORY" \
  --executor-cores 5 \
  --conf spark.executor.cores=4 \
  --conf spark.executor.memoryOverHead=3g \
  --conf "spark.executor.extraJavaOptions=-XX:+UseConcMarkSweepGC -Xmx14g" \
  --conf spark.driver.maxResultSize=8g \
  --class com.acme.orders.Daily \
  hdfs:///apps/orders.jar --date "$1" --conf spark.sql.shuffle.partitions=800
