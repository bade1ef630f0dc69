spark-submit --conf spark.executor.cores 4 --name a a.py
spark-submit --conf --conf spark.x=1 a.py
spark-submit --conf spark.x = 1 --conf spark.y =2 --conf spark.z= 3 a.py
spark-submit --conf "spark.x = 1" a.py
spark-submit --conf spark.executor.extraJavaOptions=-XX:+UseG1GC -XX:MaxGCPauseMillis=200 -Dx=y --name j a.jar
spark-submit --driver-java-options -Xss4m -Da=b a.jar
spark-submit --num-executor 4 --executor-mem 4g --foo bar -name x --spark.executor.cores=4 -Dspark.x=y a.py
spark-submit --packages a:b:1 --packages c:d:2 --name n --name n --packages e:f:3 a.py
spark-submit --master yarn a.py --conf spark.x=1 --executor-memory=4g --input x -c spark.y=2 -v
spark-submit --master yarn a.py -- --conf spark.x=1
spark-submit --name --master yarn a.py --conf spark.x=1
spark-submit --supervise=false --verbose=true --load-spark-defaults --proxy-user bob a.py
spark-submit --master yarn
spark-submit --master yarn --name
spark-submit —master yarn ––name x –c spark.x=1 −v –conf=spark.y=2 a.py –conf spark.z=3
spark-submit --name ‘my app’ --conf spark.x=“a b” --queue “open a.py
spark-submit --master yarn --name x a.py
spark-submit --version
spark-submit --kill driver-1 --master spark://h:6066
spark-submit --help
