package vector

import (
	"fmt"
	"math/rand/v2"
	"strconv"
)

// configuration is a question about a whole job.
type configuration struct {
	Manager  string            `json:"manager"`
	Mode     string            `json:"mode"`
	Language string            `json:"language"`
	Set      map[string]string `json:"set"`
}

// randomPlace is somewhere to run a job.
func randomPlace(r *rand.Rand) configuration {
	c := configuration{
		Manager:  pick(r, "yarn", "yarn", "kubernetes", "kubernetes", "standalone", "local"),
		Mode:     pick(r, "client", "cluster"),
		Language: pick(r, "jvm", "jvm", "python", "python", "r"),
		Set:      map[string]string{},
	}
	if c.Manager == "local" || c.Manager == "standalone" && c.Language != "jvm" {
		c.Mode = "client" // there is no other
	}
	return c
}

// texts makes a text for a setting.
type texts func(r *rand.Rand) string

func oneOf(all ...string) texts { return func(r *rand.Rand) string { return pick(r, all...) } }

// sizing is what sizes executors, drivers and their counts, and texts for it:
// odd units, edges, sometimes what Spark refuses.
var sizing = map[string]texts{
	"spark.executor.memory":                                     memory,
	"spark.driver.memory":                                       memory,
	"spark.yarn.am.memory":                                      memory,
	"spark.executor.memoryOverhead":                             overhead,
	"spark.driver.memoryOverhead":                               overhead,
	"spark.yarn.am.memoryOverhead":                              overhead,
	"spark.executor.minMemoryOverhead":                          overhead,
	"spark.driver.minMemoryOverhead":                            overhead,
	"spark.executor.memoryOverheadFactor":                       share,
	"spark.driver.memoryOverheadFactor":                         share,
	"spark.kubernetes.memoryOverheadFactor":                     share,
	"spark.memory.fraction":                                     share,
	"spark.memory.storageFraction":                              share,
	"spark.memory.offHeap.enabled":                              oneOf("true", "true", "false"),
	"spark.memory.offHeap.size":                                 oneOf("0", "1", "1048575", "1048576", "1m", "1g", "2500000000", "12345k", "16g", "0b", "-1"),
	"spark.executor.pyspark.memory":                             oneOf("0", "1", "512", "512m", "2g", "1048576k", "1023k"),
	"spark.executor.cores":                                      few,
	"spark.driver.cores":                                        few,
	"spark.task.cpus":                                           oneOf("1", "1", "2", "2", "3", "4", "8", "0", "-1", "0.5", "1.5"),
	"spark.cores.max":                                           oneOf("1", "4", "7", "8", "100"),
	"spark.executor.instances":                                  few,
	"spark.dynamicAllocation.enabled":                           oneOf("true", "true", "false"),
	"spark.dynamicAllocation.minExecutors":                      few,
	"spark.dynamicAllocation.maxExecutors":                      few,
	"spark.dynamicAllocation.initialExecutors":                  few,
	"spark.executor.resource.gpu.amount":                        oneOf("1", "2", "4", "0", "5"),
	"spark.task.resource.gpu.amount":                            oneOf("1", "2", "0.5", "0.25", "0.3", "0.1", "0.333333333333", "0.001", "3", "0", "0.7", "1.5", "2.0"),
	"spark.executor.resource.fpga.amount":                       oneOf("1", "3", "6"),
	"spark.task.resource.fpga.amount":                           oneOf("1", "3", "0.5", "0.2"),
	"spark.kubernetes.executor.request.cores":                   cpu,
	"spark.kubernetes.driver.request.cores":                     cpu,
	"spark.kubernetes.executor.limit.cores":                     cpu,
	"spark.kubernetes.driver.limit.cores":                       cpu,
	"spark.executor.extraJavaOptions":                           javaOptions,
	"spark.driver.extraJavaOptions":                             javaOptions,
	"spark.executor.defaultJavaOptions":                         javaOptions,
	"spark.driver.defaultJavaOptions":                           javaOptions,
	"spark.sql.shuffle.partitions":                              oneOf("1", "200", "7", "1000", "0", "-1", "2147483647", "2147483648"),
	"spark.sql.adaptive.enabled":                                oneOf("true", "false"),
	"spark.sql.adaptive.coalescePartitions.enabled":             oneOf("true", "false"),
	"spark.sql.adaptive.coalescePartitions.initialPartitionNum": oneOf("1", "50", "400", "0"),
}

