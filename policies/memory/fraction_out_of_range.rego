# METADATA
# title: A share of the memory that is no share
# description: |
#   spark.memory.fraction and spark.memory.storageFraction are shares, from 0 to 1. SparkConf.validateSettings looks at what
#   is written and lets no application start with anything else. A spark.memory.fraction of 0 leaves no memory for tasks,
#   and the driver's MemoryManager refuses it.
# related_resources:
#   - description: Spark configuration, memory management
#     ref: https://spark.apache.org/docs/latest/configuration.html#memory-management
#   - description: SparkConf.validateSettings, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/SparkConf.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Delete the setting; the default is right for most jobs.
package policies.memory.fraction_out_of_range

deny contains {
	"at": key,
	"msg": $"{key}={share} {why}: Spark does not start",
	"unset": [key],
	"unsafe": true,
} if {
	some key, share in shares
	input.written[key]
	why := refused(key, share)
}

shares["spark.memory.fraction"] := input.conf["spark.memory.fraction"]

shares["spark.memory.storageFraction"] := input.conf["spark.memory.storageFraction"]

refused(_, share) := "is not between 0 and 1" if share < 0

refused(_, share) := "is not between 0 and 1" if share > 1

refused("spark.memory.fraction", 0) := "leaves tasks no memory"
