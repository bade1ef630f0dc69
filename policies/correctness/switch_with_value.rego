# METADATA
# title: Value that spark-submit drops
# description: |
#   A switch is on as soon as it is there. spark-submit drops what follows an equals sign without a word, so that
#   --supervise=false switches supervision on. The shells lose the value of their own options in the same way.
# related_resources:
#   - description: How spark-submit reads its options
#     ref: https://github.com/apache/spark/blob/v3.5.1/launcher/src/main/java/org/apache/spark/launcher/SparkSubmitOptionParser.java
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Leave a switch out to switch it off. Write the value of a shell's own option as a word of its own.
package policies.correctness.switch_with_value

import data.policies.lib.observation

deny contains object.union(
	{
		"at": o.id,
		"msg": $"spark-submit drops the value in {o.text} and reads {split(o.text, "=")[0]}",
		"severity": severity(o.text),
	},
	observation.mended(o),
) if {
	some o in input.observations
	o.kind == "switch_with_value"
}

# That a switch is true is what spark-submit does anyway.
severity(text) := "info" if endswith(lower(text), "=true")

else := "error"
