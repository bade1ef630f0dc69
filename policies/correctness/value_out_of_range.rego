# METADATA
# title: Value outside its range
# description: |
#   Spark checks the range of many settings when it reads them, and refuses a value outside with an exception: when
#   the session starts, or when the first query runs.
# related_resources:
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#spark-properties
#   - description: How Spark reads typed values
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/internal/config/ConfigBuilder.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Choose a value within the range that the message names.
package policies.correctness.value_out_of_range

import data.policies.lib.value_text

deny contains {
	"at": a.name,
	"msg": $"{fault.message}; Spark stops when it reads {a.key}",
} if {
	some a in input.assignments
	a.effective
	fault := input.invalid[a.name]
	fault.kind == "range"
	not value_text.spoilt(fault.raw)
}
