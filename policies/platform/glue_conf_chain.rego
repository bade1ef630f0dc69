# METADATA
# title: Chain of settings in a form that Glue does not split
# description: |
#   A Glue job has one argument --conf. Its value is the first key=value, and each further one follows after the word
#   --conf again. Glue does not split at commas or blanks: what follows there becomes part of the first value.
# related_resources:
#   - description: AWS Glue, using the Iceberg framework (how --conf is chained)
#     ref: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-format-iceberg.html
#   - description: AWS Glue, job parameters
#     ref: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     resources: [aws_glue_job]
#   fix: Join the settings with the word --conf, as in k1=v1 --conf k2=v2.
package policies.platform.glue_conf_chain

import data.policies.lib.resource

# The parts of each chain as Glue splits it, by path.
chains[path] := regex.split(`\s+--conf[\s=]+`, trim_space(value)) if {
	some map in {"default_arguments", "non_overridable_arguments"}
	some path, entry in resource.entries(map)
	entry.key == "--conf"
	value := input.resource.attributes[path]
}

deny contains {
	"at": $"attribute#{path}",
	"msg": $`{swallowed} is not joined by the word --conf: Glue takes it as part of the value of {owner}`,
} if {
	some path, parts in chains
	some part in parts
	[owner, rest] := [substring(part, 0, indexof(part, "=")), substring(part, indexof(part, "=") + 1, -1)]
	swallowed := regex.find_all_string_submatch_n(`[,;\s]\s*(spark\.[\w.-]+)\s*=`, rest, 1)[0][1]
}

deny contains {
	"at": $"attribute#{path}",
	"msg": $"{part} in --conf has no equals sign: Glue needs key=value",
} if {
	some path, parts in chains
	some part in parts
	not contains(part, "=")
}
