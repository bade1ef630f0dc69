package facts

import "github.com/sparkvet/sparkvet/conf"

func workloadFacts() []Definition {
	const (
		profile = "the workload profile"
		files   = "org.apache.spark.sql.execution.datasources.FilePartition.maxSplitBytes"
	)
	read64 := profiled("workload.input_bytes", Int, Bytes)
	partitions := fact("shuffle.partitions_count")
	split := splitBytes(read64)
	return []Definition{
		{
			Name: "workload.kind", Kind: String, Source: profile,
			Doc: "What the job is for: batch, streaming, dstreams, sql-service or notebook, as the profile says, or as settings of streams show that somebody wrote for this job.",
			Expr: ifSaid(profiled("workload.kind", String, None), &property{
				name: "kind of workload that the settings show", kind: String,
				of: func(s *Set) (Value, conf.Reason) {
					kind, reason := s.job.WorkloadKind()
					return text(kind), reason
				},
				absent: func(*Set) bool { return true },
			}),
		},
		{
			Name: "java.version", Kind: Int, Source: profileSource,
			Doc:  "Major version of the Java that the cluster runs.",
			Expr: profiled("java_version", Int, None),
		},
		{
			Name: "hadoop.version", Kind: String, Source: profileSource,
			Doc:  "Hadoop that the cluster runs.",
			Expr: profiled("hadoop_version", String, None),
		},
		{
			Name: "input.size_bytes", Unit: Bytes, Kind: Int, Source: profile,
			Doc:  "What one run of the job reads.",
			Expr: read64,
		},
		{
			Name: "input.split_mib", Unit: MiB, Kind: Int, Applies: everywhere, Source: files,
			Doc:  "Most bytes of a file that one task reads, with all executors there and the input in few files.",
			Expr: inMiB(split),
		},
		{
			Name: "input.tasks_count", Unit: Count, Kind: Int, Applies: everywhere, Source: files,
			Doc:  "About how many tasks read the input, in files that can be split and are not tiny.",
			Expr: joinedTo(roundUp(divide(read64, split))),
		},
		{
			Name: "shuffle.size_bytes", Unit: Bytes, Kind: Int, Source: profile,
			Doc:  "What the largest shuffle of a run writes, as the profile says.",
			Expr: profiled("workload.shuffle_bytes", Int, Bytes),
		},
		{
			Name: "shuffle.partition_mib", Unit: MiB, Kind: Int, Source: profile,
			Doc:  "Data in one partition of the largest shuffle, when it is spread evenly and adaptive execution merges nothing; a shuffle of which the profile says nothing is as large as the input.",
			Expr: inMiB(truncateLong(divide(ifSaid(profiled("workload.shuffle_bytes", Int, Bytes), read64), partitions))),
		},
		{
			Name: "cache.executor_mib", Unit: MiB, Kind: Int, Applies: everywhere, Source: profile,
			Doc:  "Cached data on each executor, when it is spread evenly.",
			Expr: inMiB(truncateLong(divide(profiled("workload.cached_bytes", Int, Bytes), fact("executors.effective_count")))),
		},
	}
}

// splitBytes follows FilePartition.maxSplitBytes for an input in one file: each
// further one adds its opening cost to what is divided among the tasks.
func splitBytes(input Expr) Expr {
	opening := read("spark.sql.files.openCostInBytes", Int, Bytes).from(0)
	cores := multiply(fact("executors.effective_count"), fact("executor.cores"))
	parallelism := orElse(count("spark.default.parallelism").from(1),
		when(on{conf.Local}, counted(fact("executor.cores")), maximum(named(2, Count, ""), counted(cores))))
	leaves := when(all{since{3, 2}, written("spark.sql.leafNodeDefaultParallelism")}, count("spark.sql.leafNodeDefaultParallelism"), parallelism)
	tasks := when(all{since{3, 1}, written("spark.sql.files.minPartitionNum")}, count("spark.sql.files.minPartitionNum"), leaves)
	return minimum(read("spark.sql.files.maxPartitionBytes", Int, Bytes).from(0),
		maximum(opening, truncateLong(divide(add(input, opening), tasks))))
}

// joinedTo is the number of tasks that Spark makes of the splits: since 3.5 it
// joins them to about as many as the user allows.
func joinedTo(tasks Expr) Expr {
	most := count("spark.sql.files.maxPartitionNum")
	return when(all{since{3, 5}, written("spark.sql.files.maxPartitionNum")}, minimum(tasks, most), tasks)
}

// inMiB turns bytes into whole mebibytes.
func inMiB(a Expr) Expr { return &operation{&mebi, []Expr{a}} }

// counted is a number of cores as a count of tasks.
func counted(a Expr) Expr { return &operation{&counting, []Expr{a}} }

var (
	mebi     = operator{name: "MiB", alone: func(v Value) (Value, conf.Reason) { return whole(v.Int >> 20), "" }, check: gives(Int, MiB)}
	counting = operator{check: gives(Int, Count)}
)
