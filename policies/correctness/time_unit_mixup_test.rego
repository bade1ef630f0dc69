package policies.correctness.time_unit_mixup_test

import data.policies.correctness.time_unit_mixup as rule

written(key, raw, known) := {
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "raw": raw, "effective": true}],
	"invalid": {}, "keys": {key: known},
}

test_denies_milliseconds_for_seconds if {
	some answer in rule.deny with input as written("spark.network.timeout", "500000", {"type": "duration", "unit": "s"})
	answer.at == "spark.network.timeout"
	answer.msg == "spark.network.timeout=500000 is 138 hours: without a unit the number counts seconds; 500000 milliseconds are 500s"
}

test_denies_seconds_for_milliseconds if {
	some answer in rule.deny with input as written("spark.locality.wait", "3", {"type": "duration", "unit": "ms"})
	answer.msg == "spark.locality.wait=3 is 3 milliseconds: without a unit the number counts milliseconds, not seconds"
}

test_allows_durations_that_may_be_meant if {
	every raw in ["300", "36000", "72000", "86400", "604800", "2592000", "500000s", "123456"] {
		count(rule.deny) == 0 with input as written("spark.network.timeout", raw, {"type": "duration", "unit": "s"})
	}
	every raw in ["0", "10000", "3s"] {
		count(rule.deny) == 0 with input as written("spark.locality.wait", raw, {"type": "duration", "unit": "ms"})
	}
	count(rule.deny) == 0 with input as written("spark.speculation.interval", "50", {"type": "duration", "unit": "ms"})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"assignments": [{"id": "assignment#0", "key": "spark.network.timeout", "name": "spark.network.timeout", "effective": true}],
		"invalid": {}, "keys": {"spark.network.timeout": {"type": "duration", "unit": "s"}},
	}
}
