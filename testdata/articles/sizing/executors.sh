spark-submit --deploy-mode cluster --master yarn \
  --num-executors 15999 --executor-cores 4 --executor-memory 16g \
  --conf spark.executor.memoryOverhead=2g \
  count.py
