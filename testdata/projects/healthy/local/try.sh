spark-submit --master 'local[4]' --driver-memory 4g --conf spark.sql.shuffle.partitions=8 try.py
pyspark --master 'local[2]'
