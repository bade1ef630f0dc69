# METADATA
# title: Settings of adaptive execution, which is off
# description: |
#   spark.sql.adaptive.* is read only while spark.sql.adaptive.enabled is true. With it off, and before Spark 3.2 off is
#   the default, what the other settings switch on does not happen.
# related_resources:
#   - description: Spark SQL performance tuning, adaptive query execution
#     ref: https://spark.apache.org/docs/latest/sql-performance-tuning.html#adaptive-query-execution
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Remove spark.sql.adaptive.enabled=false (before Spark 3.2, set it to true), or remove its other settings.
package policies.shuffle.aqe_subkeys_without_aqe

deny contains {
	"at": subkeys[0],
	"msg": $"{subkeys[0]} has no effect: spark.sql.adaptive.enabled is false",
	"notes": array.concat(["spark.sql.adaptive.enabled"], array.slice(subkeys, 1, count(subkeys))),
	"set": {"spark.sql.adaptive.enabled": "true"},
	"unsafe": true,
} if {
	input.conf["spark.sql.adaptive.enabled"] == false
	count(subkeys) > 0
}

# What is switched off is no contradiction.
subkeys := [a.name |
	some a in input.assignments
	a.effective
	startswith(a.name, "spark.sql.adaptive.")
	a.name != "spark.sql.adaptive.enabled"
	lower(a.raw) != "false"
	beside_the_switch(a.layer)
]

# A job may switch off what its defaults describe.
beside_the_switch(layer) if layer == input.written["spark.sql.adaptive.enabled"]

beside_the_switch(_) if input.unset["spark.sql.adaptive.enabled"]
