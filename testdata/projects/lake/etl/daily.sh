#!/bin/sh
# 48 GiB of heap and EMR's 18.75 % of overhead are more than the 56 GiB that YARN has of the machine's 64.
spark-submit --deploy-mode cluster --name daily \
  --executor-memory 48g --executor-cores 5 \
  --conf spark.dynamicAllocation.maxExecutors=40 \
  --class com.acme.Daily s3://acme-apps/daily.jar

# This one fits twice on a machine, and leaves six cores of it idle.
spark-submit --deploy-mode cluster --name hourly \
  --executor-memory 20g --executor-cores 5 \
  --conf spark.dynamicAllocation.maxExecutors=40 \
  --class com.acme.Hourly s3://acme-apps/hourly.jar
