package policies.correctness.no_effect_combination_test

import data.policies.correctness.no_effect_combination as rule
import data.policies.lib.job_test as job

test_denies_each_kind_of_row if {
	every case, document in {
		"overhead_on_standalone": job.on("standalone", {"spark.executor.memoryOverhead": 1073741824}),
		"kryo_registration": job.on("yarn", {"spark.kryo.registrator": "com.acme.Registrator"}),
		"push_based_shuffle": job.on("kubernetes", {"spark.shuffle.push.enabled": true}),
		"speculation": job.on("yarn", {"spark.speculation.multiplier": 2}),
	} {
		cases := {answer.case | some answer in rule.deny} with input as document
		cases == {case}
	}
}

test_allows_settings_in_use if {
	count(rule.deny) == 0 with input as job.on("yarn", {"spark.speculation": true, "spark.speculation.multiplier": 2})
}

test_silent_when_unknown if {
	document := object.union(job.on("yarn", {"spark.speculation.multiplier": 2}), {"conf": {"spark.speculation.multiplier": 2}})
	unknown := object.remove(document, ["conf"])
	count(rule.deny) == 0 with input as object.union(unknown, {"conf": {}, "unknown": {"spark.speculation": "variable"}, "written": {"spark.speculation": "conf"}})
}
