#!/usr/bin/env bash
set -euo pipefail
here=$(dirname "$0")

for table in orders customers items; do
  spark-submit \
    --name "load_$table" \
    --files "$here/log4j2.properties" \
    --jars hdfs:///apps/postgresql-42.7.4.jar \
    --conf "spark.sql.shuffle.partitions=${PARTITIONS:-800}" \
    --conf spark.acme.table="$table" \
    --class com.acme.Load \
    hdfs:///apps/load.jar --table "$table"
done

# Large joins: four executors fill a machine.
spark-submit \
  --name join \
  --executor-memory 22g --executor-cores 5 \
  --conf spark.executor.memoryOverhead=5g \
  --conf spark.sql.shuffle.partitions=2000 \
  --class com.acme.Join \
  hdfs:///apps/join.jar
