# METADATA
# title: Speculation without a guard on the output
# description: |
#   With spark.speculation two attempts of one task run at a time. The driver lets one of them commit, and a committer
#   keeps the files of the other out of sight. Neither holds where
#   spark.hadoop.outputCommitCoordination.enabled is false, or where a direct committer lets attempts write straight
#   into the output: there a slower or a killed attempt can overwrite or delete files of the one that succeeded.
# related_resources:
#   - description: SPARK-10063, direct committers lose data under speculation
#     ref: https://issues.apache.org/jira/browse/SPARK-10063
#   - description: SPARK-4879, coordination of commits
#     ref: https://issues.apache.org/jira/browse/SPARK-4879
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#   fix: Turn speculation off, or delete the setting that takes the guard away.
package policies.reliability.speculation_unsafe_commit

deny contains {
	"at": at,
	"msg": $"under speculation two attempts of a task may write the same files, and {said}",
	"notes": ["spark.speculation"],
	"set": {"spark.speculation": "false"},
	"unsafe": true,
} if {
	input.conf["spark.speculation"]
	some at, said in unguarded
}

unguarded["spark.hadoop.outputCommitCoordination.enabled"] := "nobody decides which of them commits" if {
	input.conf["spark.hadoop.outputCommitCoordination.enabled"] == false
}

unguarded[a.id] := $"{class} writes them in place" if {
	some a in input.assignments
	a.effective
	a.name in committers
	class := regex.find_n(`\bDirect\w*Committer$`, a.raw, 1)[0]
}

committers := {
	"spark.hadoop.mapred.output.committer.class",
	"spark.sql.parquet.output.committer.class",
	"spark.sql.sources.outputCommitterClass",
}
