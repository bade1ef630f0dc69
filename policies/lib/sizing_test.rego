package policies.lib.sizing_test

import data.policies.lib.sizing

sizing_in := [
	{"id": "assignment#0", "name": "spark.executor.memory", "effective": false, "layer": "cluster", "spelling": ""},
	{"id": "assignment#1", "name": "spark.executor.memory", "effective": true, "layer": "conf", "spelling": ""},
	{"id": "assignment#2", "name": "spark.master", "effective": true, "layer": "cluster", "spelling": "platform"},
	{"id": "assignment#3", "name": "spark.dynamicAllocation.enabled", "effective": true, "layer": "conf", "spelling": ""},
	{"id": "assignment#4", "name": "spark.executor.cores", "effective": true, "layer": "platform", "spelling": "Glue's default"},
]

test_written if {
	found := sizing.written(["spark.executor.memory", "spark.executor.cores", "spark.master"], ["spark.dynamicAllocation."]) with input.assignments as sizing_in
	found == {"spark.executor.memory": {"assignment#1"}, "spark.dynamicAllocation.enabled": {"assignment#3"}}
}

test_answer if {
	answer := sizing.answer({"spark.b": {"assignment#2"}, "spark.a": {"assignment#1"}}, "too much")
	answer.at == "assignment#1"
	answer.msg == "spark.a, spark.b: too much"
	answer.notes == ["spark.b"]
}

test_silent_when_unknown if not sizing.answer({}, "too much")
