spark-submit --master k8s://https://k8s.acme.example:6443 --deploy-mode cluster \
  --executor-cores 4 --executor-memory 16g \
  --conf spark.kubernetes.container.image=acme/spark-py:3.5.1 \
  --conf spark.dynamicAllocation.enabled=true \
  --conf spark.dynamicAllocation.minExecutors=2 \
  --conf spark.dynamicAllocation.maxExecutors=100 \
  --conf spark.shuffle.service.enabled=true \
  local:///opt/app/elastic.py
