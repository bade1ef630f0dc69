package policies.sql.ignore_corrupt_or_missing_files_test

import data.policies.sql.ignore_corrupt_or_missing_files as rule

all_off := {
	"spark.sql.files.ignoreCorruptFiles": false,
	"spark.sql.files.ignoreMissingFiles": false,
	"spark.files.ignoreCorruptFiles": false,
	"spark.files.ignoreMissingFiles": false,
}

test_denies_each if {
	some key, _ in all_off
	some answer in rule.deny with input as {"conf": object.union(all_off, {key: true})}
	answer.at == key
	answer.msg == $"{key} is on: files that cannot be read are left out, and results lose rows without an error"
}

test_allows_the_defaults if {
	count(rule.deny) == 0 with input as {"conf": all_off}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}}
}
