# The heap that leaves room for its overhead.
package policies.lib.heap

# The largest heap whose container fits into so much memory, when Spark adds a
# share of it, and no less than the least overhead; all in MiB.
fitting(room, factor, least) := min([floor(room / (1 + factor)), room - least])

# The text of a heap, in whole GiB where that loses little.
text(heap) := sprintf("%dg", [floor(heap / 1024)]) if {
	heap >= 4096
} else := sprintf("%dm", [heap])

# The text of just this heap.
exact(heap) := sprintf("%dg", [heap / 1024]) if {
	heap % 1024 == 0
} else := sprintf("%dm", [heap])

# A heap below which Spark does not start (UnifiedMemoryManager).
starts(heap) if heap >= 450

# The largest heap of an executor whose container fits.
executor(room) := heap if {
	e := input.facts.executor
	rest := room - (e.offheap_mib + e.pyspark_mib)
	heap := of_executor(e, rest)
	starts(heap)
}

of_executor(e, rest) := rest - e.overhead_mib if {
	input.written["spark.executor.memoryOverhead"]
} else := fitting(rest, e.overhead_factor, least)

default least := 384

least := floor(input.conf["spark.executor.minMemoryOverhead"] / 1048576)

# The largest heap of a driver whose container fits, when nobody writes its
# overhead.
driver(room) := heap if {
	heap := fitting(room, input.facts.driver.overhead_factor, driver_least)
	starts(heap)
}

default driver_least := 384

driver_least := floor(input.conf["spark.driver.minMemoryOverhead"] / 1048576)
