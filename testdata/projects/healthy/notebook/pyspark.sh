#!/bin/sh
# A session for exploration, which gives back what it does not use.
pyspark --master yarn --deploy-mode client --name exploration \
  --driver-memory 4g --executor-memory 8g --executor-cores 4 \
  --conf spark.executor.memoryOverhead=2g \
  --conf spark.dynamicAllocation.enabled=true \
  --conf spark.dynamicAllocation.maxExecutors=10 \
  --conf spark.dynamicAllocation.executorIdleTimeout=120s \
  --conf spark.dynamicAllocation.cachedExecutorIdleTimeout=30m \
  --conf spark.shuffle.service.enabled=true
