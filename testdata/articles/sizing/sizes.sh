spark-submit --master yarn --deploy-mode cluster \
  --num-executors 100 --executor-cores 4 --executor-memory 16g \
  --conf spark.executor.memoryOverhead=2g \
  --driver-memory 8g --driver-cores 4 \
  --conf spark.driver.maxResultSize=4g \
  --conf spark.sql.shuffle.partitions=200 \
  --conf spark.default.parallelism=200 \
  sizes.py
