spark-submit --master yarn --deploy-mode cluster --num-executors 20 --executor-cores 4 \
  --executor-memory 32g \
  --conf spark.executor.memoryOverhead=8g \
  --conf spark.sql.shuffle.partitions=4000 \
  --conf spark.shuffle.spill.compress=true \
  --conf spark.memory.storageFraction=0.2 \
  --conf "spark.executor.extraJavaOptions=-XX:+UseG1GC -XX:G1HeapRegionSize=16m -XX:MaxGCPauseMillis=200" \
  memory.py
