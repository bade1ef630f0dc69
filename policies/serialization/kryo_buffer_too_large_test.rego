package policies.serialization.kryo_buffer_too_large_test

import data.policies.serialization.kryo_buffer_too_large as rule

test_denies_two_gibibytes if {
	rule.deny == {{
		"at": "spark.kryoserializer.buffer.max",
		"msg": "a Kryo buffer of 2048 MiB: Spark does not start with 2048 or more",
		"set": {"spark.kryoserializer.buffer.max": "2047m"},
	}} with input as {"conf": {"spark.kryoserializer.buffer.max": 2147483648, "spark.kryoserializer.buffer": 65536}}
}

test_denies_a_large_first_buffer if {
	some answer in rule.deny with input as {"conf": {"spark.kryoserializer.buffer": 4294967296}}
	answer.at == "spark.kryoserializer.buffer"
	answer.msg == "a Kryo buffer of 4096 MiB: Spark does not start with 2048 or more"
}

test_allows_one_mebibyte_less if {
	count(rule.deny) == 0 with input as {"conf": {"spark.kryoserializer.buffer.max": 2146435072}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.kryoserializer.buffer.max": "shell variable BUFFER has no value here"}}
}
