spark-submit --master yarn --deploy-mode cluster \
  --executor-cores 4 --executor-memory 16g \
  --conf spark.dynamicAllocation.enabled=false \
  --conf spark.executor.instances=50 \
  steady.py
