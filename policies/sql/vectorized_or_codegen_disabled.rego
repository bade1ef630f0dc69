# METADATA
# title: Fast execution turned off
# description: |
#   Spark reads Parquet and ORC in batches of columns, compiles the operators of a stage into one loop, and compresses
#   cached tables. Each has a switch, which is on by default; off, the same rows come out more slowly.
# related_resources:
#   - description: Performance tuning
#     ref: https://spark.apache.org/docs/latest/sql-performance-tuning.html
#   - description: SQLConf, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/sql/catalyst/src/main/scala/org/apache/spark/sql/internal/SQLConf.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Remove the setting; if it works around a defect, waive this rule with the defect's name.
package policies.sql.vectorized_or_codegen_disabled

deny contains {"at": key, "msg": what, "unset": [key], "unsafe": true} if {
	some key, what in consequence
	input.written[key]
}

consequence["spark.sql.parquet.enableVectorizedReader"] := "Parquet files are read row by row instead of in batches of columns" if input.conf["spark.sql.parquet.enableVectorizedReader"] == false

consequence["spark.sql.orc.enableVectorizedReader"] := "ORC files are read row by row instead of in batches of columns" if input.conf["spark.sql.orc.enableVectorizedReader"] == false

consequence["spark.sql.codegen.wholeStage"] := "operators hand rows to each other one by one, instead of running as one compiled loop" if input.conf["spark.sql.codegen.wholeStage"] == false

consequence["spark.sql.inMemoryColumnarStorage.compressed"] := "cached tables are kept without compression, and fewer of them fit into memory" if input.conf["spark.sql.inMemoryColumnarStorage.compressed"] == false
