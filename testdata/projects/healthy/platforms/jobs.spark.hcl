cluster "serverless" {
  platform = "emr-serverless"
  release  = "emr-7.1.0"
}
cluster "glue" {
  platform = "glue"
  release  = "4.0"
}
cluster "lakehouse" {
  platform = "databricks"
  release  = "15.4.x-scala2.12"
}
cluster "batches" {
  platform = "dataproc-serverless"
  release  = "2.2"
}
job "orders" {
  cluster = cluster.serverless
  driver {
    cores  = 2
    memory = "6g"
  }
  executor {
    cores  = 4
    memory = "26g"
  }
  dynamic_allocation {
    max = 40
  }
  application {
    file = "s3://acme/apps/orders.py"
  }
}
job "clicks" {
  cluster = cluster.glue
  conf = {
    "spark.sql.shuffle.partitions" = 400
  }
  application {
    file = "s3://acme/apps/clicks.py"
  }
}
job "ledger" {
  cluster = cluster.lakehouse
  conf = {
    "spark.sql.shuffle.partitions" = 400
  }
  application {
    file = "dbfs:/apps/ledger.py"
  }
}
job "stock" {
  cluster = cluster.batches
  executor {
    cores  = 8
    memory = "28g"
  }
  conf = {
    "spark.dynamicAllocation.maxExecutors" = 40
  }
  application {
    file = "gs://acme/apps/stock.py"
  }
}
