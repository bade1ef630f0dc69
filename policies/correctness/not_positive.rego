# METADATA
# title: Number that is not positive
# description: |
#   spark-submit reads memory, cores and the number of executors before it starts anything, from its options, the
#   properties and the environment, also where the cluster manager has no use for them. It refuses what is not a number
#   above zero.
# related_resources:
#   - description: SparkSubmitArguments, validateSubmitArguments
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/deploy/SparkSubmitArguments.scala
# custom:
#   severity: error
#   since: 0.1.0
#   yields_to: [memory/driver_below_minimum, memory/executor_below_minimum]
#   fix: Write a number above zero, or delete the setting.
package policies.correctness.not_positive

import data.policies.lib.assignment
import data.policies.lib.positive_number
import data.policies.lib.value_text

deny contains {
	"at": a.id,
	"msg": $"{assignment.said(a)}: spark-submit wants a positive {grammar}, and stops",
} if {
	some name, grammar in numbers
	a := read(name)
	positive_number.refused(grammar, a.raw)
	not told(a)
	not unread(name)
}

numbers := {
	"spark.driver.cores": "whole number", "spark.executor.cores": "whole number",
	"spark.cores.max": "whole number", "spark.executor.instances": "whole number",
	"spark.driver.memory": "size", "spark.executor.memory": "size",
}

# What spark-submit reads: an option that it does not pass on stands above
# what it takes, a variable of the environment below.
read(name) := option if {
	options := idle("flag", name)
	option := options[count(options) - 1]
} else := a if {
	some a in input.assignments
	a.key == name
	a.effective
} else := variable if {
	some variable in idle("environment", name)
}

idle(layer, name) := [a |
	some a in left
	a.key == name
	a.layer == layer
]

left := [a |
	some a in input.assignments
	regex.match(`^spark-submit (drops|takes) --`, a.dropped)
]

# The rules about types and ranges say it.
told(a) if {
	a.effective
	input.invalid[a.name]
}

told(a) if value_text.spoilt(a.raw)

told(a) if value_text.token(a.raw)

# The number of executors is read where it is not dynamic.
unread("spark.executor.instances") if input.conf["spark.dynamicAllocation.enabled"]

unread("spark.executor.instances") if input.unknown["spark.dynamicAllocation.enabled"]

unread("spark.executor.instances") if input.invalid["spark.dynamicAllocation.enabled"]

# Before 3.2, spark-submit does not look at the driver's cores.
unread("spark.driver.cores") if input.job.spark_release in {"3.0", "3.1"}
