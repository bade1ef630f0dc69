package policies.correctness.value_type_test

import data.policies.correctness.value_type as rule

written(key, kind, raw, message, known) := {
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "raw": raw, "effective": true}],
	"invalid": {key: {"kind": kind, "message": message, "raw": raw}},
	"keys": {key: known},
}

test_denies_a_word_for_a_boolean if {
	some answer in rule.deny with input as written("spark.shuffle.compress", "type", "yes", `should be boolean (true or false), but was "yes"`, {"type": "boolean"})
	answer.at == "spark.shuffle.compress"
	answer.msg == `should be boolean (true or false), but was "yes"; Spark stops when it reads spark.shuffle.compress`
	answer.set == {"spark.shuffle.compress": "true"}
}

meant := {
	"boolean": {"Off": "false", "0": "false"},
	"int": {"1,000": "1000", "10_000": "10000"},
	"bytes": {"4 g": "4g", "512MiB": "512m", "1 GB": "1g"},
	"duration": {"30 s": "30s", "5 minutes": "5m", "2hours": "2h", "10sec": "10s", "1 day": "1d", "500 ms": "500ms"},
}

test_mends_what_is_certain if {
	every type, cases in meant {
		every raw, value in cases {
			some answer in rule.deny with input as written("spark.x", "type", raw, "m", {"type": type})
			answer.set["spark.x"] == value
		}
	}
}

test_leaves_what_is_not_certain if {
	every type, raw in {"boolean": "maybe", "int": "1,5", "bytes": "much", "duration": "3 months", "double": "a"} {
		some answer in rule.deny with input as written("spark.x", "type", raw, "m", {"type": type})
		not answer.set
	}
}

test_allows_what_other_rules_own if {
	every raw in ["4g # heap", `"4g"`, "<heap>", "$HEAP", "EXECUTOR_MEMORYm"] {
		count(rule.deny) == 0 with input as written("spark.executor.memory", "type", raw, "m", {"type": "bytes"})
	}
	count(rule.deny) == 0 with input as written("spark.executor.memory", "fraction", "1.5g", "m", {"type": "bytes"})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"assignments": [{"id": "assignment#0", "key": "spark.executor.memory", "name": "spark.executor.memory", "effective": true}],
		"invalid": {}, "keys": {}, "unknown": {"spark.executor.memory": "shell variable HEAP has no value here"},
	}
}
