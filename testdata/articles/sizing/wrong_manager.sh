spark-submit --master k8s://https://k8s.acme.example:6443 --deploy-mode cluster \
  --num-executors 20 --executor-cores 4 --executor-memory 16g \
  --conf spark.kubernetes.container.image=acme/spark-py:3.5.1 \
  --conf spark.yarn.queue=production \
  local:///opt/app/kubernetes.py
