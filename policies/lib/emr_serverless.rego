# The workers that a job on EMR Serverless asks for: cores, heap and overhead of
# the driver and of each executor, by role. Where nobody writes a size the
# platform's default counts, and what cannot be known is absent.
# https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/jobs-spark.html
package policies.lib.emr_serverless

mentioned := {a.name | some a in input.assignments; a.layer != "platform"}

silent(name) if {
	not name in mentioned
	input.job.complete
	input.job.open == false
}

cores["executor"] := input.conf["spark.executor.cores"] if "spark.executor.cores" in mentioned

cores["executor"] := 4 if silent("spark.executor.cores")

cores["driver"] := input.conf["spark.driver.cores"] if "spark.driver.cores" in mentioned

cores["driver"] := 4 if silent("spark.driver.cores")

heap["executor"] := input.conf["spark.executor.memory"] if "spark.executor.memory" in mentioned

heap["executor"] := (14 * 1024) * 1048576 if silent("spark.executor.memory")

heap["driver"] := input.conf["spark.driver.memory"] if "spark.driver.memory" in mentioned

heap["driver"] := (14 * 1024) * 1048576 if silent("spark.driver.memory")

overhead["executor"] := input.conf["spark.executor.memoryOverhead"] if "spark.executor.memoryOverhead" in mentioned

overhead["executor"] := tenth(heap.executor) if silent("spark.executor.memoryOverhead")

overhead["driver"] := input.conf["spark.driver.memoryOverhead"] if "spark.driver.memoryOverhead" in mentioned

overhead["driver"] := tenth(heap.driver) if silent("spark.driver.memoryOverhead")

tenth(bytes) := max([bytes * 0.1, 384 * 1048576]) if {
	every name in mentioned { not endswith(name, "memoryOverheadFactor") }
}

gigabytes[role] := ceil((heap[role] + overhead[role]) / 1073741824) if some role in {"driver", "executor"}
