package policies.jvm.young_generation_capped_test

import data.policies.jvm.young_generation_capped as rule

job(heap, options) := {
	"conf": {"spark.executor.extraJavaOptions": options},
	"written": {"spark.executor.memory": "flag"},
	"facts": {"executor": {"heap_mib": heap}},
}

test_denies_a_small_cap if {
	rule.deny == {{
		"at": "spark.executor.extraJavaOptions",
		"msg": "-XX:MaxNewSize=100M leaves new objects 100 of 4096 MiB of heap, less than 10%: they are collected far more often than in a young generation that can grow",
		"because": ["executor.heap_mib"],
		"set": {"spark.executor.extraJavaOptions": "-XX:OldSize=100M"},
		"unsafe": true,
	}} with input as job(4096, "-XX:OldSize=100M -XX:MaxNewSize=100M")
}

test_denies_the_last_size if {
	some answer in rule.deny with input as job(16384, "-Xmn8g -Xmn1g")
	startswith(answer.msg, "-Xmn1g leaves new objects 1024 of 16384 MiB")
}

test_denies_for_the_driver if {
	rule.deny == {{
		"at": "spark.driver.extraJavaOptions",
		"msg": "-Xmn65536k leaves new objects 64 of 1024 MiB of heap, less than 10%: they are collected far more often than in a young generation that can grow",
		"because": ["driver.heap_mib"],
		"unset": ["spark.driver.extraJavaOptions"],
		"unsafe": true,
	}} with input as {
		"conf": {"spark.driver.extraJavaOptions": "-Xmn65536k"},
		"unset": {"spark.driver.memory": true},
		"facts": {"driver": {"heap_mib": 1024}},
	}
}

test_allows_a_third if {
	count(rule.deny) == 0 with input as job(3072, "-XX:MaxNewSize=1g")
}

test_allows_a_first_size if {
	count(rule.deny) == 0 with input as job(4096, "-XX:NewSize=100m")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.executor.extraJavaOptions": "-Xmn100m"}, "written": {"spark.executor.memory": "flag"}, "facts": {}}
}

test_silent_when_a_job_may_write_the_heap if {
	count(rule.deny) == 0 with input as {
		"conf": {"spark.executor.extraJavaOptions": "-Xmn100m", "spark.driver.extraJavaOptions": "-Xmn64m"},
		"facts": {"executor": {"heap_mib": 1024}, "driver": {"heap_mib": 1024}},
	}
}

test_silent_when_the_heap_is_spark_s_default_and_the_cap_fits if {
	count(rule.deny) == 0 with input as {
		"conf": {"spark.executor.extraJavaOptions": "-Xmn512m", "spark.driver.extraJavaOptions": "-Xmn512m"},
		"written": {"spark.driver.memory": "flag"},
		"unset": {"spark.executor.memory": true},
		"facts": {"executor": {"heap_mib": 1024}, "driver": {"heap_mib": 1024}},
	}
}
