# What the file does not tell stays unknown, with the reason.
# -var partitions=400
# -var given={ memory = "8g" }
variable "heap" {
  type = string
}
variable "partitions" {
  type = number
}
variable "given" {
  type = object({ memory = string, cores = optional(number, 2) })
}
variable "tables" {
  type = set(string)
}
variable "extra" {
  type = map(string)
}
variable "bucket" {}
variable "prod" {
  type = bool
}
locals {
  heap  = "${var.heap}g"
  sizes = { small = "1g", large = local.heap }
}
cluster "a" {
  platform = "k8s"
}
cluster "b" {
  platform = "databricks"
}
job "literal_beside_unknown" {
  cluster = cluster.b
  application {
    file = "s3://${var.bucket}/daily.py"
    args = ["--date", "{{ ds }}", "--heap", var.heap]
  }
  driver {
    memory = local.sizes.small
  }
  executor {
    cores           = var.given.cores
    memory          = local.sizes.large
    memory_overhead = var.given.memory
  }
  conf = merge(
    { "spark.sql.shuffle.partitions" = var.partitions, "spark.app.day" = "{{ ds }}" },
    var.extra,
  )
}
job "key" {
  cluster = cluster.a
  conf = {
    "spark.sql.catalog.${var.bucket}" = "x"
    "spark.sql.catalog.known"         = "y"
  }
}
job "each" {
  for_each = var.tables
  master   = "local"
  conf     = { "spark.app.table" = each.key }
}
job "which_cluster" {
  cluster         = var.prod ? cluster.a : cluster.b
  properties_file = "conf/${var.bucket}.conf"
}
job "heir" {
  inherits = var.prod ? [job.key] : [job.literal_beside_unknown]
  enabled  = var.prod
}
