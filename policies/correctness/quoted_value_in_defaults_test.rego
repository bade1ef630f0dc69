package policies.correctness.quoted_value_in_defaults_test

import data.policies.correctness.quoted_value_in_defaults as rule

written(key, raw, invalid) := {
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "text": raw, "effective": true}],
	"invalid": invalid,
	"keys": {key: {"status": "known"}},
}

test_denies_a_class if {
	some answer in rule.deny with input as written("spark.serializer", `"org.apache.spark.serializer.KryoSerializer"`, {})
	answer.at == "spark.serializer"
	answer.msg == "the quotes are part of the value of spark.serializer: Spark uses them like any other character"
	answer.set == {"spark.serializer": "org.apache.spark.serializer.KryoSerializer"}
	answer.severity == "error"
}

test_denies_a_number if {
	some answer in rule.deny with input as written("spark.executor.cores", "'4'", {"spark.executor.cores": {"kind": "type", "message": "m", "raw": "'4'"}})
	answer.msg == "the quotes are part of the value of spark.executor.cores: Spark refuses it"
}

test_denies_several_jvm_options if {
	some answer in rule.deny with input as written("spark.driver.extraJavaOptions", `"-Da=1 -Db=2"`, {})
	answer.msg == "the quotes are part of the value of spark.driver.extraJavaOptions: the JVM gets all of it as one option"
}

test_milder_for_free_text_and_families if {
	some name in rule.deny with input as written("spark.app.name", `"orders"`, {})
	name.severity == "info"
	not name.set
	some family in rule.deny with input as {
		"assignments": [{"id": "assignment#0", "key": "spark.hadoop.x", "name": "spark.hadoop.x", "text": `"1"`, "effective": true}],
		"invalid": {}, "keys": {"spark.hadoop.x": {"status": "family"}},
	}
	family.severity == "warning"
}

test_allows_quotes_that_vanish if {
	count(rule.deny) == 0 with input as written("spark.driver.extraJavaOptions", `"-Da=1"`, {})
	count(rule.deny) == 0 with input as written("spark.driver.extraJavaOptions", `-Da="b c"`, {})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"assignments": [{"id": "assignment#0", "key": "spark.serializer", "name": "spark.serializer", "effective": true}],
		"invalid": {}, "keys": {"spark.serializer": {"status": "known"}},
	}
}
