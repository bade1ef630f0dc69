# The clusters that these jobs run on.
cluster "hadoop" {
  jobs     = ["yarn/", "tuned/"]
  platform = "yarn"
  worker {
    cores              = 24
    memory             = "128g"
    allocatable_memory = "108g"
    count              = 12
  }
  yarn {
    minimum_allocation_mb     = 1024
    maximum_allocation_mb     = 110592
    maximum_allocation_vcores = 24
  }
}
cluster "k8s" {
  jobs     = ["kubernetes/"]
  platform = "k8s"
  worker {
    instance_type      = "m6i.4xlarge"
    allocatable_memory = "58g"
    allocatable_cores  = 15.89
    min                = 1
    max                = 10
  }
}
cluster "standalone" {
  jobs     = ["standalone/"]
  platform = "standalone"
  worker {
    cores  = 16
    memory = "64g"
    count  = 4
  }
  standalone {
    worker_memory = "56g"
    worker_cores  = 16
  }
}
cluster "emr" {
  jobs     = ["emr/"]
  platform = "emr"
  worker {
    instance_type = "m5.4xlarge"
    count         = 20
  }
}
workload "streams" {
  jobs = ["kubernetes/stream.sh"]
  kind = "streaming"
}
workload "nightly" {
  jobs          = ["yarn/daily.sh"]
  kind          = "batch"
  input_bytes   = "400g"
  shuffle_bytes = "100g"
  storage       = "hdfs"
  sink          = "parquet"
}
cluster "streaming" {
  jobs          = ["streaming/", "service/"]
  platform      = "yarn"
  spark_version = "3.5.1"
  java_version  = 17
  tenancy       = "shared"
  worker {
    cores              = 16
    memory             = "64g"
    allocatable_memory = "56g"
    count              = 8
  }
  yarn {
    minimum_allocation_mb     = 1024
    maximum_allocation_mb     = 57344
    maximum_allocation_vcores = 16
    am_max_attempts           = 4
  }
}
cluster "notebooks" {
  jobs          = ["notebook/"]
  platform      = "yarn"
  spark_version = "3.5.1"
  tenancy       = "shared"
  worker {
    cores              = 16
    memory             = "64g"
    allocatable_memory = "56g"
    count              = 8
  }
  yarn {
    minimum_allocation_mb     = 1024
    maximum_allocation_mb     = 57344
    maximum_allocation_vcores = 16
  }
}
workload "exploration" {
  jobs = ["notebook/"]
  kind = "notebook"
}
workload "queries" {
  jobs = ["service/"]
  kind = "sql-service"
}
cluster "eks" {
  jobs          = ["lakehouse/"]
  platform      = "k8s"
  spark_version = "3.5.1"
  worker {
    instance_type      = "r6i.4xlarge"
    allocatable_memory = "120g"
    allocatable_cores  = 15.89
    spot               = true
    min                = 1
    max                = 20
  }
}
