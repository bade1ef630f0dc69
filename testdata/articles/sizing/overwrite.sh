spark-submit --master yarn --deploy-mode cluster --num-executors 20 --executor-cores 4 --executor-memory 16g \
  --conf spark.hadoop.fs.defaultFS=s3a://acme-data \
  write.py
