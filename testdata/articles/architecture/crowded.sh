spark-submit --master yarn --deploy-mode cluster --num-executors 60 --executor-memory 8G --executor-cores 16 --class com.acme.Daily daily.jar
