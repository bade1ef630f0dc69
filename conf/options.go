package conf

import "strings"

// DeployMode is client or cluster; empty when unknown.
type DeployMode string

// The deploy modes.
const (
	Client  DeployMode = "client"
	Cluster DeployMode = "cluster"
)

// Option is one option of spark-submit and what becomes of it: the tables of
// org.apache.spark.launcher.SparkSubmitOptionParser and of SparkSubmit's
// OptionAssigner.
type Option struct {
	Name  string
	Alias string
	// Switch: takes no value.
	Switch bool
	// Key the option sets; empty when it sets none.
	Key string
	// Managers that take the option, where not all do: for any other cluster
	// manager spark-submit drops it without a word.
	Managers []ClusterManager
	// Mode in which the option is taken, where not both are.
	Mode DeployMode
	// Rewritten: the launcher turns the option into --conf before anything
	// else, so that against --conf the later of the two wins
	// (SparkSubmitCommandBuilder.OptionParser.handle).
	Rewritten bool
	// Since is the first release line that has the option; empty for all.
	Since string
}

// Options is the table of spark-submit's options, by name.
var Options = []Option{
	{Name: "--archives", Key: "spark.archives"},
	{Name: "--class"},
	{Name: "--conf", Alias: "-c"},
	{Name: "--deploy-mode", Key: "spark.submit.deployMode"},
	{Name: "--driver-class-path", Key: "spark.driver.extraClassPath", Rewritten: true},
	{Name: "--driver-cores", Key: "spark.driver.cores", Managers: []ClusterManager{Standalone, YARN, Kubernetes}, Mode: Cluster},
	{Name: "--driver-default-class-path", Key: "spark.driver.defaultExtraClassPath", Rewritten: true, Since: "4.0"},
	{Name: "--driver-java-options", Key: "spark.driver.extraJavaOptions", Rewritten: true},
	{Name: "--driver-library-path", Key: "spark.driver.extraLibraryPath", Rewritten: true},
	{Name: "--driver-memory", Key: "spark.driver.memory", Rewritten: true},
	{Name: "--exclude-packages", Key: "spark.jars.excludes"},
	{Name: "--executor-cores", Key: "spark.executor.cores", Managers: []ClusterManager{Standalone, YARN, Kubernetes}},
	{Name: "--executor-memory", Key: "spark.executor.memory", Managers: []ClusterManager{Standalone, YARN, Kubernetes, Mesos}},
	{Name: "--files", Key: "spark.files"},
	{Name: "--help", Alias: "-h", Switch: true},
	{Name: "--jars", Key: "spark.jars"},
	{Name: "--keytab", Key: "spark.kerberos.keytab"},
	{Name: "--kill"},
	{Name: "--load-spark-defaults", Switch: true, Since: "4.0"},
	{Name: "--master", Key: "spark.master"},
	{Name: "--name", Key: "spark.app.name"},
	{Name: "--num-executors", Key: "spark.executor.instances", Managers: []ClusterManager{YARN, Kubernetes}},
	{Name: "--packages", Key: "spark.jars.packages"},
	{Name: "--principal", Key: "spark.kerberos.principal"},
	{Name: "--properties-file"},
	{Name: "--proxy-user"},
	{Name: "--py-files", Key: "spark.submit.pyFiles"},
	{Name: "--queue", Key: "spark.yarn.queue", Managers: []ClusterManager{YARN}},
	{Name: "--remote", Key: "spark.remote", Since: "3.4"},
	{Name: "--repositories", Key: "spark.jars.repositories"},
	{Name: "--status"},
	{Name: "--supervise", Switch: true, Key: "spark.driver.supervise", Managers: []ClusterManager{Standalone, Mesos}, Mode: Cluster},
	{Name: "--total-executor-cores", Key: "spark.cores.max", Managers: []ClusterManager{Standalone, Mesos}},
	{Name: "--usage-error", Switch: true},
	{Name: "--verbose", Alias: "-v", Switch: true},
	{Name: "--version", Switch: true},
}

// OptionNamed finds an option by its name or alias, exactly as Spark does: no
// prefixes, no abbreviations. It returns nil for any other word.
func OptionNamed(name string) *Option {
	if !strings.HasPrefix(name, "-") {
		return nil
	}
	for i := range Options {
		if o := &Options[i]; o.Name == name || o.Alias == name {
			return o
		}
	}
	return nil
}

// OptionFor finds the option that sets a key.
func OptionFor(key string) *Option {
	for i := range Options {
		if Options[i].Key == key {
			return &Options[i]
		}
	}
	return nil
}

// refusal says why spark-submit drops the option under a cluster manager and
// deploy mode; empty when it takes it, or when that cannot be known.
func (o *Option) refusal(manager ClusterManager, mode DeployMode) string {
	if manager != "" && len(o.Managers) > 0 {
		taken := false
		for _, m := range o.Managers {
			taken = taken || m == manager
		}
		if !taken {
			return "spark-submit drops " + o.Name + " when the cluster manager is " + string(manager)
		}
	}
	if mode != "" && o.Mode != "" && o.Mode != mode {
		return "spark-submit takes " + o.Name + " in " + string(o.Mode) + " mode only"
	}
	return ""
}
