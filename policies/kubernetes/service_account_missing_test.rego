package policies.kubernetes.service_account_missing_test

import data.policies.kubernetes.service_account_missing as rule

bare := {
	"unset": {"spark.kubernetes.authenticate.driver.serviceAccountName": true, "spark.kubernetes.driver.podTemplateFile": true},
	"assignments": [],
}

test_denies_the_default_account if {
	rule.deny == {{"msg": "no service account is set for the driver: it runs as \"default\", which may create no executors unless it was granted that"}} with input as bare
}

test_allows_an_account if {
	count(rule.deny) == 0 with input as {"unset": {"spark.kubernetes.driver.podTemplateFile": true}, "assignments": []}
}

test_allows_a_pod_template if {
	count(rule.deny) == 0 with input as {"unset": {"spark.kubernetes.authenticate.driver.serviceAccountName": true}, "assignments": []}
}

test_allows_a_token if {
	count(rule.deny) == 0 with input as object.union(bare, {"assignments": [{"name": "spark.kubernetes.authenticate.driver.oauthTokenFile"}]})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"unset": {}, "assignments": []}
}
