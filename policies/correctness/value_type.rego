# METADATA
# title: Value of the wrong type
# description: |
#   Spark reads a value by the type of its key: true or false, a whole number, a size such as 4g, a duration such as
#   30s. It refuses anything else with an exception, when the session starts or when the setting is first read.
# related_resources:
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#spark-properties
#   - description: How Spark reads typed values
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/internal/config/ConfigBuilder.scala
#   - description: How Spark reads sizes and durations
#     ref: https://github.com/apache/spark/blob/v3.5.1/common/utils/src/main/java/org/apache/spark/network/util/JavaUtils.java
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write the value as the message asks for it.
package policies.correctness.value_type

import data.policies.lib.value_text

deny contains object.union(
	{"at": a.name, "msg": $"{fault.message}; Spark stops when it reads {a.key}"},
	mended(a, lower(trim_space(fault.raw))),
) if {
	some a in input.assignments
	a.effective
	fault := input.invalid[a.name]
	fault.kind == "type"
	not value_text.spoilt(fault.raw)
	not value_text.token(fault.raw)
}

mended(a, text) := {"set": {a.name: value}} if {
	a.key == a.name
	value := meant(input.keys[a.key].type, text)
} else := {}

meant("boolean", text) := {"yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"}[text]

meant("int", text) := regex.replace(text, `[,_]`, "") if regex.match(`^[0-9]{1,3}([,_][0-9]{3})+$`, text)

meant("bytes", text) := concat("", [found[1], found[2]]) if {
	some found in regex.find_all_string_submatch_n(`^([0-9]+)\s*([kmgtp])i?b?$`, text, 1)
}

meant("duration", text) := concat("", [found[1], found[2]]) if {
	some found in regex.find_all_string_submatch_n(`^([0-9]+)\s*(ms|[smhd])(?:ecs?|econds?|ins?|inutes?|ours?|rs?|ays?)?$`, text, 1)
}
