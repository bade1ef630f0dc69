spark-submit --master yarn --deploy-mode cluster --num-executors 20 --executor-cores 4 --executor-memory 16g \
  --conf spark.sql.warehouse.dir=s3a://acme-data/output \
  write.py
