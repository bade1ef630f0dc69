# Whether a platform with its own file systems, committers and jars runs the
# job. Where no profile names one, its traces in the settings do; a job may
# still run on one without any.
package policies.lib.platform

plain := {"k8s", "local", "standalone", "yarn"}

managed if {
	name := input.job.platform
	not name in plain
}

managed if {
	not input.job.platform
	some a in input.assignments
	trace(a)
}

managed if {
	not input.job.platform
	regex.match(traces, input.job.application)
}

trace(a) if regex.match(`^spark\.(emr|emr-serverless|glue|dataproc|synapse|fabric|microsoft)\.`, a.key)

trace(a) if {
	startswith(a.key, "spark.databricks.")
	not startswith(a.key, "spark.databricks.delta.")
}

trace(a) if regex.match(traces, a.raw)

traces := `^dbfs:|^abfss?://[^/]*onelake|emrfs|com\.amazon\.ws\.emr|/usr/share/aws/|/usr/lib/hadoop-lzo|AWSGlueDataCatalog|amazonaws\.com/spark/emr`
