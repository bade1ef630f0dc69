# METADATA
# title: Heap just too large for compressed references
# description: |
#   Up to about 32 GiB of heap the JVM keeps references between objects in 4 bytes; above, they take 8. A heap a little
#   above that border holds fewer objects than one just below it. Data that Spark keeps in its own binary format is less
#   affected than the objects of RDDs and user functions.
# related_resources:
#   - description: Tuning Spark, tuning data structures
#     ref: https://spark.apache.org/docs/latest/tuning.html#tuning-data-structures
#   - description: HotSpot, compressed ordinary object pointers
#     ref: https://docs.oracle.com/en/java/javase/17/vm/java-hotspot-virtual-machine-performance-enhancements.html
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     gains_again_mib:
#       default: 49152
#       doc: heap from which on more memory outweighs larger references, in MiB
#   fix: Use 31g or less with more executors, or 48g and more.
#   yields_to: [platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.memory.heap_loses_compressed_oops

params := data.params.memory.heap_loses_compressed_oops

deny contains {
	"at": "spark.executor.memory",
	"msg": $"with {heap} MiB of heap the JVM needs 8 bytes for each reference; up to 32736 MiB it needs 4, so that 31g hold more objects",
	"because": ["executor.compressed_oops"],
	"set": {"spark.executor.memory": "31g"},
	"unsafe": true,
} if {
	input.written["spark.executor.memory"]
	input.facts.executor.compressed_oops == false
	heap := input.facts.executor.heap_mib
	heap > 32736
	heap < params.gains_again_mib
	not chosen
}

# Who turns them off, or takes a collector that has none, knows.
chosen if "-XX:-UseCompressedOops" in input.facts.executor.jvm_arguments

chosen if "-XX:+UseZGC" in input.facts.executor.jvm_arguments
