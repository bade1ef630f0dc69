spark-submit --master yarn --deploy-mode cluster --num-executors 20 --executor-cores 4 --executor-memory 16g \
  --conf spark.yarn.historyServer.address=history-server:18080 \
  --conf spark.yarn.maxAppAttempts=2 \
  --conf spark.yarn.am.waitTime=100s \
  --conf spark.yarn.queue=production \
  yarn.py
