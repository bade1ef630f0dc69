package policies.kubernetes.image_mutable_tag_test

import data.policies.kubernetes.image_mutable_tag as rule

image(name) := {"assignments": [{"id": "assignment#0", "name": "spark.kubernetes.container.image", "raw": name, "effective": true}]}

test_denies_latest if {
	rule.deny == {{
		"at": "assignment#0",
		"msg": "acme/spark:latest is tagged latest: pods of one job can get different builds of it",
	}} with input as image("acme/spark:latest")
}

test_denies_no_tag if {
	every name in ["spark", "acme/spark", "registry.acme.example:5000/spark"] {
		some answer in rule.deny with input as image(name)
		answer.msg == $"{name} has no tag, which means latest: pods of one job can get different builds of it"
	}
}

test_allows_versions_and_digests if {
	every name in ["acme/spark:3.5.1", "registry.acme.example:5000/spark:3.5.1-r7", "acme/spark@sha256:0123"] {
		count(rule.deny) == 0 with input as image(name)
	}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": [{"id": "assignment#0", "name": "spark.kubernetes.container.image", "effective": true}]}
}
