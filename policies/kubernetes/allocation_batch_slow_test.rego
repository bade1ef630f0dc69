package policies.kubernetes.allocation_batch_slow_test

import data.policies.kubernetes.allocation_batch_slow as rule

job(executors, batch, written) := {
	"conf": {"spark.kubernetes.allocation.batch.size": batch, "spark.kubernetes.allocation.batch.delay": 1000},
	"facts": {"executors": {"initial_count": executors}},
	"written": written,
}

test_denies_two_minutes if {
	rule.deny == {{
		"at": "executors.initial_count",
		"msg": "600 executors are asked for 5 at a time, every 1 s: the last ones after 119 s",
		"because": ["executors.initial_count"],
		"set": {"spark.kubernetes.allocation.batch.size": "10"},
		"unsafe": true,
	}} with input as job(600, 5, {})
}

test_denies_a_small_batch_that_is_written if {
	some answer in rule.deny with input as job(100, 1, {"spark.kubernetes.allocation.batch.size": "conf"})
	answer.at == "spark.kubernetes.allocation.batch.size"
}

test_allows_half_a_minute if {
	count(rule.deny) == 0 with input as job(600, 20, {})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.remove(job(600, 5, {}), ["conf"])
}
