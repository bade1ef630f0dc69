# METADATA
# title: Quote that is not closed in JVM options
# description: |
#   The launcher splits the driver's JVM options into words as a shell does: single and double quotes, and a backslash
#   before a character. Where a quote is not closed, or a backslash is the last character, it stops.
# related_resources:
#   - description: CommandBuilderUtils, parseOptionString
#     ref: https://github.com/apache/spark/blob/v3.5.1/launcher/src/main/java/org/apache/spark/launcher/CommandBuilderUtils.java
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Close the quote, or delete it.
package policies.jvm.unclosed_quote

import data.policies.lib.java_options

deny contains {
	"at": key,
	"msg": $"a quote or a backslash in {key} has no end: the launcher stops",
} if {
	here
	some key, text in java_options.driver
	not regex.match(`^([^"'\\]|\\(?s:.)|"([^"\\]|\\(?s:.))*"|'[^']*')*$`, text)
}

# Whether the launcher splits them: where it starts the driver itself (it does
# not look at DEPLOY_MODE), and from 4.0 on in any mode.
here if input.job.deploy_mode == "client"

here if input.written["spark.submit.deployMode"] == "environment"

here if to_number(split(input.job.spark_release, ".")[0]) >= 4
