job "mark" {
  master = "yarn"
}
