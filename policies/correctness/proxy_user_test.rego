package policies.correctness.proxy_user_test

import data.policies.correctness.proxy_user as rule

observed := {
	"conf": {"spark.kerberos.principal": "etl@ACME.EXAMPLE"},
	"observations": [{"id": "observation#0", "kind": "proxy_user", "text": "bob", "suggestion": ""}],
}

test_denies_both if {
	some answer in rule.deny with input as observed
	answer.at == "observation#0"
	answer.msg == "--proxy-user bob and the principal etl@ACME.EXAMPLE exclude each other: spark-submit stops"
}

test_allows_a_proxy_user_alone if {
	count(rule.deny) == 0 with input as {"conf": {}, "observations": observed.observations}
}

test_allows_a_principal_alone if {
	count(rule.deny) == 0 with input as {"conf": observed.conf, "observations": []}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"conf": {}, "unknown": {"spark.kerberos.principal": "shell variable PRINCIPAL has no value here"},
		"observations": observed.observations,
	}
}
