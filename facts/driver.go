package facts

import "github.com/sparkvet/sparkvet/conf"

func driverFacts() []Definition {
	const (
		pod    = "org.apache.spark.deploy.k8s.features.BasicDriverFeatureStep"
		client = "org.apache.spark.deploy.yarn.Client"
	)
	inContainer := Scope{Managers: containers.Managers, Mode: conf.Cluster}
	heap := fact("driver.heap_mib")
	return []Definition{
		{
			Name: "driver.heap_mib", Unit: MiB, Kind: Int,
			Source: "org.apache.spark.launcher.SparkSubmitCommandBuilder, " + client,
			Doc:    "Heap of the driver's JVM (-Xmx). Where spark-submit starts that JVM, the text goes to it unread, so that a bare number is bytes.",
			Expr:   when(launched, heapFlag("spark.driver.memory"), mebibytes("spark.driver.memory").from(0)),
		},
		{
			Name: "driver.overhead_factor", Unit: Ratio, Kind: Float, Applies: inContainer, Source: pod + ", " + client,
			Doc:  "Share of the heap that Spark adds to the driver's container when spark.driver.memoryOverhead is not written.",
			Expr: overheadFactor("spark.driver.memoryOverheadFactor"),
		},
		{
			Name: "driver.overhead_mib", Unit: MiB, Kind: Int, Applies: inContainer, Source: pod + ", " + client,
			Doc: "Memory of the driver's container outside the heap.",
			Expr: orElse(mebibytes("spark.driver.memoryOverhead"),
				maximum(minimumOverhead("spark.driver.minMemoryOverhead"), truncate(multiply(fact("driver.overhead_factor"), driverRequest())))),
		},
		{
			Name: "driver.container_mib", Unit: MiB, Kind: Int, Applies: Scope{Managers: clusters.Managers, Mode: conf.Cluster},
			Source: pod + ", " + client,
			Doc:    "Memory that Spark asks of the cluster manager for the driver. A standalone worker counts the heap only.",
			Expr:   when(on{conf.Standalone}, heap, add(driverRequest(), fact("driver.overhead_mib"))),
		},
		{
			Name: "yarn.driver_container_rounded_mib", Unit: MiB, Kind: Int,
			Applies: Scope{Managers: []conf.ClusterManager{conf.YARN}, Mode: conf.Cluster},
			Source:  "yarn.scheduler.minimum-allocation-mb of yarn-default.xml",
			Doc:     "Memory that YARN grants for the driver: the request, rounded up to the scheduler's step.",
			Expr:    ceilTo(fact("driver.container_mib"), yarnStep),
		},
		{
			Name: "driver.cores", Unit: Cores, Kind: Int, Applies: Scope{Managers: clusters.Managers, Mode: conf.Cluster},
			Source: pod + ", " + client,
			Doc:    "Cores that Spark asks of the cluster manager for the driver.",
			Expr:   cores("spark.driver.cores").from(1),
		},
	}
}

// driverRequest is the heap that the driver's container is sized for: Spark's
// reading of the text, also where the JVM reads it in another way.
func driverRequest() Expr { return mebibytes("spark.driver.memory").from(0) }

func applicationMasterFacts() []Definition {
	const client = "org.apache.spark.deploy.yarn.Client"
	scope := Scope{Managers: []conf.ClusterManager{conf.YARN}, Mode: conf.Client}
	heap := fact("am.heap_mib")
	return []Definition{
		{
			Name: "am.heap_mib", Unit: MiB, Kind: Int, Applies: scope, Source: client,
			Doc:  "Heap of the YARN application master in client mode; in cluster mode the driver runs in it.",
			Expr: mebibytes("spark.yarn.am.memory").from(0),
		},
		{
			Name: "am.overhead_mib", Unit: MiB, Kind: Int, Applies: scope, Source: client,
			Doc: "Memory of the application master's container outside the heap.",
			Expr: orElse(mebibytes("spark.yarn.am.memoryOverhead"),
				maximum(named(384, MiB, "minimum overhead"), truncate(multiply(ratio(0.1, "factor of the application master"), heap)))),
		},
		{
			Name: "am.container_mib", Unit: MiB, Kind: Int, Applies: scope, Source: client,
			Doc:  "Memory that Spark asks of YARN for the application master in client mode.",
			Expr: add(heap, fact("am.overhead_mib")),
		},
		{
			Name: "yarn.am_container_rounded_mib", Unit: MiB, Kind: Int, Applies: scope,
			Source: "yarn.scheduler.minimum-allocation-mb of yarn-default.xml",
			Doc:    "Memory that YARN grants for the application master in client mode: the request, rounded up to the scheduler's step.",
			Expr:   ceilTo(fact("am.container_mib"), yarnStep),
		},
	}
}
