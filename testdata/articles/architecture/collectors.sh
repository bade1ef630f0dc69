spark-submit --master yarn --deploy-mode cluster --num-executors 8 --executor-memory 8g --executor-cores 4 \
  --conf "spark.executor.extraJavaOptions=-XX:+UseParallelGC -XX:ParallelGCThreads=4" --class com.acme.Daily daily.jar

spark-submit --master yarn --deploy-mode cluster --num-executors 8 --executor-memory 8g --executor-cores 4 \
  --conf "spark.executor.extraJavaOptions=-XX:+UseConcMarkSweepGC -XX:ParallelCMSThreads=4" --class com.acme.Clicks clicks.jar
