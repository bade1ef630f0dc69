#!/usr/bin/env bash
set -euo pipefail

# A nightly batch job.
spark-submit \
  --name daily \
  --num-executors 20 \
  --executor-memory 12g \
  --conf spark.sql.adaptive.coalescePartitions.initialPartitionNum=800 \
  --class com.acme.Daily \
  hdfs:///apps/daily.jar --date "${1:-today}"

# Python, which needs room beside the heap.
spark-submit \
  --name features \
  --conf spark.executor.memoryOverhead=3g \
  --py-files hdfs:///apps/features.zip \
  hdfs:///apps/features.py
