spark-submit --master yarn --deploy-mode cluster --num-executors 20 \
  --executor-memory 16g \
  --executor-cores 4 \
  --conf spark.executor.memoryOverhead=2g \
  --conf spark.memory.fraction=0.8 \
  --conf spark.memory.storageFraction=0.5 \
  cluster.py
