# The clusters that the articles speak of.
cluster "emr" {
  jobs         = ["sizing/scenario.sh"]
  platform     = "emr"
  java_version = 17
  worker {
    instance_type = "m5.4xlarge"
    count         = 100
  }
}
cluster "hundred" {
  jobs         = ["sizing/fixed.sh"]
  platform     = "yarn"
  java_version = 17
  worker {
    instance_type      = "m5.4xlarge"
    allocatable_memory = "56g"
    count              = 100
  }
}
cluster "thousand" {
  jobs     = ["sizing/executors.sh"]
  platform = "yarn"
  worker {
    cores              = 64
    memory             = "256g"
    allocatable_memory = "224g"
    count              = 1000
  }
}
cluster "hadoop" {
  jobs         = ["architecture/", "sizing/memory.sh"]
  platform     = "yarn"
  java_version = 17
  worker {
    cores              = 8
    memory             = "64g"
    allocatable_memory = "56g"
    count              = 10
  }
  yarn {
    minimum_allocation_mb = 1024
    maximum_allocation_mb = 57344
  }
}
workload "phases" {
  jobs          = ["sizing/scenario.sh", "sizing/fixed.sh"]
  kind          = "batch"
  input_bytes   = "5t"
  shuffle_bytes = "5t"
  storage       = "s3"
  sink          = "parquet"
}
workload "terabyte" {
  jobs          = ["sizing/partitions.sh"]
  kind          = "batch"
  input_bytes   = "1t"
  shuffle_bytes = "1t"
}
workload "stateful" {
  jobs = ["sizing/stateful.sh"]
  kind = "streaming"
}
workload "receivers" {
  jobs = ["architecture/receiver.sh", "architecture/elastic_stream.sh"]
  kind = "dstreams"
}
