# A job's cluster and workload, inherited and overridden.
cluster "dp" {
  platform = "dataproc"
  worker {
    instance_type = "n2-standard-8"
    count         = 4
  }
}
job "base" {
  abstract = true
  cluster  = cluster.dp
  workload {
    kind        = "batch"
    input_bytes = "100g"
  }
}
job "big" {
  inherits = [job.base]
  workload {
    input_bytes = "2t"
    sink        = var.sink
  }
}
job "plain" {
  cluster = cluster.dp
}
variable "sink" {}
