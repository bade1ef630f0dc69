#!/usr/bin/env bash
# quoting in all its forms; every value below is the literal between the marks
"$SPARK_HOME"/bin/spark-submit \
  --master yarn --deploy-mode=cluster \
  --name 'My app' \
  --executor-memory "16g" \
  --conf spark.a="one two" --conf "spark.b=three \"four\" \$five" --conf 'spark.c=six'seven\ eight"nine" \
  --conf=spark.d=x=y -c spark.e= \
  --conf $'spark.f=tab\there' \
  --conf "spark.g=1 \
2" --conf spark.h=""  --queue "" \
  --files a.conf\
,b.conf \
  /opt/jobs/daily.py --input "$1" out > log.txt 2>&1 &
/opt/spark-3.5.1-bin-hadoop3/bin/spark-submit --class com.example.Main app.jar
spark-submit --name $A\
 --queue "$B\
" --conf spark.x=$C\
 \
 d.py
gcloud dataproc batches submit pyspark x.py
