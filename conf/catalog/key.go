package catalog

import "strings"

// Type is how Spark reads the text of a value.
type Type string

// The types, after org.apache.spark.internal.config.TypedConfigBuilder.
const (
	Boolean  Type = "boolean"
	Int      Type = "int"
	Long     Type = "long"
	Double   Type = "double" // also for a decimal number: spark.task.cpus in 4.3
	Bytes    Type = "bytes"
	Duration Type = "duration"
	String   Type = "string"
	List     Type = "list" // comma-separated, each element trimmed, empty ones dropped
	Regex    Type = "regex"
	Enum     Type = "enum"
)

// Unit is the unit of a bare number under a Bytes or Duration key, and the
// unit to which Spark truncates the value.
type Unit string

// The units of Spark's ByteUnit and of java.util.concurrent.TimeUnit.
const (
	NoUnit       Unit = ""
	Byte         Unit = "B"
	KiB          Unit = "KiB"
	MiB          Unit = "MiB"
	GiB          Unit = "GiB"
	Nanoseconds  Unit = "ns"
	Microseconds Unit = "us"
	Milliseconds Unit = "ms"
	Seconds      Unit = "s"
	Minutes      Unit = "min"
	Hours        Unit = "h"
	Days         Unit = "d"
)

// Case is what Spark does to the letters of a value.
type Case string

// The cases.
const (
	AsWritten Case = ""
	Lower     Case = "lower"
	Upper     Case = "upper"
)

// Fold turns the letters of a text into the case.
func (c Case) Fold(text string) string {
	switch c {
	case Lower:
		return strings.ToLower(text)
	case Upper:
		return strings.ToUpper(text)
	}
	return text
}

// DefaultKind says what Spark does when nobody wrote the key.
type DefaultKind string

// The kinds of default.
const (
	Undefined DefaultKind = "undefined" // no default: the key is simply not there
	Literal   DefaultKind = "literal"   // Default.Text, read like a written value
	Fallback  DefaultKind = "fallback"  // the value of the key Default.Text, its default included
	Computed  DefaultKind = "computed"  // depends on the host or on other settings; Default.Text says how it displays
	Varies    DefaultKind = "varies"    // differs between the releases that are possible: "false (3.0–3.3), true (3.4–4.3)"
)

// Default is what Spark uses when nobody wrote the key.
type Default struct {
	Kind DefaultKind
	Text string
}

// Key is one setting that a Spark release knows.
type Key struct {
	Name string
	// Alternatives are older names that this release still reads, in the
	// order in which it tries them after Name.
	Alternatives []Alternative
	Type         Type
	// Element is the type of a list's elements.
	Element Type
	Unit    Unit
	Default Default
	// Since is the Spark version that introduced the key, as Spark says it
	// ("3.3.0"); empty when it does not say.
	Since string
	// Module is the part of Spark that registers the key: "core", "yarn",
	// "kubernetes", "sql", "hive", "streaming", "connect", …
	Module string
	// Static: a SQL key that is fixed when the session starts
	// (SQLConf.isStaticConfigKey).
	Static bool
	// Runtime: spark.conf.set may change it in a running session
	// (SQLConf.isModifiable).
	Runtime bool
	// Internal keys are not documented for users.
	Internal bool
	// Values are the allowed values of an Enum, of a list's elements, or of a
	// checked number, sorted.
	Values []string
	// Folds is the case into which Spark turns the value, or a list's elements.
	Folds Case
	// Trims: Spark drops blanks around the value of a String or Enum.
	Trims bool
	// Check is the text of Spark's own checks, without the value; several are
	// joined by "; ". A check need not be a range: see Minimum and Maximum.
	Check string
	// Minimum and Maximum are the least and the greatest number that Spark's
	// checks accept, in the key's own unit; nil where they accept any that the
	// type can hold. A check may refuse numbers in between too.
	Minimum, Maximum *Bound
	// Holes: a check refuses some numbers between Minimum and Maximum (all but
	// powers of two); which ones, only Check tells.
	Holes bool
	// Prepend names the key whose value Spark puts before this one's
	// (spark.executor.defaultJavaOptions), joined by PrependSeparator.
	Prepend, PrependSeparator string
	// Unregistered: Spark reads the key as a string literal and has it in no
	// registry (spark.master, spark.rpc.io.threads); what is said of it here is
	// kept by hand in tools/sparkref/unregistered.tsv.
	Unregistered bool
	// Missing are the release lines that do not know the key under this name;
	// only in the common view, oldest first.
	Missing []string
}

// Bound is one end of a checked range, in the key's own unit.
type Bound struct {
	Value     float64
	Exclusive bool
}

// Alternative is an older name of a key.
type Alternative struct {
	Name string
	// Since is the Spark version that renamed it; empty where no table of
	// Spark's says so.
	Since string
	// Translation names how Spark converts the old value, where it does:
	// "mb-to-kib" for spark.kryoserializer.buffer.mb (a number n becomes the
	// text 1000n + "k", so not 1024n), "times-10-seconds" for
	// spark.yarn.applicationMaster.waitTries (10n + "s").
	Translation string
}

// Deprecation is a row of Spark's own tables of keys on their way out:
// SparkConf.deprecatedConfigs and configsWithAlternatives,
// SQLConf.deprecatedSQLConfigs and removedSQLConfigs.
type Deprecation struct {
	Name string
	// Removed: the release no longer accepts the key, or accepts it only with
	// DefaultValue (SQLConf.removedSQLConfigs).
	Removed bool
	// Since is the Spark version that deprecated or removed it.
	Since string
	// Replacement is the key to use instead, where Spark names one. Only under
	// an Alternative does it mean the same for the same value: to
	// …coalescePartitions.minPartitionNum, a count, Spark's replacement is
	// …coalescePartitions.minPartitionSize, a size.
	Replacement string
	// Message is Spark's own advice.
	Message string
	// DefaultValue is the only value that a removed SQL key may still have.
	DefaultValue string
}

// Family is an open family of keys that no registry lists, such as
// spark.hadoop.* or spark.kubernetes.driver.label.*.
type Family struct {
	// Pattern is the key with * for each free part: "spark.hadoop.*",
	// "spark.executor.resource.*.amount".
	Pattern string
	// Doc says in a line what the family is for.
	Doc string
	// Module is as in Key; third-party families say whose they are.
	Module string
}
