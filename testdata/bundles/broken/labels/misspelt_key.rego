# METADATA
# title: A rule that reads a key no Spark has
# description: An example of a bundle that must not run.
# custom:
#   severity: error
#   since: 1.0.0
#   fix: Spell the key right.
package broken.labels.misspelt_key

deny contains {"at": "spark.executor.memori", "msg": "never reached"} if {
	input.conf["spark.executor.memori"] > 1
}
