package facts

import "github.com/sparkvet/sparkvet/conf"

const profileSource = "the cluster profile"

// machines are how many workers of a kind there are, at most.
func machines(w *conf.ProfileBlock, number string) Expr {
	return firstSaid(w, number, Int, Count, "worker.max", "worker.count")
}

// fewestMachines are how many there are when the cluster has shrunk.
func fewestMachines(w *conf.ProfileBlock, number string) Expr {
	return firstSaid(w, number, Int, Count, "worker.min", "worker.count")
}

// granted is what a cluster manager grants for one executor.
func granted() Expr {
	return when(on{conf.YARN}, brief("yarn.container_rounded_mib"), brief("executor.container_mib"))
}

func nodeFacts() []Definition {
	const (
		yarnNode = "yarn.nodemanager.resource.memory-mb and cpu-vcores of yarn-site.xml; a node's allocatable resources on Kubernetes; SPARK_WORKER_MEMORY and SPARK_WORKER_CORES"
	)
	memory, cores := profiled("worker.memory", Int, MiB), profiled("worker.cores", Float, Cores)
	allocatable := ifSaid(profiled("worker.allocatable_memory", Int, MiB),
		when(all{on{conf.Kubernetes}, says{"kubernetes.reserved_memory", ""}},
			atLeast(0, subtract(memory, profiled("kubernetes.reserved_memory", Int, MiB)), "the profile reserves more memory than a machine has"),
			profiled("worker.allocatable_memory", Int, MiB)))
	vcores := ifSaid(profiled("worker.allocatable_cores", Float, Cores),
		when(not{on{conf.Kubernetes}}, cores,
			when(says{"kubernetes.reserved_cores", ""},
				atLeast(0, subtract(cores, profiled("kubernetes.reserved_cores", Float, Cores)), "the profile reserves more cores than a machine has"),
				profiled("worker.allocatable_cores", Float, Cores))))
	standalone := on{conf.Standalone}
	return []Definition{
		{
			Name: "node.memory_mib", Unit: MiB, Kind: Int, Source: profileSource,
			Doc:  "Memory of one of the cluster's machines, of which its cluster manager gives out less.",
			Expr: memory,
		},
		{
			Name: "node.allocatable_mib", Unit: MiB, Kind: Int, Applies: clusters, Source: yarnNode,
			Doc:  "Memory that the cluster manager gives out on one machine. It is not guessed: the profile says it, or the platform publishes it.",
			Expr: when(standalone, ifSaid(profiled("standalone.worker_memory", Int, MiB), allocatable), allocatable),
		},
		{
			Name: "node.allocatable_vcores", Unit: Cores, Kind: Float, Applies: clusters, Source: yarnNode,
			Doc:  "Cores that the cluster manager gives out on one machine: on YARN and standalone all of them unless the profile says otherwise.",
			Expr: when(standalone, ifSaid(profiled("standalone.worker_cores", Float, Cores), vcores), vcores),
		},
		{
			Name: "node.largest_mib", Unit: MiB, Kind: Int, Applies: clusters, Source: yarnNode,
			Doc:  "Most memory that one container could have on any machine of the cluster: what the largest gives out, or all that it has where that is not known.",
			Expr: when(standalone, ifSaid(profiled("standalone.worker_memory", Int, MiB), largestMemory()), largestMemory()),
		},
		{
			Name: "node.largest_vcores", Unit: Cores, Kind: Float, Applies: clusters, Source: yarnNode,
			Doc:  "Most cores that one container could have on any machine of the cluster: what the largest gives out, or all that it has where that is not known.",
			Expr: when(standalone, ifSaid(profiled("standalone.worker_cores", Float, Cores), largestCores()), largestCores()),
		},
		{
			Name: "cluster.nodes_count", Unit: Count, Kind: Int, Source: profileSource,
			Doc:  "Machines of the cluster, at most.",
			Expr: &workers{&addition, machines, "sum of worker.max or else worker.count", Int, Count},
		},
		{
			Name: "cluster.vcores_count", Unit: Count, Kind: Int, Source: profileSource,
			Doc: "Virtual cores of all machines of the cluster, at most.",
			Expr: &workers{&addition, func(w *conf.ProfileBlock, number string) Expr {
				return multiply(machines(w, number), firstSaid(w, number, Int, Count, "worker.cores"))
			}, "sum of (worker.max or else worker.count) × worker.cores", Int, Count},
		},
		{
			Name: "cluster.least_vcores_count", Unit: Count, Kind: Int, Source: profileSource,
			Doc: "Virtual cores of all machines of the cluster when it has shrunk to its fewest.",
			Expr: &workers{&addition, func(w *conf.ProfileBlock, number string) Expr {
				return multiply(fewestMachines(w, number), firstSaid(w, number, Int, Count, "worker.cores"))
			}, "sum of (worker.min or else worker.count) × worker.cores", Int, Count},
		},
		{
			Name: "cluster.memory_mib", Unit: MiB, Kind: Int, Source: profileSource,
			Doc: "Memory of all machines of the cluster, at most, of which cluster managers give out less.",
			Expr: &workers{&addition, func(w *conf.ProfileBlock, number string) Expr {
				return multiply(machines(w, number), firstSaid(w, number, Int, MiB, "worker.memory"))
			}, "sum of (worker.max or else worker.count) × worker.memory", Int, MiB},
		},
		{
			Name: "cluster.executors_count", Unit: Count, Kind: Int, Applies: clusters, Source: profileSource,
			Doc:  "Executors of this size that an empty cluster has room for.",
			Expr: multiply(brief("cluster.nodes_count"), brief("node.executors_count")),
		},
	}
}

func largestMemory() Expr {
	return &workers{&largest, func(w *conf.ProfileBlock, number string) Expr {
		return firstSaid(w, number, Int, MiB, "worker.allocatable_memory", "worker.memory")
	}, "the largest worker.allocatable_memory or else worker.memory", Int, MiB}
}

func largestCores() Expr {
	return &workers{&largest, func(w *conf.ProfileBlock, number string) Expr {
		return firstSaid(w, number, Float, Cores, "worker.allocatable_cores", "worker.cores")
	}, "the largest worker.allocatable_cores or else worker.cores", Float, Cores}
}
