# Every layer a job can have, weakest first, and who wins.
# -env prod
defaults {
  from = "conf/spark-defaults.conf"
  conf = { "spark.ui.enabled" = false }
}
cluster "onprem" {
  platform      = "yarn"
  master        = "yarn"
  release       = "cdp-7.1.9"
  spark_version = "3.5.1"
  conf          = { "spark.yarn.historyServer.address" = "history:18080" }
  driver_node {
    cores  = 4
    memory = "16g"
  }
  worker {
    instance_type = "m6g.4xlarge"
    count         = 20
    local_disk    = "nvme"
  }
  yarn {
    maximum_allocation_mb     = 65536
    maximum_allocation_vcores = 16
  }
}
job "child" { # written before what it inherits
  inherits      = [job.base, job.tuned]
  description   = "the last one wins"
  tags          = { team = "growth" }
  env           = { HADOOP_CONF_DIR = "/etc/hadoop" }
  queue         = "etl"
  spark_version = "3.5.3"
  application {
    name         = "nightly"
    file         = "hdfs:///apps/nightly.R"
    args         = ["--rows", 1000]
    jars         = ["a.jar", "b.jar"]
    packages     = ["org.apache.iceberg:iceberg-spark-runtime-3.5_2.12:1.5.0"]
    repositories = []
  }
  driver {
    memory       = "2g"
    java_options = ["-XX:+UseG1GC", "-Dx=y"]
  }
  conf = { "spark.executor.memory" = "6g" }
  environment "prod" {
    executor {
      memory = "24g"
    }
    conf = { "spark.executor.memory" = "12g" }
  }
  environment "dev" {
    executor {
      memory = "1g"
    }
  }
  ignore "memory/overhead_too_small" {
    reason  = "measured"
    expires = "2026-12-31"
  }
}
job "base" {
  abstract = true
  cluster  = cluster.onprem
  conf     = { "spark.executor.memory" = "1g" }
  executor {
    memory = "2g"
  }
  application {
    class = "com.acme.Base"
  }
}
job "tuned" {
  enabled = false
  conf    = { "spark.executor.memory" = "3g" }
  executor {
    memory = "4g"
  }
}
job "replaced" {
  master          = "local[2]"
  properties_file = "conf/nightly.properties"
}
