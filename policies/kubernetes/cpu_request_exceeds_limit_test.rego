package policies.kubernetes.cpu_request_exceeds_limit_test

import data.policies.kubernetes.cpu_request_exceeds_limit as rule

executor(request, limit) := {
	"written": {"spark.kubernetes.executor.request.cores": "conf"},
	"facts": {"kubernetes": {"executor_cpu_request": request, "executor_cpu_limit": limit}},
}

test_denies_a_request_above_the_limit if {
	rule.deny == {{
		"at": "spark.kubernetes.executor.limit.cores",
		"msg": "the executor's pod requests 4 CPUs and may use 2: Kubernetes refuses a pod whose limit is below its request",
		"because": ["kubernetes.executor_cpu_request", "kubernetes.executor_cpu_limit"],
		"notes": ["spark.kubernetes.executor.request.cores"],
		"unset": ["spark.kubernetes.executor.limit.cores"],
		"unsafe": true,
	}} with input as executor(4, 2)
}

test_denies_a_drivers_default_above_its_limit if {
	some answer in rule.deny with input as {
		"written": {},
		"unset": {"spark.kubernetes.driver.request.cores": true, "spark.driver.cores": true},
		"facts": {"kubernetes": {"driver_cpu_request": 1, "driver_cpu_limit": 0.5}},
	}
	answer.msg == "the driver's pod requests 1 CPUs and may use 0.5: Kubernetes refuses a pod whose limit is below its request"
}

test_denies_an_executors_default_and_a_written_driver if {
	count(rule.deny) == 2 with input as {
		"written": {"spark.kubernetes.driver.request.cores": "conf"},
		"unset": {"spark.kubernetes.executor.request.cores": true, "spark.executor.cores": true},
		"facts": {"kubernetes": {"executor_cpu_request": 1, "executor_cpu_limit": 0.5, "driver_cpu_request": 2, "driver_cpu_limit": 1}},
	}
}

test_denies_the_drivers_cores if {
	some answer in rule.deny with input as {
		"written": {"spark.driver.cores": "conf"},
		"facts": {"kubernetes": {"driver_cpu_request": 2, "driver_cpu_limit": 1}},
	}
	answer.notes == ["spark.driver.cores"]
}

test_denies_the_cores_of_an_executor_above_its_limit if {
	some answer in rule.deny with input as {
		"written": {"spark.executor.cores": "flag"},
		"facts": {"kubernetes": {"executor_cpu_request": 4, "executor_cpu_limit": 2}},
	}
	answer.notes == ["spark.executor.cores"]
}

test_allows_a_limit_at_the_request if {
	count(rule.deny) == 0 with input as executor(2, 2)
}

test_silent_about_defaults_of_a_fragment if {
	count(rule.deny) == 0 with input as {
		"written": {}, "unset": {},
		"facts": {"kubernetes": {"executor_cpu_request": 1, "executor_cpu_limit": 0.5}},
	}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"facts": {"kubernetes": {"executor_cpu_request": 4}}}
}
