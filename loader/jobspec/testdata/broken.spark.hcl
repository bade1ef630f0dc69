# Broken text: what can be read goes on.
job "whole" {
  master = "yarn"
}
job "bad_line" {
  master = = "yarn"
  queue  = "etl"
  spark.executor.memory = "4g"
  executor {
    cores = 4
    memory 4g
  }
}
job "conf_block" {
  conf {
    spark.executor.memory = "4g"
    "spark.executor.cores" = 4
  }
  queue = "etl"
}
job "dotted_keys" {
  conf = {
    spark.executor.memory = "4g"
    spark.executor.cores  = 4
  }
}
job “curly” {
}
job "unclosed" {
  executor {
    cores = 4
