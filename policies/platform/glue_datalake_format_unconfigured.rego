# METADATA
# title: Table format whose jars come without its settings
# description: |
#   --datalake-formats puts a table format's jars on the class path and sets nothing. Delta Lake and Iceberg still need
#   their session extension and a catalog, and Hudi needs Spark's Kryo serializer: in --conf, or in the script where it
#   builds its session.
# related_resources:
#   - description: AWS Glue, using data lake frameworks
#     ref: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-datalake-native-frameworks.html
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     complete: true
#     resources: [aws_glue_job]
#   params:
#     needs:
#       default:
#         delta: spark.sql.extensions
#         hudi: spark.serializer
#         iceberg: spark.sql.extensions
#       doc: format → the setting without which it does not work
#   fix: Chain the format's settings in --conf, as AWS documents them for each format.
package policies.platform.glue_datalake_format_unconfigured

params := data.params.platform.glue_datalake_format_unconfigured

deny contains {
	"at": $`attribute#{path}`,
	"msg": $"--datalake-formats {format} brings jars only: nobody sets {key} here, and unless the script does, the first {format} table fails",
} if {
	path := `default_arguments["--datalake-formats"]`
	some word in split(input.resource.attributes[path], ",")
	format := lower(trim_space(word))
	key := params.needs[format]
	unset[key]
}

unset["spark.sql.extensions"] if input.unset["spark.sql.extensions"]

unset["spark.serializer"] if input.unset["spark.serializer"]
