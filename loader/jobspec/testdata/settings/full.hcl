# Everything that a settings file can say of clusters and workloads.
# -var heap=48g
variable "heap" {
  type = string
}
variable "size" {}
locals {
  teams = ["etl", "reports"]
}
cluster "emr" {
  jobs           = [for team in local.teams : "${team}/**"]
  platform       = "emr"
  release        = "emr-7.5.0"
  spark_version  = "3.5.2"
  java_version   = 17
  hadoop_version = "3.4.0"
  tenancy        = "shared"
  objective      = "reliability"
  conf           = { "spark.hadoop.fs.s3.maxRetries" = 20 }
  worker {
    instance_type = "m5.4xlarge"
    count         = 10
  }
  worker {
    instance_type      = "r7i.8xlarge" # newer than EMR's published table
    min                = 0
    max                = "20"
    allocatable_memory = "241664m"
    spot               = true
  }
  yarn {
    minimum_allocation_mb     = 1024
    maximum_allocation_mb     = 245760
    maximum_allocation_vcores = 32
    resource_calculator       = "dominant"
    am_max_attempts           = 2
  }
}
cluster "k8s" {
  jobs     = []
  platform = "k8s"
  master   = "k8s://https://k8s.acme.internal:6443"
  worker {
    cores             = 16
    memory            = "64Gi"
    allocatable_cores = 15.89
    arch              = "arm64"
    local_disk        = "nvme"
  }
  worker {
    instance_type = var.size
    memory        = var.heap
  }
  kubernetes {
    reserved_memory  = "3g"
    reserved_cores   = 0.3
    external_shuffle = false
  }
}
cluster "onprem" {
  jobs     = ["legacy/*.sh", "!legacy/old.sh"]
  platform = "standalone"
  standalone {
    worker_memory = "60g"
    worker_cores  = 16
  }
}
workload "nightly" {
  jobs          = ["etl/**"]
  kind          = "batch"
  api           = "dataframe"
  python        = true
  barrier       = false
  input_bytes   = "5TiB"
  shuffle_bytes = 2199023255552
  cached_bytes  = 0
  storage       = "s3"
  sink          = "iceberg"
  production    = true
  recurring     = true
}
