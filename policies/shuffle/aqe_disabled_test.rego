package policies.shuffle.aqe_disabled_test

import data.policies.shuffle.aqe_disabled as rule

test_denies_it_off if {
	rule.deny == {{
		"at": "spark.sql.adaptive.enabled",
		"msg": "adaptive execution is off: 200 partitions after every shuffle, none merged, no skewed one split, no join changed to a broadcast",
		"because": ["shuffle.partitions_count"],
		"unset": ["spark.sql.adaptive.enabled"],
		"unsafe": true,
	}} with input as {"conf": {"spark.sql.adaptive.enabled": false, "spark.sql.shuffle.partitions": 200}, "written": {"spark.sql.adaptive.enabled": "conf"}}
}

test_allows_it_on if {
	count(rule.deny) == 0 with input as {"conf": {"spark.sql.adaptive.enabled": true, "spark.sql.shuffle.partitions": 200}, "written": {"spark.sql.adaptive.enabled": "conf"}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.sql.shuffle.partitions": 200}, "written": {"spark.sql.adaptive.enabled": "conf"}, "unknown": {"spark.sql.adaptive.enabled": "shell variable AQE has no value here"}}
}
