spark-submit --master yarn --deploy-mode cluster --executor-memory 4g --executor-cores 4 \
  --conf spark.dynamicAllocation.enabled=true \
  --conf spark.dynamicAllocation.minExecutors=4 \
  --conf spark.dynamicAllocation.maxExecutors=40 \
  --conf spark.dynamicAllocation.sustainedSchedulerBacklogTimeout=60s \
  --conf spark.dynamicAllocation.schedulerBacklogTimeout=1s \
  --conf spark.dynamicAllocation.executorIdleTimeout=60s \
  --class com.acme.Daily daily.jar
