#!/bin/sh
# What continuous integration runs.
spark-submit --master 'local[2]' --driver-memory 2g \
  --conf spark.ui.enabled=false \
  --conf spark.sql.shuffle.partitions=2 \
  --conf spark.default.parallelism=2 \
  --conf spark.eventLog.enabled=false \
  --conf spark.sql.warehouse.dir=target/warehouse \
  --conf spark.driver.extraJavaOptions=-Dderby.system.home=target/derby \
  --class com.acme.DailyTest target/daily-tests.jar
