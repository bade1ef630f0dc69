package facts

import "github.com/sparkvet/sparkvet/conf"

func countFacts() []Definition {
	const backend = "org.apache.spark.scheduler.cluster.SchedulerBackendUtils"
	least := count("spark.dynamicAllocation.minExecutors").from(0)
	instances := count("spark.executor.instances")
	// A standalone cluster knows no number of executors, only of cores.
	fitting := when(all{written("spark.cores.max"), written("spark.executor.cores")},
		truncate(divide(cores("spark.cores.max").from(1), cores("spark.executor.cores").from(1))),
		unknowable("a standalone cluster starts executors until spark.cores.max is used up, and it or spark.executor.cores is not written"))
	static := when(on{conf.Standalone}, fitting,
		orElse(count("spark.executor.instances").from(1), named(2, Count, "executors by default")))
	most := count("spark.dynamicAllocation.maxExecutors").from(1)
	start := maximum(least, count("spark.dynamicAllocation.initialExecutors"), only(written(instances.name), instances))
	inOrder := func(count, then Expr) Expr {
		return when(notAbove{count, most}, then, unknowable("Spark refuses more executors at the start or at least than at most"))
	}
	bounded := when(all{on{conf.Standalone}, written("spark.cores.max"), written("spark.executor.cores")},
		minimum(most, fitting),
		orElse(most, unknowable("dynamic allocation has no bound without spark.dynamicAllocation.maxExecutors")))
	partitions := count("spark.sql.shuffle.partitions")
	return []Definition{
		{
			Name: "executors.initial_count", Unit: Count, Kind: Int, Applies: clusters, Source: backend + ".getInitialTargetExecutorNumber",
			Doc:  "Executors that the job starts with.",
			Expr: when(dynamic(), inOrder(start, start), static),
		},
		{
			Name: "executors.minimum_count", Unit: Count, Kind: Int, Applies: clusters, Source: "org.apache.spark.ExecutorAllocationManager",
			Doc:  "Fewest executors that the job keeps: without dynamic allocation, all of them.",
			Expr: when(dynamic(), inOrder(least, least), static),
		},
		{
			Name: "executors.maximum_count", Unit: Count, Kind: Int, Applies: clusters, Source: "org.apache.spark.ExecutorAllocationManager",
			Doc:  "Most executors that the job asks for: without dynamic allocation, all of them; with it, 2147483647 unless spark.dynamicAllocation.maxExecutors is written.",
			Expr: when(dynamic(), inOrder(least, most), static),
		},
		{
			Name: "executors.effective_count", Unit: Count, Kind: Int, Applies: everywhere, Source: backend,
			Doc: "Executors of the job at full load: with dynamic allocation the most it may have, where somebody bounded them; one in local mode, the driver.",
			Expr: when(on{conf.Local}, named(1, Count, "the driver"),
				when(dynamic(), bounded, static)),
		},
		{
			Name: "cluster.slots_count", Unit: Count, Kind: Int, Applies: everywhere, Source: backend,
			Doc: "Tasks that the job runs at a time at full load.",
			Expr: when(on{conf.Local}, fact("executor.slots"),
				multiply(fact("executors.effective_count"), fact("executor.slots"))),
		},
		{
			Name: "shuffle.partitions_count", Unit: Count, Kind: Int, Source: "org.apache.spark.sql.internal.SQLConf.numShufflePartitions",
			Doc: "Partitions of a SQL shuffle as it is written; adaptive execution may merge them when it reads.",
			Expr: when(all{enabled("spark.sql.adaptive.enabled"), enabled("spark.sql.adaptive.coalescePartitions.enabled")},
				orElse(count("spark.sql.adaptive.coalescePartitions.initialPartitionNum"), partitions), partitions),
		},
		{
			Name: "stage.waves", Unit: Count, Kind: Int, Applies: everywhere, Source: "org.apache.spark.scheduler.TaskSchedulerImpl",
			Doc:  "Rounds in which the job's slots work off the partitions of one SQL shuffle.",
			Expr: roundUp(divide(fact("shuffle.partitions_count"), fact("cluster.slots_count"))),
		},
	}
}
