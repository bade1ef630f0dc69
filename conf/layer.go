package conf

import "github.com/sparkvet/sparkvet/source"

// LayerKind names where in Spark's order of precedence a layer stands.
type LayerKind string

// The kinds of layer, weakest first. Spark's own default is below all of them
// and comes from the catalogue.
const (
	// EnvironmentLayer is the environment variables that spark-submit reads
	// (Option.Variable).
	EnvironmentLayer LayerKind = "environment"
	// PlatformLayer is what a platform such as Amazon EMR sets where nobody else
	// does. It stands where the platform is named, which is no place to edit.
	PlatformLayer LayerKind = "platform"
	// ClusterLayer is what a cluster's definition sets for all jobs.
	ClusterLayer LayerKind = "cluster"
	// SparkDefaultsLayer is conf/spark-defaults.conf.
	SparkDefaultsLayer LayerKind = "spark-defaults"
	// PropertiesFileLayer is the file of --properties-file.
	PropertiesFileLayer LayerKind = "properties-file"
	// ConfLayer is --conf, or a job file's conf map.
	ConfLayer LayerKind = "conf"
	// FlagLayer is a dedicated option such as --executor-memory, or a job
	// file's typed attribute for it.
	FlagLayer LayerKind = "flag"
	// CodeLayer is what the application's code sets before its SparkContext
	// starts: SparkConf.set, SparkSession.builder.config. It beats all that
	// spark-submit hands over, except for what is fixed by then (see
	// beforeDriver). Where code sets a key on one of several branches, the
	// loader writes one assignment with an unknown value.
	CodeLayer LayerKind = "code"
	// RuntimeLayer is what code sets in a running session: spark.conf.set, SQL
	// SET. It beats CodeLayer for the keys that Spark lets a session change.
	// Where a key is set to several values in turn, the loader writes one
	// assignment with an unknown value.
	RuntimeLayer LayerKind = "runtime"
)

// Layer is one place that assigns values: a file, or the options of one
// command. Layers of files may be shared between jobs and are never changed
// after loading.
type Layer struct {
	Kind        LayerKind
	At          source.Span
	Assignments []Assignment
	// Skipped says why Spark does not read this layer at all; empty when it does.
	Skipped string
	// Unseen says that the layer assigns further keys that cannot be read, such
	// as those that a template fills in; the job above takes it over.
	Unseen Reason
}

// Assignment is one key given one value at one place.
type Assignment struct {
	// Key as Spark would read it, after decoding escapes and quotes.
	Key   string
	Value Value
	// KeyAt and ValueAt are the bytes as written, in the root source. A flag's
	// KeyAt is the flag.
	KeyAt, ValueAt source.Span
	// Spelling is how the key was written when that is not the key itself:
	// "--executor-memory", "executor.memory".
	Spelling string
	Layer    *Layer
	// Dropped says why Spark does not use this value although nothing
	// overrides it; empty when it does.
	Dropped string
	// Joined: Spark appends the value to that of the assignment below, as it
	// does with lists of files on YARN. Value holds both.
	Joined bool
}

// LayerName is the layer's word in reports: a flag that the launcher rewrites
// to --conf (see Option.Rewritten) stands among the --conf values, and is
// still a flag to the person who wrote it.
func (a *Assignment) LayerName() string {
	if a.Layer.Kind == ConfLayer {
		if o := OptionNamed(a.Spelling); o != nil && o.Key != "" {
			return string(FlagLayer)
		}
	}
	return string(a.Layer.Kind)
}
