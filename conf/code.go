package conf

import (
	"slices"
	"strings"
)

// beforeDriver are the settings that spark-submit has used up by the time the
// application's code runs, and what it used them for. In SparkConf or the
// session's builder they come too late: SparkSubmitCommandBuilder and
// SparkSubmit.prepareSubmitEnvironment read them, nobody else does.
var beforeDriver = map[string]string{
	"spark.driver.cores":              "the driver's container has its size",
	"spark.driver.defaultJavaOptions": "the driver's JVM is running",
	"spark.driver.extraClassPath":     "the driver's JVM is running",
	"spark.driver.extraJavaOptions":   "the driver's JVM is running",
	"spark.driver.extraLibraryPath":   "the driver's JVM is running",
	"spark.driver.memory":             "the driver's JVM is running",
	"spark.driver.memoryOverhead":     "the driver's container has its size",
	"spark.jars.excludes":             "spark-submit has resolved the packages",
	"spark.jars.ivy":                  "spark-submit has resolved the packages",
	"spark.jars.ivySettings":          "spark-submit has resolved the packages",
	"spark.jars.packages":             "spark-submit has resolved the packages",
	"spark.jars.repositories":         "spark-submit has resolved the packages",
	"spark.submit.deployMode":         "the driver runs where it was started",
}

// tooLate says why code that spark-submit started cannot set a key any more;
// empty when it can. Code that starts its own JVM (python app.py) still can, so
// that nothing is said of a fragment, of which the launcher is not known.
func (j *Job) tooLate(key string) string {
	if !j.Complete {
		return ""
	}
	if k, _ := j.Catalog.Resolve(key); k != nil {
		key = k.Name
	}
	if why, ok := beforeDriver[key]; ok {
		return why + " when the application's code sets it"
	}
	return ""
}

// registeredLate begin the core keys that a running session does not refuse:
// those whose definitions a driver does not load (config.Deploy, Worker, R,
// Streaming), and one that Spark 4 lets pass by name.
var registeredLate = []string{"spark.dead.worker.", "spark.default.parallelism", "spark.deploy.", "spark.r.", "spark.sparkr.", "spark.streaming.", "spark.worker."}

// registeredAnyway begins like those, and is of the core all the same.
const registeredAnyway = "spark.worker.executorStateSync.maxAttempts"

// fixed says why a running session does not change a key; empty when it does,
// or when that cannot be known. Spark refuses static SQL keys and those that
// its core has registered (RuntimeConfig.requireNonStaticConf, with
// CANNOT_MODIFY_CONFIG); any other it takes without a word into the session's
// own settings, where nobody but SQL looks.
func (j *Job) fixed(written string) string {
	key, old := j.Catalog.Resolve(written)
	switch {
	case key == nil && strings.HasPrefix(written, "spark.hadoop."):
		return "a running session reads Hadoop's settings without spark.hadoop. in front, and ignores this one"
	case key == nil || key.Runtime:
		return ""
	case key.Static:
		return "it is a static SQL setting, which a running session does not change"
	case (key.Module == "sql" || key.Module == "hive") && !key.Unregistered: // differs between releases
		return ""
	case key.Module != "core" || key.Unregistered || old != nil || startsWithAny(written, registeredLate) && written != registeredAnyway:
		return "it is read when the application starts, and Spark ignores it in a running session"
	}
	return "Spark refuses to change it in a running session, with an exception"
}

func startsWithAny(s string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}

// inCode reports whether a layer is written in the application's code, which
// runs after spark-submit has done its part.
func (l *Layer) inCode() bool { return l.Kind == CodeLayer || l.Kind == RuntimeLayer }
