spark-submit --master 'local[1]' --conf spark.streaming.receiver.maxRate=1000 --class com.acme.Clicks clicks.jar
