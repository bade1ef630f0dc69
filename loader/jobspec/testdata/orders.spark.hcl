# orders.spark.hcl
variable "env" {
  type    = string
  default = "dev"
  validation {
    condition     = contains(["dev", "stage", "prod"], var.env)
    error_message = "env must be dev, stage or prod."
  }
}
locals {
  lake = "s3://acme-${var.env}-lake"
}
defaults {
  from = "conf/spark-defaults.conf"
}
cluster "emr_m6g" {
  platform = "emr"                 # yarn|emr|emr-serverless|emr-eks|k8s|dataproc|databricks|glue|synapse|standalone|local
  release  = "emr-7.1.0"
  worker {
    instance_type = "m6g.4xlarge"
    min           = 2
    max           = 20
    spot          = true
  }
}
job "orders_daily" {
  owner       = "team-orders"
  cluster     = cluster.emr_m6g
  deploy_mode = "cluster"
  application {
    file     = "${local.lake}/apps/orders.py"
    py_files = ["${local.lake}/apps/deps.zip"]
    args     = ["--date", "{{ ds }}"]      # opaque
  }
  executor {
    instances       = 10
    cores           = 4
    memory          = "18g"
    memory_overhead = "2g"
  }
  conf = {
    "spark.sql.shuffle.partitions" = 400
    "spark.sql.adaptive.enabled"   = true
  }
  environment "prod" {
    executor {
      instances = 40
    }
    conf = { "spark.sql.shuffle.partitions" = 1600 }
  }
  ignore "SPK0123" {
    reason  = "legacy reader, ORD-991"
    expires = "2026-12-31"
  }
}
