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
			Expr: &property{name: "kind of workload", kind: String, of: func(s *Set) (Value, conf.Reason) {
				kind, reason := s.job.WorkloadKind()
				return text(kind), reason
			}, absent: func(s *Set) bool {
				_, state := s.job.Profile.Lookup("workload.kind")
				return state == conf.Absent
			}},
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
			Doc:  "Most bytes of a file that one task reads, with all executors there; the cost of opening files is left out.",
			Expr: inMiB(split),
		},
		{
			Name: "input.tasks_count", Unit: Count, Kind: Int, Applies: everywhere, Source: files,
			Doc:  "About how many tasks read the input, in files that can be split and are not tiny.",
			Expr: roundUp(divide(read64, split)),
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

// splitBytes follows FilePartition.maxSplitBytes, and getFilePartitions, which
// since 3.5 makes larger partitions rather than more than maxPartitionNum.
func splitBytes(input Expr) Expr {
	bytes := func(name string) Expr { return read(name, Int, Bytes).from(0) }
	cores := when(on{conf.Local}, fact("executor.cores"), multiply(fact("executors.effective_count"), fact("executor.cores")))
	parallelism := orElse(count("spark.default.parallelism").from(1), maximum(named(2, Count, ""), counted(cores)))
	leaves := when(all{since{3, 2}, written("spark.sql.leafNodeDefaultParallelism")}, count("spark.sql.leafNodeDefaultParallelism"), parallelism)
	tasks := when(all{since{3, 1}, written("spark.sql.files.minPartitionNum")}, count("spark.sql.files.minPartitionNum"), leaves)
	split := minimum(bytes("spark.sql.files.maxPartitionBytes"),
		maximum(bytes("spark.sql.files.openCostInBytes"), truncateLong(divide(input, tasks))))
	limited := all{since{3, 5}, written("spark.sql.files.maxPartitionNum")}
	return when(limited, maximum(split, truncateLong(divide(input, count("spark.sql.files.maxPartitionNum")))), split)
}

// inMiB turns bytes into whole mebibytes.
func inMiB(a Expr) Expr { return &operation{&mebi, []Expr{a}} }

// counted is a number of cores as a count of tasks.
func counted(a Expr) Expr { return &operation{&counting, []Expr{a}} }

var (
	mebi     = operator{name: "MiB", alone: func(v Value) (Value, conf.Reason) { return whole(v.Int >> 20), "" }, check: gives(Int, MiB)}
	counting = operator{check: gives(Int, Count)}
)
