package policies.reliability.speculation_unsafe_commit_test

import data.policies.reliability.speculation_unsafe_commit as rule

job(settings) := {
	"conf": object.union({"spark.speculation": true, "spark.hadoop.outputCommitCoordination.enabled": true}, settings),
	"assignments": [],
}

direct := {"assignments": [{
	"id": "assignment#0", "effective": true,
	"name": "spark.sql.sources.outputCommitterClass", "raw": "com.acme.DirectOutputCommitter",
}]}

test_denies_a_direct_committer if {
	rule.deny == {{
		"at": "assignment#0",
		"msg": "under speculation two attempts of a task may write the same files, and DirectOutputCommitter writes them in place",
		"notes": ["spark.speculation"],
		"set": {"spark.speculation": "false"},
		"unsafe": true,
	}} with input as object.union(job({}), direct)
}

test_denies_without_coordination if {
	some answer in rule.deny with input as job({"spark.hadoop.outputCommitCoordination.enabled": false})
	answer.msg == "under speculation two attempts of a task may write the same files, and nobody decides which of them commits"
}

test_allows_speculation_with_its_guards if {
	count(rule.deny) == 0 with input as job({})
}

test_allows_a_direct_committer_without_speculation if {
	count(rule.deny) == 0 with input as object.union(job({"spark.speculation": false}), direct)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.hadoop.outputCommitCoordination.enabled": false}}
}
