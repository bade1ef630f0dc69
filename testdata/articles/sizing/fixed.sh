spark-submit --master yarn --deploy-mode cluster --name phases \
  --conf spark.executor.instances=196 \
  --conf spark.executor.cores=4 \
  --conf spark.executor.memory=20g \
  --conf spark.executor.memoryOverhead=4g \
  --conf spark.driver.memory=8g \
  --conf spark.sql.shuffle.partitions=2000 \
  --conf spark.sql.adaptive.enabled=true \
  --conf spark.sql.adaptive.coalescePartitions.enabled=true \
  --conf spark.sql.autoBroadcastJoinThreshold=104857600 \
  --conf spark.serializer=org.apache.spark.serializer.KryoSerializer \
  --conf spark.kryoserializer.buffer.max=512m \
  --conf spark.memory.fraction=0.8 \
  --conf spark.memory.storageFraction=0.3 \
  --conf spark.shuffle.compress=true \
  --conf spark.shuffle.spill.compress=true \
  --conf spark.rdd.compress=true \
  phases.py
