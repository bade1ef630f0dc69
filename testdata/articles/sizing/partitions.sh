spark-submit --master yarn --deploy-mode cluster --num-executors 100 --executor-cores 4 --executor-memory 16g \
  --conf spark.sql.shuffle.partitions=4096 \
  partitions.py
