# The bytes under keys and values.
variable "cores" {
  default = 4
}
locals {
  common = { "spark.ui.enabled" = false, "spark.ui.port" = 4040 }
}
job "Zürich \"quoted\"" {
  master = "local[*]"
  queue  = null
  conf = (merge({
    "spark.a"             = "tab\there é \u00e9 $${HOME} %%{x} \"q\" \\"
    "spark.b"             = ""
    "spark.c"             = 1e3
    "spark.d"             = 0.1
    "spark.e"             = -5
    "spark.f"             = (true)
    "spark.g"             = "${var.cores}"
    "spark.h"             = "${var.cores * 2}g"
    "spark.i"             = var.cores > 2 ? "big" : "small"
    "spark.j"             = <<-EOT
      first
        second
    EOT
    "spark.k"             = null
    ("spark.${"l"}")      = upper("x")
    "spark.m": 1, "spark.n": 123456789012345678901234567890,
    plain                 = "no spark. before it"
    "spark.a"             = "again"
  }, local.common, { for k, v in { x = 1, y = true } : "spark.z.${k}" => v }, null))
  executor { memory = "4g" }
  dynamic_allocation {
    min = "2"
    max = 1 + 2
  }
}
