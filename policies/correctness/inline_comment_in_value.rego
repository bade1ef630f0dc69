# METADATA
# title: Comment that is part of the value
# description: |
#   In a properties file a comment needs a line of its own. After a value, # begins no comment: it and what follows
#   are part of the value that Spark reads.
# related_resources:
#   - description: How a properties file is read
#     ref: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#spark-properties
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Move the comment to a line of its own, above the setting.
package policies.correctness.inline_comment_in_value

import data.policies.lib.value_text

deny contains {
	"at": a.name,
	"msg": $"the comment is part of the value of {a.key}: it needs a line of its own",
	"set": {a.name: value_text.uncommented(a.text)},
} if {
	some a in input.assignments
	a.effective
	value_text.commented(a.text)
	spoils(a)
}

# What makes another value of a number refuses it.
spoils(a) if input.invalid[a.name]

# In text, two slashes may be meant, and so may all of it.
spoils(a) if {
	not input.invalid[a.name]
	contains(a.text, "#")
	input.keys[a.key].status != "unknown"
	not regex.match(`(?i)name|description|label|annotation|regex|pattern`, a.key)
}
