package policies.yarn.keytab_principal_pair_test

import data.policies.yarn.keytab_principal_pair as rule

test_denies_a_keytab_alone if {
	some answer in rule.deny with input as {"written": {"spark.kerberos.keytab": "flag"}, "unset": {"spark.kerberos.principal": true}}
	answer.at == "spark.kerberos.keytab"
	answer.msg == "spark.kerberos.keytab is set and spark.kerberos.principal is not: Spark asks for both or neither"
}

principal_alone(manager) := {
	"job": {"cluster_manager": manager},
	"written": {"spark.kerberos.principal": "flag"},
	"unset": {"spark.kerberos.keytab": true},
}

test_denies_a_principal_alone_on_kubernetes if {
	some answer in rule.deny with input as principal_alone("kubernetes")
	answer.at == "spark.kerberos.principal"
}

test_allows_a_principal_alone_on_yarn if {
	count(rule.deny) == 0 with input as principal_alone("yarn")
}

test_allows_both if {
	count(rule.deny) == 0 with input as {"written": {"spark.kerberos.keytab": "flag", "spark.kerberos.principal": "flag"}, "unset": {}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {"spark.kerberos.keytab": "flag"}, "unset": {}}
}
