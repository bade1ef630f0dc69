# SQL over JDBC, all day.
job "thrift" {
  master        = "yarn"
  deploy_mode   = "client"
  spark_version = "3.5.1"
  driver {
    memory = "8g"
  }
  executor {
    cores  = 4
    memory = "10g"
  }
  dynamic_allocation {
    enabled = true
    min     = 2
    max     = 16
  }
  conf = {
    "spark.yarn.queue"                                   = "bi"
    "spark.driver.maxResultSize"                         = "2g"
    "spark.dynamicAllocation.cachedExecutorIdleTimeout"  = "1h"
    "spark.shuffle.service.enabled"                      = true
    "spark.eventLog.enabled"                             = true
    "spark.eventLog.dir"                                 = "hdfs:///spark-history"
    "spark.eventLog.rolling.enabled"                     = true
    "spark.executor.failuresValidityInterval"            = "1h"
    "spark.scheduler.mode"                               = "FAIR"
    "spark.sql.thriftServer.incrementalCollect"          = true
  }
  application {
    file  = "spark-internal"
    class = "org.apache.spark.sql.hive.thriftserver.HiveThriftServer2"
  }
}
