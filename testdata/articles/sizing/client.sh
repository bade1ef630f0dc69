spark-submit --master yarn --deploy-mode client \
  --num-executors 100 --executor-cores 4 --executor-memory 16g \
  --driver-memory 8g \
  --conf spark.driver.cores=4 \
  sizes.py
