# What the Spark settings of this project do not say: where its jobs run, and on how much data.
cluster "emr" {
  jobs          = ["etl/"]
  platform      = "emr"
  spark_version = "3.5.2"
  java_version  = 17
  tenancy       = "dedicated"
  objective     = "efficiency"
  worker {
    instance_type = "m5.4xlarge"
    count         = 10
  }
}
cluster "eks" {
  jobs          = ["reports/"]
  platform      = "k8s"
  spark_version = "4.0.1"
  worker {
    instance_type     = "m7g.2xlarge"
    allocatable_cores = 7.91
    spot              = true
    max               = 12
  }
}
workload "nightly" {
  jobs          = ["etl/"]
  kind          = "batch"
  input_bytes   = "5t"
  shuffle_bytes = "2t"
  sink          = "iceberg"
}
