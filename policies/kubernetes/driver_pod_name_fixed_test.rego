package policies.kubernetes.driver_pod_name_fixed_test

import data.policies.kubernetes.driver_pod_name_fixed as rule

test_denies_a_name if {
	rule.deny == {{
		"at": "spark.kubernetes.driver.pod.name",
		"msg": "the pod daily-driver stays after the job: the next submission is refused while it is there",
		"unset": ["spark.kubernetes.driver.pod.name"],
		"unsafe": true,
	}} with input as {"conf": {"spark.kubernetes.driver.pod.name": "daily-driver"}}
}

test_allows_a_name_of_sparks_own if {
	count(rule.deny) == 0 with input as {"conf": {"spark.app.name": "daily"}}
}

# A name with a variable in it, such as the date, may be another each time.
test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "written": {"spark.kubernetes.driver.pod.name": "conf"}}
}
