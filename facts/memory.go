package facts

func memoryFacts() []Definition {
	const manager = "org.apache.spark.memory.UnifiedMemoryManager"
	reserved := named(300, MiB, "reserved memory")
	heap := atLeast(450, fact("executor.heap_mib"), "Spark refuses a heap below 450 MiB")
	// Spark checks what is written, in local mode too, and takes a bare number for bytes.
	readAsBytes := atLeast(450<<20, bareBytes("spark.executor.memory", Bytes), "Spark refuses a heap below 450 MiB")
	usable := subtract(when(written("spark.executor.memory"), afterCheck(readAsBytes, heap), heap), reserved)
	share := fraction("spark.memory.fraction").within(0, 1)
	unified := multiply(usable, share)
	execution := when(enabled("spark.memory.offHeap.enabled"), &fractional{fact("executor.offheap_mib")}, unified)
	slots := fact("executor.slots")
	return []Definition{
		{
			Name: "executor.reserved_mib", Unit: MiB, Kind: Int, Source: manager,
			Doc:  "Heap that Spark sets aside for itself.",
			Expr: reserved,
		},
		{
			Name: "executor.unified_mib", Unit: MiB, Kind: Int, Source: manager,
			Doc:  "Heap that execution and storage share. It counts from -Xmx: the JVM offers Spark a few percent less under the Serial collector, about a tenth less under Parallel.",
			Expr: truncateLong(unified),
		},
		{
			Name: "executor.storage_mib", Unit: MiB, Kind: Int, Source: manager,
			Doc:  "Part of the unified memory in which cached blocks are safe from execution; a floor for storage, no ceiling.",
			Expr: truncateLong(multiply(unified, fraction("spark.memory.storageFraction").within(0, 1))),
		},
		{
			Name: "executor.user_mib", Unit: MiB, Kind: Int, Source: manager,
			Doc:  "Heap left to the application's own objects.",
			Expr: truncateLong(multiply(usable, subtract(ratio(1, ""), share))),
		},
		{
			Name: "executor.execution_per_task_mib", Unit: MiB, Kind: Int, Source: "org.apache.spark.memory.ExecutionMemoryPool",
			Doc:     "Most execution memory that a task gets when all slots are busy and nothing is cached; off-heap when that is enabled.",
			Applies: everywhere,
			Expr:    truncateLong(divide(execution, slots)),
		},
		{
			Name: "executor.execution_per_task_min_mib", Unit: MiB, Kind: Int, Source: "org.apache.spark.memory.ExecutionMemoryPool",
			Doc:     "Execution memory that a task is sure of when all slots are busy and nothing is cached: half of its share.",
			Applies: everywhere,
			Expr:    truncateLong(divide(execution, multiply(named(2, Count, ""), slots))),
		},
	}
}