// memory is a size that Spark takes for MiB when it has no unit.
func memory(r *rand.Rand) string {
	switch r.IntN(6) {
	case 0:
		return pick(r, "449m", "450m", "451m", "471859199b", "471859200b", "460799k", "460800k", "512", "1024", "471859199", "471859200", "500000000", "0", "1", "1b")
	case 1:
		return fmt.Sprintf("%d%s", r.IntN(1<<20)+460800, pick(r, "k", "kb", "K"))
	case 2:
		return pick(r, "1t", "2t", "2047g", "3839m", "3840m", "3841m", "3849m", "3850m", "33554432k", "0.5g", "1.5g", "4gib", "-1g", " 2g ", "2 g", "")
	}
	return strconv.Itoa(1+r.IntN(64)) + pick(r, "g", "g", "g", "gb", "G") + pick(r, "", "")
}

func overhead(r *rand.Rand) string {
	return pick(r, "0", "1", "383", "384", "385", "512m", "1g", "2048", "1048575k", "1500000000b", "10g", "1t", fmt.Sprint(r.IntN(20000)), fmt.Sprint(r.IntN(5000))+"m", "-1", "1.5g")
}

func share(r *rand.Rand) string {
	switch r.IntN(4) {
	case 0:
		return pick(r, "0", "1", "0.0", "1.0", "0.1", "0.4", "0.6", "0.9999999", "1e-3", ".5", "1.5", "2", "-0.1", "0.1d", "NaN", "10")
	case 1:
		return strconv.FormatFloat(r.Float64(), 'g', -1, 64)
	}
	return strconv.FormatFloat(float64(1+r.IntN(99))/100, 'g', -1, 64)
}

func few(r *rand.Rand) string {
	return pick(r, "1", "2", "3", "4", "5", "8", "10", "16", "50", "0", "0", "-1", "2147483647")
}

func cpu(r *rand.Rand) string {
	return pick(r, "1", "2", "4", "0.5", "500m", "1500m", "0.1", "100m", "2.5", "1e3m", "3u", "1k", "1Ki", "+2", ".5", "5.", "", "x", "1 ", "250M")
}

func javaOptions(r *rand.Rand) string {
	words := ""
	for range 1 + r.IntN(4) {
		words += pick(r, "-XX:+UseG1GC", "-XX:+UseParallelGC", "-Da=b", `-Da="b c"`, `-Da='b c'`, `'-Da=b "c"'`, `"a\"b"`, `a\ b`, `\\`, `""`, `''`, "-Dx=ü", `"open`, `o'pen`, "-XX:-UseCompressedOops", "-verbose:gc", `a"b"c'd'e`, `\`) +
			pick(r, " ", " ", "  ", "\t", "\n", "")
	}
	return words
}

func randomSizing(r *rand.Rand) any {
	c := randomPlace(r)
	names := sorted(sizing)
	for range r.IntN(9) {
		key := pick(r, names...)
		c.Set[key] = sizing[key](r)
	}
	// What belongs together, now and then.
	for _, together := range [][]string{
		{"spark.executor.memory"}, {"spark.driver.memory"},
		{"spark.executor.resource.gpu.amount", "spark.task.resource.gpu.amount"},
		{"spark.memory.offHeap.enabled", "spark.memory.offHeap.size"},
		{"spark.executor.cores", "spark.task.cpus"}, {"spark.executor.cores", "spark.cores.max"},
		{"spark.dynamicAllocation.enabled", "spark.dynamicAllocation.minExecutors", "spark.dynamicAllocation.maxExecutors"},
		{"spark.dynamicAllocation.enabled", "spark.dynamicAllocation.initialExecutors"},
	} {
		if one(r, 4) {
			for _, key := range together {
				c.Set[key] = sizing[key](r)
			}
		}
	}
	return c
}
