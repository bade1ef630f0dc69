export MEM=4g
HIDDEN=5g
bash -c "spark-submit --executor-memory $MEM --conf \"spark.a=b c\" bash.py"
bash -lc 'cd /x && spark-submit --executor-memory $MEM --driver-memory $HIDDEN single.py'
ssh -p 22 user@host "spark-submit --name 'remote app' --executor-memory $MEM --conf spark.h=\$HOME ssh.py"
ssh host spark-submit --name plain words.py
sudo su - spark -c "spark-submit --executor-memory ${HIDDEN} su.py"
docker exec -i master bash -c "spark-submit --master yarn docker.py"
bash <<EOT
spark-submit --executor-memory $HIDDEN --name "\$NAME" heredoc.py
EOT
ssh host 'bash -s' <<-'EOT'
	export M=2g
	spark-submit \
		--executor-memory $M dash.py
	EOT
cat <<EOT | ssh host
spark-submit piped.py
EOT
echo "spark-submit echoed.py" | bash
cat > run.sh <<'EOT'
spark-submit --executor-memory $MEM written.py
EOT
cat > notes.txt <<'EOT'
spark-submit --executor-memory $MEM notes.py
EOT
bash -c 'ssh h "docker exec c bash -c \"spark-submit --name deep deep.py\""'
tmux new-session -d -s etl "spark-submit tmux.py"
gcloud compute ssh m --command="spark-submit --name gcloud gcloud.py"
sh <<< "spark-submit herestring.py"
PYTHON="spark-submit --master yarn"; bash -c "$PYTHON --name inner through.py"
cat <<EOT | bash && echo done
spark-submit --name "fed and then" then.py
EOT
ls | while read -r f; do spark-submit "$f" && X=1 || echo failed; done
