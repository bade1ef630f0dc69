package policies.correctness.fractional_size_test

import data.policies.correctness.fractional_size as rule

written(key, kind, raw, message, known) := {
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "raw": raw, "effective": true}],
	"invalid": {key: {"kind": kind, "message": message, "raw": raw}},
	"keys": {key: known},
}

message := `fractional values are not supported: "1.5g"`

test_denies_a_fraction if {
	some answer in rule.deny with input as written("spark.executor.memory", "fraction", "1.5g", message, {"type": "bytes"})
	answer.at == "spark.executor.memory"
	answer.msg == `fractional values are not supported: "1.5g"; Spark stops when it reads spark.executor.memory`
	answer.set == {"spark.executor.memory": "1536m"}
}

test_mends_a_duration if {
	some answer in rule.deny with input as written("spark.network.timeout", "fraction", "2.5min", message, {"type": "duration"})
	answer.set == {"spark.network.timeout": "150s"}
}

test_leaves_what_is_not_whole if {
	every raw in ["1.3g", "2.5"] {
		some answer in rule.deny with input as written("spark.executor.memory", "fraction", raw, message, {"type": "bytes"})
		not answer.set
	}
}

test_allows_other_faults if {
	count(rule.deny) == 0 with input as written("spark.executor.memory", "type", "much", "m", {"type": "bytes"})
	count(rule.deny) == 0 with input as written("spark.executor.memory", "fraction", "1.5g # heap", "m", {"type": "bytes"})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": [], "invalid": {}, "unknown": {"spark.executor.memory": "shell variable HEAP has no value here"}}
}
