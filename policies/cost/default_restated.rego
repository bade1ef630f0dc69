# METADATA
# title: Default written out
# description: |
#   The setting has the value that Spark uses without it, whatever its spelling. Lines that change nothing hide those that
#   do, and keep the old value when an upgrade brings a better default. Who pins a value on purpose is right to; on
#   platforms with defaults of their own nothing is said.
# related_resources:
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html
# custom:
#   severity: info
#   advice: true
#   since: 0.1.0
#   fix: Delete the setting, or say beside it why it is pinned.
#   yields_to: [sql/crossjoin_flag_obsolete]
package policies.cost.default_restated

deny contains {
	"at": a.id,
	"msg": $"{a.key}={a.raw} is what {spark} does without it",
	"unset": [a.name],
} if {
	some a in input.assignments
	a.restates
	spark := which
}

# A vendor's build may have defaults of its own.
which := $"Spark {input.job.spark_release}" if {
	regex.match(`^[0-9.]+$`, input.job.spark_version)
} else := "every Spark" if {
	not input.job.spark_version
}
