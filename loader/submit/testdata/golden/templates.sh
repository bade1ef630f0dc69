{% set heap = "4g" %}
spark-submit --name "daily-{{ ds }}" --executor-memory {{ params.memory | default("4g") }} \
  {% if prod %}--queue prod{% endif %} \
  --conf spark.x={{ x }}y {{ spark_opts }} --num-executors <%= count %> \
  s3://{{ bucket }}/job.py ${{ github.sha }}
ARGS=(a b); echo ${#ARGS[@]}
bash -c "spark-submit --name {{ name }} inner.py"
