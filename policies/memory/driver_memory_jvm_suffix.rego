# METADATA
# title: Driver memory in a unit that java does not read
# description: |
#   Where spark-submit itself starts the driver (client mode, and in the driver's pod on Kubernetes), it hands the text
#   to java as -Xmx. Spark reads kb, mb, gb, tb, b, p and pb, and since 4.2 Gi and GiB; java reads k, m, g and t only, and does not start.
# related_resources:
#   - description: SparkSubmitCommandBuilder.buildSparkSubmitCommand, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/launcher/src/main/java/org/apache/spark/launcher/SparkSubmitCommandBuilder.java
#   - description: The java command, -Xmx
#     ref: https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write k, m, g or t, such as 4g.
package policies.memory.driver_memory_jvm_suffix

deny contains {
	"at": "spark.driver.memory",
	"msg": $"{text} reaches the driver's JVM as -Xmx{text}: java reads no suffix but k, m, g and t, and does not start",
	"set": mended,
} if {
	text
	handed_to_java
}

# A fragment may serve jobs of either deploy mode.
deny contains {
	"at": "spark.driver.memory",
	"msg": $"in client mode {text} reaches the driver's JVM as -Xmx{text}: java reads no suffix but k, m, g and t, and does not start",
	"set": mended,
	"severity": "warning",
} if {
	text
	not input.job.deploy_mode
	not handed_to_java
}

handed_to_java if input.job.deploy_mode == "client"

handed_to_java if input.job.cluster_manager == "kubernetes"

text := trim_space(a.raw) if {
	some a in input.assignments
	a.name == "spark.driver.memory"
	a.effective
	regex.match(`(?i)^\s*\d+([kmgt]?b|[kmgt]ib?|p(i?b|i)?)\s*$`, a.raw)
	not input.invalid[a.name]
}

mended := {"spark.driver.memory": trim_right(text, "bBiI")} if {
	regex.match(`(?i)[kmgt](b|ib?)$`, text)
} else := {}
