package conf

import (
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf/catalog"
)

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
	// YARNKey is the key that it sets on YARN in place of Key, joined to what
	// is written there.
	YARNKey string
	// Variable of the environment that is read where neither the option nor
	// Key is given (SparkSubmitArguments.loadEnvironmentArguments).
	Variable string
	// Managers that take the option, where not all do: for any other cluster
	// manager spark-submit drops it without a word.
	Managers []ClusterManager
	// Formerly are the managers that took it up to the release line Until.
	Formerly []ClusterManager
	Until    string
	// Mode in which the option is taken, where not both are.
	Mode DeployMode
	// Otherwise is what spark-submit writes where it takes the option and it is
	// not given, whatever else is written for the key.
	Otherwise string
	// Rewritten: the launcher turns the option into --conf before anything
	// else, so that against --conf the later of the two wins
	// (SparkSubmitCommandBuilder.OptionParser.handle).
	Rewritten bool
	// Since is the first release line that has the option; empty for all.
	Since string
}

// Options is the table of spark-submit's options, by name.
var Options = []Option{
	{Name: "--archives", Key: "spark.archives", YARNKey: "spark.yarn.dist.archives", Formerly: []ClusterManager{YARN}, Until: "3.0"},
	{Name: "--class"},
	{Name: "--conf", Alias: "-c"},
	{Name: "--deploy-mode", Key: "spark.submit.deployMode", Variable: "DEPLOY_MODE"},
	{Name: "--driver-class-path", Key: "spark.driver.extraClassPath", Rewritten: true},
	{Name: "--driver-cores", Key: "spark.driver.cores", Managers: []ClusterManager{Standalone, YARN, Kubernetes}, Mode: Cluster},
	{Name: "--driver-default-class-path", Key: "spark.driver.defaultExtraClassPath", Rewritten: true, Since: "4.0"},
	{Name: "--driver-java-options", Key: "spark.driver.extraJavaOptions", Rewritten: true},
	{Name: "--driver-library-path", Key: "spark.driver.extraLibraryPath", Rewritten: true},
	{Name: "--driver-memory", Key: "spark.driver.memory", Variable: "SPARK_DRIVER_MEMORY", Rewritten: true},
	{Name: "--exclude-packages", Key: "spark.jars.excludes"},
	{Name: "--executor-cores", Key: "spark.executor.cores", Variable: "SPARK_EXECUTOR_CORES", Managers: []ClusterManager{Standalone, YARN, Kubernetes}},
	{Name: "--executor-memory", Key: "spark.executor.memory", Variable: "SPARK_EXECUTOR_MEMORY", Managers: []ClusterManager{Standalone, YARN, Kubernetes, Mesos}},
	{Name: "--files", Key: "spark.files", YARNKey: "spark.yarn.dist.files"},
	{Name: "--help", Alias: "-h", Switch: true},
	{Name: "--jars", Key: "spark.jars", YARNKey: "spark.yarn.dist.jars"},
	{Name: "--keytab", Key: "spark.kerberos.keytab"},
	{Name: "--kill"},
	{Name: "--load-spark-defaults", Switch: true, Since: "4.0"},
	{Name: "--master", Key: "spark.master", Variable: "MASTER"},
	{Name: "--name", Key: "spark.app.name"},
	{Name: "--num-executors", Key: "spark.executor.instances", Managers: []ClusterManager{YARN, Kubernetes}},
	{Name: "--packages", Key: "spark.jars.packages"},
	{Name: "--principal", Key: "spark.kerberos.principal"},
	{Name: "--properties-file"},
	{Name: "--proxy-user"},
	{Name: "--py-files", Key: "spark.submit.pyFiles", YARNKey: "spark.yarn.dist.pyFiles"},
	{Name: "--queue", Key: "spark.yarn.queue", Managers: []ClusterManager{YARN}},
	{Name: "--remote", Key: "spark.remote", Variable: "SPARK_REMOTE", Since: "3.4"},
	{Name: "--repositories", Key: "spark.jars.repositories"},
	{Name: "--status"},
	{Name: "--supervise", Switch: true, Key: "spark.driver.supervise", Managers: []ClusterManager{Standalone, Mesos}, Mode: Cluster, Otherwise: "false"},
	{Name: "--total-executor-cores", Key: "spark.cores.max", Managers: []ClusterManager{Standalone, Mesos}, Formerly: []ClusterManager{Standalone, Mesos, Kubernetes}, Until: "3.2"},
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

// refusal says why a release's spark-submit drops the option under a cluster
// manager and deploy mode, or does not know it; empty when it takes it, or when
// that cannot be known.
func (o *Option) refusal(line string, manager ClusterManager, mode DeployMode) string {
	switch {
	case catalog.Before(line, o.Since):
		return "spark-submit knows " + o.Name + " from Spark " + o.Since + " on, and an older one stops there"
	case manager != "" && !o.takenBy(line, manager):
		return "spark-submit drops " + o.Name + " when the cluster manager is " + string(manager)
	case mode != "" && o.Mode != "" && o.Mode != mode:
		return "spark-submit takes " + o.Name + " in " + string(o.Mode) + " mode only"
	}
	return ""
}

// takenBy reports whether an option is taken under a cluster manager by a
// release, or by some release when the line is not known.
func (o *Option) takenBy(line string, manager ClusterManager) bool {
	now := len(o.Managers) == 0 || slices.Contains(o.Managers, manager)
	then := slices.Contains(o.Formerly, manager)
	switch {
	case o.Until == "":
		return now
	case line == "":
		return now || then
	case catalog.Before(o.Until, line):
		return now
	}
	return then
}

// takes reports whether spark-submit takes the option for certain.
func (o *Option) takes(line string, manager ClusterManager, mode DeployMode) bool {
	return manager != "" && mode != "" && o.refusal(line, manager, mode) == ""
}
