package conf

import (
	"slices"

	"github.com/sparkvet/sparkvet/source"
)

// Platform is a service or a cluster manager that runs clusters, and what it
// changes of Spark's defaults.
type Platform struct {
	// Name in profiles: "emr".
	Name string
	// Title is what its vendor calls it.
	Title string
	// Master is the master of its jobs; where that is not known, Masterless
	// says why.
	Master     string
	Masterless Reason
	// Manager is the cluster manager where it is known and the master is not.
	Manager ClusterManager
	// Launches: the platform starts the driver by itself, in a deploy mode that
	// no command chooses.
	Launches bool
	// Settings are its defaults where they are not Spark's.
	Settings []PlatformSetting
	// Values are its defaults of a profile, by ProfileKey.
	Values map[string]int64
}

// PlatformSetting is a setting's default on a platform.
type PlatformSetting struct {
	Key, Value string
	// Managed: the platform works the value out by itself, in ways that it
	// does not publish.
	Managed bool
}

// elastic is the default of platforms that turn on dynamic allocation over an
// external shuffle service.
var elastic = []PlatformSetting{
	{Key: "spark.dynamicAllocation.enabled", Value: "true"},
	{Key: "spark.shuffle.service.enabled", Value: "true"},
}

// sized are the settings of platforms that size executors by themselves.
var sized = managed(
	"spark.driver.cores", "spark.driver.memory", "spark.driver.memoryOverhead",
	"spark.dynamicAllocation.enabled", "spark.dynamicAllocation.initialExecutors", "spark.dynamicAllocation.maxExecutors", "spark.dynamicAllocation.minExecutors",
	"spark.executor.cores", "spark.executor.instances", "spark.executor.memory", "spark.executor.memoryOverhead",
	"spark.shuffle.service.enabled",
)

// platforms by name. Sources: the Amazon EMR Release Guide ("Spark default
// settings set by Amazon EMR", "Task configuration") and the EMR best practices
// guide (the factor of executors; drivers keep Spark's 0.10), Dataproc's
// cluster properties, Glue's and Databricks' advice to leave sizes alone.
var platforms = []Platform{
	{Name: "databricks", Title: "Databricks", Launches: true, Masterless: "the databricks platform chooses the master", Settings: sized},
	{Name: "dataproc", Title: "Dataproc", Master: "yarn", Settings: slices.Concat(elastic, managed(
		// A property of the cluster's image, worked out from the machines.
		"spark.executor.cores", "spark.executor.memory", "spark.driver.memory", "spark.driver.maxResultSize", "spark.yarn.am.memory"))},
	{Name: "dataproc-serverless", Title: "Serverless for Apache Spark", Launches: true, Masterless: "the dataproc-serverless platform chooses the master", Settings: sized},
	{Name: "emr", Title: "Amazon EMR", Master: "yarn", Settings: slices.Concat(elastic, []PlatformSetting{
		{Key: "spark.executor.memoryOverheadFactor", Value: "0.1875"},
		{Key: "spark.sql.adaptive.enabled", Value: "true"},
	}, managed(
		"spark.executor.cores", "spark.executor.memory", "spark.driver.memory")), // by instance type, in its spark-defaults.conf
		Values: map[string]int64{"yarn.minimum_allocation_mb": 32}},
	{Name: "emr-eks", Title: "Amazon EMR on EKS", Launches: true, Manager: Kubernetes, Masterless: "the emr-eks platform chooses the master"},
	{Name: "emr-serverless", Title: "EMR Serverless", Launches: true, Masterless: "the emr-serverless platform chooses the master", Settings: sized},
	{Name: "glue", Title: "AWS Glue", Launches: true, Masterless: "the glue platform chooses the master", Settings: sized},
	{Name: "k8s", Title: "Kubernetes", Manager: Kubernetes, Masterless: "the cluster names no Kubernetes API server as its master"},
	{Name: "local", Title: "local mode", Master: "local[*]"},
	{Name: "standalone", Title: "a standalone cluster", Manager: Standalone, Masterless: "the cluster names no spark:// URL as its master"},
	{Name: "synapse", Title: "Azure Synapse", Master: "yarn", Settings: managed(
		"spark.driver.cores", "spark.driver.memory", "spark.executor.cores", "spark.executor.instances", "spark.executor.memory")},
	{Name: "yarn", Title: "YARN", Master: "yarn"},
}

func managed(keys ...string) []PlatformSetting {
	settings := make([]PlatformSetting, len(keys))
	for i, key := range keys {
		settings[i] = PlatformSetting{Key: key, Managed: true}
	}
	return settings
}

// PlatformNames lists the platforms that a profile may name.
func PlatformNames() []string {
	names := make([]string, len(platforms))
	for i := range platforms {
		names[i] = platforms[i].Name
	}
	return names
}

// PlatformNamed finds a platform; nil when there is none of the name.
func PlatformNamed(name string) *Platform {
	for i := range platforms {
		if platforms[i].Name == name {
			return &platforms[i]
		}
	}
	return nil
}

// Layer is what the platform sets for every job: the weakest of all layers.
// keyAt and valueAt are where the platform was named.
func (p *Platform) Layer(keyAt, valueAt source.Span) *Layer {
	layer := &Layer{Kind: PlatformLayer, At: keyAt.To(valueAt)}
	set := func(key, spelling string, v Value) {
		layer.Assignments = append(layer.Assignments, Assignment{Key: key, Value: v, Spelling: spelling, KeyAt: keyAt, ValueAt: valueAt})
	}
	set("spark.master", "platform", Value{Raw: p.Master, Unknown: p.Masterless})
	for _, s := range p.Settings {
		v := Value{Raw: s.Value}
		if s.Managed {
			v.Unknown = Reason(p.Title + " chooses it where nobody writes it")
		}
		set(s.Key, p.Title+"'s default", v)
	}
	return layer
}

// UnknownPlatform is the layer of a platform that is not known: whatever one of
// them sets may be set.
func UnknownPlatform(why Reason, keyAt, valueAt source.Span) *Layer {
	layer := &Layer{Kind: PlatformLayer, At: keyAt.To(valueAt)}
	set := map[string]bool{}
	for i := range platforms {
		for _, a := range platforms[i].Layer(keyAt, valueAt).Assignments {
			if !set[a.Key] {
				set[a.Key] = true
				a.Value, a.Spelling = Value{Unknown: "the platform is not known: " + why}, "platform"
				layer.Assignments = append(layer.Assignments, a)
			}
		}
	}
	return layer
}
