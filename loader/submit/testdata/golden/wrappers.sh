nohup spark-submit nohup.py &
sudo -u spark -E SPARK_HOME=/opt/spark spark-submit sudo.py
env -u X A=b /usr/bin/spark-submit env.py
A=b C=d exec spark3-submit exec.py
time nice -n 5 timeout -k 5 30m spark-submit time.py
command spark-submit command.py
command -v spark-submit
which spark-submit
echo "run spark-submit --name no"
cd /opt && ./bin/spark-submit and.py || { echo failed; exit 1; }
if ! spark-submit if.py; then exit 1; fi
OUT=$(spark-submit substitution.py 2>&1 | tail -1)
OUT2=`spark-submit --name \`hostname\` backquote.py`
( spark-submit subshell.py ) | tee log
docker exec -it -u root spark-master /opt/spark/bin/spark-submit --master spark://m:7077 docker.py
docker run --rm --name spark-submit -v "$PWD:/work" --entrypoint spark-submit apache/spark:3.5.1 --master local run.py
docker compose -f c.yml exec -T spark spark-submit compose.py
docker-compose exec spark spark-submit compose2.py
kubectl -n etl exec pod-0 -c spark -- spark-submit --master k8s://https://h:6443 kube.py
ls *.txt | xargs -n 1 spark-submit --name xargs
poetry run spark-submit poetry.py
$ spark-submit prompt.py
$SPARK_SUBMIT --name variable variable.py
dse -u me spark-submit dse.py
