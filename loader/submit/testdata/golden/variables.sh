set -euo pipefail
export SPARK_HOME=/opt/spark-3.4.2-bin-hadoop3
HEAP=4g
CORES="5"
NAME=daily-$(date +%F)
QUEUE=${QUEUE:-etl}
MASTER=${1:-yarn}
OPTS="--conf spark.a=1 --conf spark.b=2"
OPTS="$OPTS --conf spark.c=3"
ARGS=(--num-executors 10 --conf "spark.d=x y")
ARGS+=(--conf spark.e="$HEAP")
BOTH="a=$HEAP"
$SPARK_HOME/bin/spark-submit --master "$MASTER" --executor-memory $HEAP --executor-cores ${CORES} --name "$NAME" \
  --queue $QUEUE $OPTS "${ARGS[@]}" --conf spark.memory=${HEAP}b --driver-memory ${DRIVER_MEM:-2g} \
  --conf "spark.$BOTH" --conf spark.f=$UNSET \
  "$APP_DIR/job.py" "$@"
HEAP=8g
spark-submit --executor-memory $HEAP second.py
if [ "$ENV" = prod ]; then
  HEAP=32g
  spark-submit --executor-memory $HEAP branch.py
  ARGS+=(--conf spark.prod=true)
  OPTS+=" --conf spark.prod=1"
fi
spark-submit --executor-memory $HEAP --master yarn "${ARGS[@]}" $OPTS joined.py
for day in mon tue; do
  N=$((N+1))
  spark-submit --name "load-$day" --num-executors $N loop.py
done
for only in one; do spark-submit --name $only single.py; done
read -r FROM
spark-submit --conf spark.from=$FROM read.py
CMD="spark-submit --master local[2] --conf spark.cmd=1"
$CMD cmd.py
eval "$CMD --name 'from eval' eval.py"
spark-submit $SPARK_OPTS --name x opts.py
spark-submit "$APP" in out
spark-submit --master yarn "$@"
spark-submit --conf "$EXTRA" --conf spark.$KEY=1 --jars /opt/jars/*.jar extra.py
if [ -n "$X" ]; then RUN="$SPARK_HOME/bin/spark-submit --queue q --class A"; else RUN="$SPARK_HOME/bin/spark-submit --queue q --name B"; fi
$RUN either.py
