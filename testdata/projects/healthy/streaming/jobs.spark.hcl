# Jobs that do not end.
defaults {
  conf = {
    "spark.yarn.archive"                            = "hdfs:///apps/spark-3.5.1.zip"
    "spark.yarn.maxAppAttempts"                     = 4
    "spark.yarn.am.attemptFailuresValidityInterval" = "1h"
    "spark.executor.failuresValidityInterval"       = "1h"
    "spark.eventLog.enabled"                        = true
    "spark.eventLog.dir"                            = "hdfs:///spark-history"
    "spark.eventLog.rolling.enabled"                = true
  }
}

# Sessions of visitors, which are kept in RocksDB.
job "sessions" {
  master        = "yarn"
  deploy_mode   = "cluster"
  spark_version = "3.5.1"
  driver {
    memory = "4g"
  }
  executor {
    instances       = 6
    cores           = 4
    memory          = "8g"
    memory_overhead = "3g"
  }
  conf = {
    "spark.sql.shuffle.partitions"                                          = 48
    "spark.sql.streaming.checkpointLocation"                                = "hdfs:///checkpoints/sessions"
    "spark.sql.streaming.stateStore.providerClass"                          = "org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider"
    "spark.sql.streaming.stateStore.rocksdb.changelogCheckpointing.enabled" = true
  }
  application {
    file  = "hdfs:///apps/sessions.jar"
    class = "com.acme.Sessions"
  }
}

# DStreams that read Kafka directly.
job "clicks" {
  master        = "yarn"
  deploy_mode   = "cluster"
  spark_version = "3.5.1"
  driver {
    memory = "2g"
  }
  executor {
    instances = 4
    cores     = 4
    memory    = "6g"
  }
  conf = {
    "spark.serializer"                           = "org.apache.spark.serializer.KryoSerializer"
    "spark.streaming.backpressure.enabled"       = true
    "spark.streaming.kafka.maxRatePerPartition"  = 2000
    "spark.streaming.stopGracefullyOnShutdown"   = true
  }
  application {
    file  = "hdfs:///apps/clicks.jar"
    class = "com.acme.Clicks"
  }
}
