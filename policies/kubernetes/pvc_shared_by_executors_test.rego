package policies.kubernetes.pvc_shared_by_executors_test

import data.policies.kubernetes.pvc_shared_by_executors as rule

claim(volume, options) := {
	"written": {"spark.executor.instances": "flag"},
	"facts": {"executors": {"maximum_count": 20}},
	"assignments": [a |
		some option, raw in options
		a := {"id": option, "name": $"spark.kubernetes.executor.volumes.persistentVolumeClaim.{volume}.{option}", "raw": raw, "effective": true}
	],
}

test_denies_one_claim_for_shuffle_files if {
	rule.deny == {{
		"at": "options.claimName",
		"msg": "20 executors write to one claim, scratch: if it is ReadWriteOnce they must share one node, and if ReadWriteMany their shuffle files share one file server",
		"because": ["executors.maximum_count"],
		"severity": "warning",
	}} with input as claim("spark-local-dir-1", {"options.claimName": "scratch"})
}

test_advises_on_a_claim_for_data if {
	some answer in rule.deny with input as claim("data", {"options.claimName": "data", "mount.readOnly": "false"})
	answer.severity == "info"
	answer.msg == "20 executors write to one claim, data: only one that is ReadWriteMany can be mounted on several nodes"
}

test_counts_no_further_than_there_is_a_bound if {
	elastic := object.union(claim("data", {"options.claimName": "data"}), {
		"written": {"spark.executor.instances": false},
		"unset": {"spark.executor.instances": true},
		"facts": {"executors": {"maximum_count": 2147483647}},
	})
	some answer in rule.deny with input as elastic
	startswith(answer.msg, "any number of executors write")
}

test_allows_a_claim_for_each_executor if {
	every name in ["OnDemand", "data-SPARK_EXECUTOR_ID"] {
		count(rule.deny) == 0 with input as claim("data", {"options.claimName": name})
	}
}

test_allows_data_that_is_only_read if {
	count(rule.deny) == 0 with input as claim("data", {"options.claimName": "data", "mount.readOnly": "true"})
}

test_allows_one_executor if {
	count(rule.deny) == 0 with input as object.union(claim("data", {"options.claimName": "data"}), {"facts": {"executors": {"maximum_count": 1}}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"written": {"spark.executor.instances": "flag"},
		"facts": {"executors": {"maximum_count": 20}},
		"assignments": [{"id": "assignment#0", "effective": true, "name": "spark.kubernetes.executor.volumes.persistentVolumeClaim.data.options.claimName"}],
	}
}
