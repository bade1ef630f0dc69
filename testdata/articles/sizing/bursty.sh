spark-submit --master yarn --deploy-mode cluster \
  --executor-cores 4 --executor-memory 16g \
  --conf spark.dynamicAllocation.enabled=true \
  --conf spark.dynamicAllocation.minExecutors=5 \
  --conf spark.dynamicAllocation.maxExecutors=200 \
  --conf spark.dynamicAllocation.initialExecutors=10 \
  --conf spark.shuffle.service.enabled=true \
  bursty.py
