# How a job's writes to s3a:// are committed.
package policies.lib.committer

# The committers that need no rename.
chosen := name if {
	name := input.conf["spark.hadoop.fs.s3a.committer.name"]
	name in {"directory", "magic", "partitioned"}
}

# From Spark 3.2 on, one bucket with a magic committer of its own is enough:
# Spark then sets all that nobody wrote.
by_bucket if {
	some a in input.assignments
	regex.match(`^spark\.hadoop\.fs\.s3a\.bucket\.[^.]+\.committer\.`, a.key)
}

# The protocol that asks the file system for its committer.
protocol := "org.apache.spark.internal.io.cloud.PathOutputCommitProtocol"

# What Parquet's writer takes for its own committer, and which asks too.
binding := "org.apache.spark.internal.io.cloud.BindingParquetOutputCommitter"

# Both classes, which are in spark-hadoop-cloud.
classes := {
	"spark.sql.sources.commitProtocolClass": protocol,
	"spark.sql.parquet.output.committer.class": binding,
}
