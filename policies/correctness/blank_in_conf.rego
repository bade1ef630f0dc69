# METADATA
# title: Blank beside the equals sign of --conf
# description: |
#   spark-submit splits the argument of --conf at its first equals sign and trims nothing. A quoted blank before the
#   sign becomes part of the key, which Spark does not know then and ignores. A blank that is not quoted ends the
#   word, and the next one is taken for the application.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
#   - description: Where --conf is split
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/deploy/SparkSubmitArguments.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write key=value without blanks around the equals sign.
package policies.correctness.blank_in_conf

import data.policies.lib.observation

deny contains object.union(
	{
		"at": o.id,
		"msg": $"{consequence(o.text)}; write {o.suggestion}",
		"severity": severity(o.text),
		"unsafe": severity(o.text) == "warning",
	},
	observation.mended(o),
) if {
	some o in input.observations
	o.kind == "blank_in_conf"
}

in_key(text) if regex.match(`^\S*\s+=`, text)

in_value(text) if regex.match(`^[^\s=]+=\s+\S`, text)

consequence(text) := "the blank before the equals sign is part of the key, which Spark does not know and ignores" if {
	in_key(text)
} else := "the blank after the equals sign is part of the value" if {
	in_value(text)
} else := "the blank ends the word, so that --conf gets a part only and spark-submit stops"

# Most types trim their values.
severity(text) := "warning" if in_value(text)

else := "error"
