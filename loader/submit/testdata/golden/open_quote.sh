spark-submit --name "open --master yarn \
  app.py
