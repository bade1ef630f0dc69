# fleet.spark.hcl
variable "tables" {
  type = map(object({ memory = string, partitions = number }))
  default = {
    clicks = { memory = "8g", partitions = 200 }
    views  = { memory = "24g", partitions = 1200 }
  }
}
job "base" {
  abstract    = true
  master      = "k8s://https://k8s.acme.internal:6443"
  deploy_mode = "cluster"
  image       = "registry.acme.internal/spark:3.5.1"
  dynamic_allocation {
    enabled          = true
    max              = 30
    shuffle_tracking = true
  }
  conf = merge(
    { "spark.kubernetes.namespace" = "etl" },
    { for k in ["executor", "driver"] : "spark.kubernetes.${k}.label.team" => "growth" },
  )
}
job "ingest" {
  for_each = var.tables            # ingest["clicks"], ingest["views"]
  inherits = [job.base]
  application {
    class = "com.acme.Ingest"
    file  = "local:///opt/app/ingest.jar"
    args  = ["--table", each.key]
  }
  executor {
    cores  = 4
    memory = each.value.memory
  }
  conf = { "spark.sql.shuffle.partitions" = each.value.partitions }
}
