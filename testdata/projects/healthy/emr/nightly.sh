#!/bin/sh
# EMR sizes and counts executors; the job says what it is.
exec spark-submit --deploy-mode cluster --name nightly \
  --conf spark.dynamicAllocation.maxExecutors=60 \
  --class com.acme.Nightly s3://acme-apps/nightly.jar
