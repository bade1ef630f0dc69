package policies.correctness.value_out_of_range_test

import data.policies.correctness.value_out_of_range as rule

written(key, kind, raw, message, known) := {
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "raw": raw, "effective": true}],
	"invalid": {key: {"kind": kind, "message": message, "raw": raw}},
	"keys": {key: known},
}

test_denies_what_is_outside if {
	some answer in rule.deny with input as written("spark.memory.storageFraction", "range", "1", "1 is outside [0, 1)", {"type": "double"})
	answer.at == "spark.memory.storageFraction"
	answer.msg == "1 is outside [0, 1); Spark stops when it reads spark.memory.storageFraction"
}

test_allows_other_faults if {
	count(rule.deny) == 0 with input as written("spark.memory.storageFraction", "type", "half", "m", {"type": "double"})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": [], "invalid": {}, "unknown": {"spark.memory.storageFraction": "shell variable F has no value here"}}
}
