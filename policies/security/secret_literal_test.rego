package policies.security.secret_literal_test

import data.policies.security.secret_literal as rule

assigned(key, value) := {"assignments": [{"id": "assignment#0", "key": key, "raw": value}]}

test_denies_a_literal if {
	some answer in rule.deny with input as assigned("spark.hadoop.fs.s3a.secret.key", "wJalrXUtnFEMI")
	answer.at == "assignment#0"
	answer.msg == "spark.hadoop.fs.s3a.secret.key holds a literal of 13 characters: whoever reads this file or the process list has it"
}

test_denies_each_kind if {
	every key in [
		"spark.hadoop.fs.s3a.access.key", "spark.hadoop.fs.azure.account.key.acct.dfs.core.windows.net",
		"spark.ssl.keyPassword", "spark.executorEnv.DB_PASSWORD", "spark.authenticate.secret",
	] {
		count(rule.deny) == 1 with input as assigned(key, "abcdefghijkl")
	}
}

test_allows_references if {
	every value in ["${env:SECRET}", "{{secrets/scope/key}}", "<your-secret>", "changeme", "", "true", "/mnt/secrets/key"] {
		count(rule.deny) == 0 with input as assigned("spark.authenticate.secret", value)
	}
}

test_allows_what_is_no_secret if {
	every key in ["spark.authenticate.secret.file", "spark.ssl.keyPasswordFile", "spark.app.name", "spark.sql.tokenizer", "spark.kubernetes.driver.secrets.db"] {
		count(rule.deny) == 0 with input as assigned(key, "abcdefghijkl")
	}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": [{"id": "assignment#0", "key": "spark.authenticate.secret"}]}
}
