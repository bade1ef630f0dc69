variable "heap" {
  default = "48g"
}

defaults {
  from = "../conf/spark-defaults.conf"
}

job "features" {
  master        = "yarn"
  deploy_mode   = "cluster"
  spark_version = "3.5.1"

  application {
    file = "hdfs:///apps/features.py"
  }

  executor {
    instances = 60
    cores     = 16
    memory    = var.heap
  }

  conf = {
    "spark.sql.shuffle.partitions"         = 200
    "spark.memory.fraction"                = 0.9
    "spark.sql.files.ignoreCorruptFiles"   = true
    "spark.kryoserializer.buffer.max"      = "2g"
  }
}
