package policies.cores.executors_exceed_cluster_test

import data.policies.cores.executors_exceed_cluster as rule

job(asked, each) := {"facts": {
	"executors": {"minimum_count": asked},
	"cluster": {"executors_count": 40 * each, "nodes_count": 40},
	"node": {"executors_count": each},
}}

test_denies if {
	rule.deny == {{
		"at": "executors.minimum_count",
		"msg": "196 executors are asked for, and 40 machines with room for 4 of this size each hold 160 at most: 36 are never there",
		"because": ["executors.minimum_count", "cluster.executors_count", "node.executors_count"],
	}} with input as job(196, 4)
}

test_allows_a_full_cluster if count(rule.deny) == 0 with input as job(160, 4)

test_allows_what_fits_nowhere if count(rule.deny) == 0 with input as job(196, 0)

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"facts": {"executors": {}, "cluster": {"executors_count": 1, "nodes_count": 1}, "node": {"executors_count": 1}}}
}
