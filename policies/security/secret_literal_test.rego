package policies.security.secret_literal_test

import data.policies.security.secret_literal as rule

written(key, raw, secrets) := {"assignments": [{"id": "assignment#0", "key": key, "text": raw, "secrets": secrets}], "arguments": []}

test_denies_secrets_without_showing_them if {
	every key in [
		"spark.hadoop.fs.s3a.secret.key", "spark.ssl.keyPassword", "spark.executorEnv.AWS_SECRET_ACCESS_KEY", "spark.executorEnv.DB_PASSWORD",
		"spark.kubernetes.driverEnv.GITHUB_TOKEN", "spark.yarn.appMasterEnv.API_KEY", "spark.hadoop.fs.azure.account.key.a.dfs.core.windows.net",
		"spark.hadoop.fs.azure.sas.c.a.blob.core.windows.net", "spark.eventhubs.connectionString",
	] {
		some answer in rule.deny with input as written(key, "hunter2swordfish", [])
		answer.msg == $"{key} holds a literal of 16 characters: whoever reads this file or the process list has it"
		answer.severity == "error"
		answer.secret
	}
}

test_denies_by_the_look_of_it if {
	some answer in rule.deny with input as written("spark.acme.url", "jdbc:x?password=hunter2", ["the value of password"])
	answer.msg == "spark.acme.url holds the value of password: whoever reads this file or the process list has it"
}

test_denies_arguments if {
	some answer in rule.deny with input as {"assignments": [], "arguments": [{"id": "argument#1", "text": "hunter2", "secrets": ["the value of --password"]}]}
	answer.at == "argument#1"
	answer.msg == "the application is given the value of --password on its command line, which everybody on the machine can read"
}

test_milder_for_values_that_everyone_knows if {
	some answer in rule.deny with input as written("spark.hadoop.fs.s3a.secret.key", "minioadmin", [])
	answer.severity == "warning"
}

test_one_finding_for_one_secret if {
	count(rule.deny) == 1 with input as written("spark.acme.password", "AKIA0123456789ABCDEF", ["an AWS access key"])
}

test_allows_references if {
	every raw in ["${AWS_SECRET}", "{{secrets/scope/key}}", "$TOKEN", "/etc/secrets/key", "vault:secret/spark", "jceks://hdfs/keys", "var.key", "<secret>", "abc", "true"] {
		count(rule.deny) == 0 with input as written("spark.hadoop.fs.s3a.secret.key", raw, [])
	}
}

test_allows_keys_that_name_no_secret if {
	every key in [
		"spark.kubernetes.driver.secrets.spark-secret", "spark.authenticate.secret.file", "spark.hadoop.fs.s3a.aws.credentials.provider",
		"spark.executor.memory", "spark.kubernetes.driver.secretKeyRef.DB_PASSWORD", "spark.kubernetes.authenticate.driver.oauthTokenFile",
	] {
		count(rule.deny) == 0 with input as written(key, "hunter2swordfish", [])
	}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": [{"id": "assignment#0", "key": "spark.ssl.keyPassword"}], "arguments": []}
}
