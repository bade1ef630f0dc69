package conf

import (
	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/source"
)

// Job is one Spark application as its configuration describes it, or a
// fragment of one.
type Job struct {
	// Name tells jobs apart in reports: the application's name where it is
	// known, else one made from the place.
	Name string
	// Kind is what the job was written as: "spark-submit", "spark-shell",
	// "pyspark", "spark-sql", "spark-defaults", "properties", "jobspec".
	Kind string
	// Complete is false for a fragment such as a lone spark-defaults.conf:
	// what is missing from it may be written elsewhere.
	Complete bool
	// Unseen says that the text takes further settings from somewhere that
	// cannot be read ("$SPARK_OPTS"): a key that nobody wrote is then unknown,
	// not unset.
	Unseen Reason
	// At is where the job stands: the whole command, block or file.
	At source.Span

	Application Application
	// Resource is the platform's definition in which the job was declared; nil
	// when it stands elsewhere.
	Resource *Resource
	// SparkVersion as written ("3.5.1"); empty when unknown.
	SparkVersion string
	// SparkVersionAt is where it was written; zero when a flag gave it.
	SparkVersionAt source.Span

	// Profile is what is known of the job besides its settings.
	Profile Profile

	// Layers, weakest first.
	Layers []*Layer
	// Observations are what the loader noticed that is no setting.
	Observations []Observation
	// PropertiesFile is the file given to --properties-file, which Spark reads
	// in place of spark-defaults.conf. Found and loaded as a layer by package
	// loader, not by Resolve.
	PropertiesFile *FileReference
	// DefaultsFile is the spark-defaults.conf that a job file names as the one
	// its jobs lie on (defaults { from }). Found and loaded by package loader
	// too.
	DefaultsFile *FileReference

	// What follows is filled by Resolve.

	// Catalog of the release the job is judged by; the common view of all
	// releases when the version is unknown.
	Catalog *catalog.Catalog
	// Manager and DeployMode, empty when unknown; the reasons say why.
	Manager       ClusterManager
	ManagerReason Reason
	DeployMode    DeployMode

	// launchedOn is the cluster manager by which spark-submit goes, whatever
	// code chooses after it.
	launchedOn ClusterManager
	line       string // the release line, empty when unknown
	settings   map[string]*Setting
	names      []string // the settings' names, sorted
}

// FileReference is a path that a job names, to be loaded as a layer.
type FileReference struct {
	Path    string
	Unknown Reason
	At      source.Span
}

// Application is what the job runs.
type Application struct {
	// File is the primary resource; Unknown when it cannot be read.
	File Value
	// FileAt is where it stands.
	FileAt source.Span
	// Class is the main class, empty when none was given.
	Class string
	// Args are the application's own arguments; one that is not known stands as
	// it was written.
	Args []string
	// ArgsAt is where each of them stands.
	ArgsAt []source.Span
	// Language is "python", "r", "jvm", "sql", or empty when unknown.
	Language string
	// Shell: an interactive shell (spark-shell, pyspark, spark-sql) rather
	// than an application.
	Shell bool
}

// Observation is something a loader noticed in the text that is not a setting
// and that a rule may want to speak about: a typographic dash, an option after
// the application, a --conf without an equals sign.
type Observation struct {
	// Kind is the observation's name, in the words of the rule that reads it:
	// "unicode_dash", "options_after_application".
	Kind string
	// Text is the word in question, decoded.
	Text string
	// Suggestion is what should probably stand there instead; may be empty.
	Suggestion string
	At         source.Span
	// Replacement is the text that mends the bytes under At; nil when the
	// loader is not certain.
	Replacement *string
}

// Setting is one key and every value that was written for it.
type Setting struct {
	// Name is the key by its current name.
	Name string
	// Key is what the catalogue knows of it; nil when it knows nothing.
	Key *catalog.Key
	// Stack of assignments, weakest first. Assignments that Spark drops are
	// below those it takes.
	Stack []Assignment
}

// Effective returns the assignment that Spark uses; nil when it drops them all.
func (s *Setting) Effective() *Assignment {
	if n := len(s.Stack); n > 0 && s.Stack[n-1].Dropped == "" {
		return &s.Stack[n-1]
	}
	return nil
}

// Overridden returns the assignments that lost to the effective one, strongest
// first; a value that a platform would have chosen lost nothing.
func (s *Setting) Overridden() []Assignment {
	var lost []Assignment
	for i := len(s.Stack) - 2; i >= 0; i-- {
		a := &s.Stack[i]
		if a.Dropped == "" && (a.Layer.Kind != PlatformLayer || a.Value.Unknown == "") {
			lost = append(lost, s.Stack[i])
		}
	}
	return lost
}

// Setting returns what was written for a key, by its current name; nil when
// nobody wrote it.
func (j *Job) Setting(name string) *Setting { return j.settings[name] }

// Written returns the current names of the keys that some layer wrote, sorted.
func (j *Job) Written() []string { return j.names }
