# METADATA
# title: Quotes that are part of the value
# description: |
#   Neither a properties file nor Spark knows quotes: those around a value are part of it. A number in quotes is
#   none, a class in quotes is not found, and several JVM options in quotes are one option to the JVM.
# related_resources:
#   - description: How a properties file is read
#     ref: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#spark-properties
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write the value without the quotes.
package policies.correctness.quoted_value_in_defaults

import data.policies.lib.value_text

deny contains object.union(
	{
		"at": a.name,
		"msg": $"the quotes are part of the value of {a.key}: {consequence(a)}",
		"severity": severity(a),
	},
	mended(a),
) if {
	some a in input.assignments
	a.effective
	value_text.quoted(a.text)
	input.keys[a.key].status != "unknown"
	not harmless(a)
}

java_options(a) if endswith(a.name, "JavaOptions")

# Spark splits JVM options like a shell: quotes around a single one vanish.
harmless(a) if {
	java_options(a)
	not regex.match(`\s`, a.text)
}

consequence(a) := "Spark refuses it" if {
	input.invalid[a.name]
} else := "the JVM gets all of it as one option" if {
	java_options(a)
} else := "Spark uses them like any other character"

# Of a family of keys, the one who reads the value may want them.
severity(a) := "warning" if {
	input.keys[a.key].status == "family"
} else := "info" if {
	a.name == "spark.app.name"
} else := "error"

# In secrets and in other people's keys the quotes may be meant.
mended(a) := {"set": {a.name: value_text.unquoted(a.text)}} if {
	severity(a) == "error"
	not regex.match(`(?i)secret|password|token`, a.key)
} else := {}
