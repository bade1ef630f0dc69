spark-submit --master spark://spark.acme.example:7077 --name report \
  --total-executor-cores 32 --executor-cores 4 --executor-memory 8g --driver-memory 2g \
  --class com.acme.Report /opt/apps/report.jar
