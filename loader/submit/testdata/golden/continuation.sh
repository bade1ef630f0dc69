spark-submit \
  --master yarn \ 
  --name blank a.py

spark-submit --master yarn
  --name none \
  --queue q
  a.py arg

spark-submit \
  --master yarn \
  # --name commented \
  --queue q \
  b.py

spark-submit \
  --master yarn \

  --name empty c.py

spark-submit --master yarn # why
  --name trailing d.py && echo done

spark-submit --master yarn
/opt/jobs/main.py arg

spark-submit --name whole e.py
echo --done
spark-submit --name stop f.py;
--name g
bash -c "
spark-submit --master yarn
  --name nested h.py
"
docker exec spark-master bash -c "spark-submit --master
    spark://m:7077 --jars
    a.jar value.py"
