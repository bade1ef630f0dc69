spark-submit --master yarn --name x  a.py
spark-submit --name "a b" b.py
