package policies.platform.glue_conf_in_key_test

import data.policies.platform.glue_conf_in_key

test_denies if {
	found := glue_conf_in_key.deny with input.resource as {"attributes": {`default_arguments["--conf spark.sql.extensions"]`: "a.B"}, "unknown": {}}
	some f in found
	f.at == `attribute_name#default_arguments["--conf spark.sql.extensions"]`
	contains(f.msg, "spark.sql.extensions does not reach Spark")
}

test_denies_when_the_value_is_unknown if {
	found := glue_conf_in_key.deny with input.resource as {"attributes": {}, "unknown": {`default_arguments["--conf spark.a.b"]`: "var.x has no default"}}
	count(found) == 1
}

test_allows if {
	found := glue_conf_in_key.deny with input.resource as {"attributes": {`default_arguments["--conf"]`: "spark.a=b", `default_arguments["--configuration"]`: "x"}, "unknown": {}}
	count(found) == 0
}

test_silent_when_unknown if {
	found := glue_conf_in_key.deny with input.resource as {"attributes": {}, "unknown": {"default_arguments": "local.args is not known"}}
	count(found) == 0
}
