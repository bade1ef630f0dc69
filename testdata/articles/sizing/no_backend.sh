spark-submit --master yarn --deploy-mode cluster \
  --executor-cores 4 --executor-memory 16g \
  --conf spark.dynamicAllocation.enabled=true \
  --conf spark.dynamicAllocation.minExecutors=2 \
  --conf spark.dynamicAllocation.maxExecutors=100 \
  --conf spark.dynamicAllocation.shuffleTracking.enabled=false \
  elastic.py
