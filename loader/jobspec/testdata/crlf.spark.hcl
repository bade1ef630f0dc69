job "crlf" {
  master = "yarn"
  conf = {
    "spark.a" = "b"
    "spark.c" = 1
  }
}
