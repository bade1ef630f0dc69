spark-submit --master yarn --deploy-mode cluster --num-executors 20 --executor-cores 4 --executor-memory 16g \
  --conf spark.task.maxFailures=4 \
  --conf spark.stage.maxConsecutiveAttempts=3 \
  lost.py
