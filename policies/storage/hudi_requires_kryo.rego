# METADATA
# title: Hudi without Kryo
# description: |
#   Hudi's writer compares spark.serializer with Kryo's class before it does anything, and refuses to write with another:
#   hoodie only support org.apache.spark.serializer.KryoSerializer as spark.serializer.
# related_resources:
#   - description: Hudi, Spark quick start
#     ref: https://hudi.apache.org/docs/quick-start-guide
#   - description: HoodieSparkSqlWriter, Hudi 1.0
#     ref: https://github.com/apache/hudi/blob/release-1.0.2/hudi-spark-datasource/hudi-spark-common/src/main/scala/org/apache/hudi/HoodieSparkSqlWriter.scala
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     complete: true
#   fix: Set spark.serializer=org.apache.spark.serializer.KryoSerializer.
package policies.storage.hudi_requires_kryo

import data.policies.lib.platform

kryo := "org.apache.spark.serializer.KryoSerializer"

deny contains {
	"at": at,
	"msg": $"Hudi writes only with Kryo as spark.serializer, which is {serializer}",
	"set": {"spark.serializer": kryo},
} if {
	"hudi" in input.facts.application.table_formats
	serializer := input.conf["spark.serializer"]
	serializer != kryo
	not platform.managed
}

at := "spark.serializer" if {
	input.written["spark.serializer"]
} else := "application.table_formats"
