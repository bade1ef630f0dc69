package policies.security.crypto_without_authenticate_test

import data.policies.security.crypto_without_authenticate as rule

settings(crypto, authenticate) := {"conf": {
	"spark.network.crypto.enabled": crypto,
	"spark.authenticate.enableSaslEncryption": false,
	"spark.authenticate": authenticate,
}}

test_denies_encryption_alone if {
	some answer in rule.deny with input as settings(true, false)
	answer.at == "spark.network.crypto.enabled"
	answer.msg == "spark.network.crypto.enabled needs spark.authenticate, which is false: Spark refuses to start"
}

test_allows_both if {
	count(rule.deny) == 0 with input as settings(true, true)
}

test_allows_neither if {
	count(rule.deny) == 0 with input as settings(false, false)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.network.crypto.enabled": true}}
}

test_mends_where_the_secret_is_made if {
	every manager in ["yarn", "kubernetes"] {
		some answer in rule.deny with input as object.union(settings(true, false), {"job": {"cluster_manager": manager}})
		answer.set == {"spark.authenticate": "true"}
	}
	some answer in rule.deny with input as object.union(settings(true, false), {"job": {"cluster_manager": "standalone"}})
	not answer.set
}
