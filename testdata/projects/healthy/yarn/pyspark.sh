#!/usr/bin/env bash
set -euo pipefail

# Python with an environment of its own, packed and shipped.
spark-submit \
  --name training \
  --num-executors 12 \
  --executor-memory 10g \
  --conf spark.executor.memoryOverhead=4g \
  --conf spark.sql.execution.arrow.pyspark.enabled=true \
  --conf spark.sql.shuffle.partitions=192 \
  --conf spark.yarn.appMasterEnv.PYSPARK_PYTHON=./environment/bin/python \
  --conf spark.executorEnv.PYSPARK_PYTHON=./environment/bin/python \
  --archives hdfs:///apps/environment.tar.gz#environment \
  --py-files hdfs:///apps/training.zip \
  --principal etl@ACME.EXAMPLE --keytab /etc/security/keytabs/etl.keytab \
  hdfs:///apps/training.py --date "${1:-today}"
