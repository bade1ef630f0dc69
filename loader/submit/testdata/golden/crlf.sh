spark-submit \
  --master yarn \
  --name "a b" \
  crlf.py
echo ÿ
spark-submit --name café latin.py
