spark-shell --master local[4] -i init.scala --conf spark.x=1 --bogus-option --executor-memry 2g
pyspark --packages a:b:1 app.py
pyspark
spark-sql --master yarn -e "select 1" -f q.sql --hiveconf a=b --conf spark.sql.shuffle.partitions=10
spark-submit --class org.apache.spark.sql.hive.thriftserver.HiveThriftServer2 --conf spark.x=1
spark-submit --class Main --py-files a.zip $JAR
spark-submit script.R
