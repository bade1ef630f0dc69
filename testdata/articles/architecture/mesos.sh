spark-submit --master mesos://mesos.acme.example:5050 --class com.acme.Daily daily.jar
