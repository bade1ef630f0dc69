spark-submit --master yarn --deploy-mode cluster \
  --executor-cores 4 --executor-memory 16g \
  --conf spark.executor.instances=100 \
  --conf spark.dynamicAllocation.enabled=true \
  --conf spark.dynamicAllocation.minExecutors=2 \
  --conf spark.dynamicAllocation.maxExecutors=100 \
  --conf spark.dynamicAllocation.initialExecutors=10 \
  --conf spark.dynamicAllocation.executorIdleTimeout=60s \
  --conf spark.dynamicAllocation.schedulerBacklogTimeout=1s \
  --conf spark.dynamicAllocation.sustainedSchedulerBacklogTimeout=1s \
  --conf spark.shuffle.service.enabled=true \
  elastic.py
