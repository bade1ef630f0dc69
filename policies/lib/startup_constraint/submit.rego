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
