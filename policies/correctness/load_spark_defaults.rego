# METADATA
# title: --load-spark-defaults before Spark 4.0
# description: |
#   Spark 4.0 introduced the switch, which reads spark-defaults.conf beneath a --properties-file. Older spark-submits
#   do not know it, and stop.
# related_resources:
#   - description: Dynamically loading Spark properties
#     ref: https://spark.apache.org/docs/latest/configuration.html#dynamically-loading-spark-properties
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     spark: {until: "4.0"}
#   fix: Delete the switch, and copy what the job needs of spark-defaults.conf into its properties file.
package policies.correctness.load_spark_defaults

deny contains {
	"at": o.id,
	"msg": $"spark-submit knows {o.text} from Spark 4.0 on, and an older one stops there",
} if {
	some o in input.observations
	o.kind == "load_spark_defaults"
}
