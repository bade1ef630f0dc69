# METADATA
# title: Spark setting in the name of a Glue argument
# description: |
#   A Glue job hands settings to Spark in the value of one argument, --conf. An argument whose own name holds the
#   setting is none that Glue knows: the script gets it, and Spark does not.
# related_resources:
#   - description: AWS Glue, job parameters
#     ref: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     resources: [aws_glue_job]
#   fix: 'Write one argument "--conf" = "key=value --conf key2=value2".'
package policies.platform.glue_conf_in_key

import data.policies.lib.resource

deny contains {
	"at": $"attribute_name#{path}",
	"msg": $`the argument is named "{entry.key}", which Glue does not know: {setting} does not reach Spark`,
} if {
	some map in {"default_arguments", "non_overridable_arguments"}
	some path, entry in resource.entries(map)
	setting := regex.find_all_string_submatch_n(`^--conf[\s=]+(spark\.[^\s=]+)`, entry.key, 1)[0][1]
}
