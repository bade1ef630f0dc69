# What spark-submit refuses before it starts anything, in
# SparkSubmitArguments.validateSubmitArguments.
package policies.lib.startup_constraint.submit

import data.policies.lib.release

# Spark 3.4 and later: "Remote cannot be specified with master and/or deploy
# mode."
rows contains {
	"case": "remote_with_master",
	"at": "spark.remote",
	"msg": $"spark.remote={remote} beside {concat(" and ", texts)}: spark-submit stops, for a remote session has no master of its own{release.from("3.4")}",
	"notes": sort(object.keys(beside_remote)),
	"severity": release.certainty("3.4"),
} if {
	input.written["spark.remote"]
	remote := input.conf["spark.remote"]
	texts := [$"{key}={value}" | some key, value in beside_remote]
	count(texts) > 0
}

beside_remote["spark.master"] := input.conf["spark.master"] if input.written["spark.master"]

beside_remote["spark.submit.deployMode"] := input.conf["spark.submit.deployMode"] if input.written["spark.submit.deployMode"]

# "Executor cores must be a positive number", and the like.
rows contains {
	"case": "not_positive",
	"at": key,
	"msg": $"{key}={n}: spark-submit stops, because it must be a positive number",
	"severity": severity,
} if {
	some key, severity in {"spark.executor.cores": "error", "spark.cores.max": "error", "spark.driver.cores": release.certainty("3.2")}
	input.written[key]
	n := counted[key]
	n < 1
}

# The number of executors may be 0 with dynamic allocation, which another file
# may switch on.
rows contains {
	"case": "not_positive",
	"at": "spark.executor.instances",
	"msg": $"spark.executor.instances={n} without dynamic allocation: spark-submit stops, because it must be a positive number",
} if {
	input.job.complete
	input.written["spark.executor.instances"]
	input.conf["spark.dynamicAllocation.enabled"] == false
	n := input.conf["spark.executor.instances"]
	n < 1
}

counted["spark.executor.cores"] := input.conf["spark.executor.cores"]

counted["spark.cores.max"] := input.conf["spark.cores.max"]

counted["spark.driver.cores"] := input.conf["spark.driver.cores"]
