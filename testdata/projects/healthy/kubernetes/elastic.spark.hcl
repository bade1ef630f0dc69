job "elastic" {
  master        = "k8s://https://k8s.acme.example:6443"
  deploy_mode   = "cluster"
  image         = "acme/spark-py:3.5.1"
  spark_version = "3.5.1"

  application {
    file = "local:///opt/app/elastic.py"
  }

  driver {
    memory = "2g"
  }

  executor {
    cores  = 4
    memory = "8g"
  }

  dynamic_allocation {
    enabled          = true
    min              = 2
    max              = 20
    shuffle_tracking = true
  }

  conf = {
    "spark.kubernetes.authenticate.driver.serviceAccountName" = "spark"
    "spark.sql.shuffle.partitions"                            = 160
  }
}
