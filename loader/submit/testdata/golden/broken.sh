HEAP=4g
LATER=1
spark-submit --executor-memory $HEAP whole.py
if [ -n "$X" ; then
  spark-submit --executor-memory $HEAP --conf spark.l=$LATER inside.py
LATER=2
nohup spark-submit \
  --name continued \
  continued.py > log
# spark-submit comment.py
echo "see spark-submit"
spark-submit --name "open quote --master yarn open.py
spark-submit --name last last.py
