package policies.platform.glue_datalake_format_unconfigured_test

import data.policies.platform.glue_datalake_format_unconfigured

found(formats, unset) := result if {
	result := glue_datalake_format_unconfigured.deny with input.resource as {"attributes": {`default_arguments["--datalake-formats"]`: formats}}
		with input.unset as unset
}

test_denies if {
	some f in found("delta", {"spark.sql.extensions": true})
	contains(f.msg, "nobody sets spark.sql.extensions here")
}

test_denies_each_format if count(found("hudi, iceberg", {"spark.sql.extensions": true, "spark.serializer": true})) == 2

test_allows if count(found("delta", {"spark.serializer": true})) == 0

test_silent_when_unknown if {
	silent := glue_datalake_format_unconfigured.deny with input.resource as {"attributes": {}} with input.unset as {"spark.sql.extensions": true}
	count(silent) == 0
}
