spark-submit --master yarn --deploy-mode cluster --executor-memory 4g --executor-cores 4 \
  --conf spark.dynamicAllocation.enabled=true \
  --conf spark.dynamicAllocation.maxExecutors=40 \
  --class com.acme.Clicks clicks.jar
