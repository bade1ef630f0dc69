package policies.storage.hudi_requires_kryo_test

import data.policies.storage.hudi_requires_kryo as rule

job(serializer, formats) := {
	"job": {}, "assignments": [], "written": {},
	"conf": {"spark.serializer": serializer},
	"facts": {"application": {"table_formats": formats}},
}

test_denies_java_s_serializer if {
	some answer in rule.deny with input as job("org.apache.spark.serializer.JavaSerializer", ["hudi"])
	answer.at == "application.table_formats"
	answer.msg == "Hudi writes only with Kryo as spark.serializer, which is org.apache.spark.serializer.JavaSerializer"
	answer.set == {"spark.serializer": "org.apache.spark.serializer.KryoSerializer"}
}

test_denies_where_it_is_written if {
	some answer in rule.deny with input as object.union(job("org.apache.spark.serializer.JavaSerializer", ["hudi"]), {"written": {"spark.serializer": "conf"}})
	answer.at == "spark.serializer"
}

test_allows_kryo_and_other_formats if {
	count(rule.deny) == 0 with input as job("org.apache.spark.serializer.KryoSerializer", ["hudi"])
	count(rule.deny) == 0 with input as job("org.apache.spark.serializer.JavaSerializer", ["iceberg"])
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "assignments": [], "facts": {"application": {"table_formats": ["hudi"]}}, "unknown": {"spark.serializer": "shell variable S has no value here"}}
}
