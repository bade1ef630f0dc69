package policies.serialization.unknown_serializer_test

import data.policies.serialization.unknown_serializer as rule

with_serializer(class) := {"conf": {"spark.serializer": class}}

test_denies_a_misspelt_class if {
	rule.deny == {{
		"at": "spark.serializer",
		"msg": "there is no class org.apache.spark.serializer.KyroSer, only org.apache.spark.serializer.KryoSerializer: Spark does not start",
		"set": {"spark.serializer": "org.apache.spark.serializer.KryoSerializer"},
	}} with input as with_serializer("org.apache.spark.serializer.KyroSer")
}

test_denies_a_short_name if {
	some answer in rule.deny with input as with_serializer("java")
	answer.set == {"spark.serializer": "org.apache.spark.serializer.JavaSerializer"}
}

test_denies_no_name if {
	rule.deny == {{"at": "spark.serializer", "msg": "there is no class \"\": Spark does not start", "set": {}}} with input as with_serializer("")
}

test_denies_without_a_guess if {
	rule.deny == {{
		"at": "spark.serializer",
		"msg": "there is no class org.apache.spark.serializer.FastSerializer: Spark does not start",
		"set": {},
	}} with input as with_serializer("org.apache.spark.serializer.FastSerializer")
}

test_allows_spark_s_own if {
	every class in rule.ours {
		count(rule.deny) == 0 with input as with_serializer(class)
	}
}

test_allows_somebody_else_s if {
	count(rule.deny) == 0 with input as with_serializer("com.acme.spark.KryoSerializer")
}

test_allows_what_is_not_a_name if {
	count(rule.deny) == 0 with input as with_serializer("\"org.apache.spark.serializer.KryoSerializer\"")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.serializer": "shell variable SERIALIZER has no value here"}}
}
