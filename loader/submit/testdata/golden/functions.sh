heap() { HEAP=4g; }
twice() { CORES=2; }
CORES=3
run() {
  local name=$1 memory=8g
  memory=9g
  spark-submit --name "$name" --executor-memory $memory --driver-memory $HEAP --executor-cores $CORES --conf spark.late=$LATE "$2"
}
submit() { echo "+ $*"; "$@"; }
heap
twice
LATE=yes
submit spark-submit --executor-cores $CORES wrapped.py
run a a.py
main() {
  local MEM=1g
  sub() { spark-submit --executor-memory $MEM --conf spark.late=$LATE inner.py; }
  sub
}
main
log() { echo "$@"; }
log spark-submit started
log "spark-submit --name no"
EXTRA=(--conf spark.x=1)
spark-submit ${EXTRA[@]+"${EXTRA[@]}"} ${DEBUG:+--verbose} --driver-memory "${MEM:-"2g"}" last.py
