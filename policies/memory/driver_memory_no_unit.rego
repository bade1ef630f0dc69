# METADATA
# title: Driver memory without a unit
# description: |
#   Where spark-submit itself starts the driver (client mode, and in the driver's pod on Kubernetes), it hands the text
#   to java as -Xmx, and to java a bare number is bytes. The JVM does not start. Elsewhere Spark reads the same number as
#   mebibytes.
# related_resources:
#   - description: SparkSubmitCommandBuilder.buildSparkSubmitCommand, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/launcher/src/main/java/org/apache/spark/launcher/SparkSubmitCommandBuilder.java
#   - description: Spark configuration, application properties
#     ref: https://spark.apache.org/docs/latest/configuration.html#application-properties
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write the unit, such as 4096m or 4g.
package policies.memory.driver_memory_no_unit

deny contains {
	"at": "spark.driver.memory",
	"msg": $"{number} reaches the driver's JVM as -Xmx{number}, which is {number} bytes of heap: it does not start",
	"set": {"spark.driver.memory": concat("", [number, "m"])},
} if {
	number
	handed_to_java
}

# A fragment may serve jobs of either deploy mode.
deny contains {
	"at": "spark.driver.memory",
	"msg": $"{number} is MiB in cluster mode; in client mode it reaches the driver's JVM as -Xmx{number}, {number} bytes of heap, and the JVM does not start",
	"set": {"spark.driver.memory": concat("", [number, "m"])},
	"severity": "warning",
} if {
	number
	not input.job.deploy_mode
	not handed_to_java
}

handed_to_java if input.job.deploy_mode == "client"

handed_to_java if input.job.cluster_manager == "kubernetes"

# The bare number, where it is too small to be meant as bytes.
number := trim_space(a.raw) if {
	some a in input.assignments
	a.name == "spark.driver.memory"
	a.effective
	regex.match(`^\s*[1-9]\d{0,5}\s*$`, a.raw)
}
