package facts

import (
	"strconv"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
)

// arguments splits the options of a JVM as Spark does where it writes the
// command itself: for executors, and for drivers on YARN and standalone.
func arguments(options Expr) Expr { return &operation{&splitting, []Expr{options}} }

// launcherArguments splits them as spark-submit does for its own JVM, which is
// the driver's in client mode and in a Kubernetes pod.
func launcherArguments(options Expr) Expr { return &operation{&launching, []Expr{options}} }

// collector is the garbage collector that JVM arguments choose.
func collector(arguments Expr) Expr { return &operation{&collecting, []Expr{arguments}} }

// compressedOops tells whether a JVM with this heap has 4-byte references.
func compressedOops(heap, arguments Expr) Expr {
	return &operation{&compressing, []Expr{heap, arguments}}
}

var (
	splitting   = operator{name: "arguments", alone: split, check: gives(List, None)}
	launching   = operator{name: "arguments", alone: splitLaunched, check: gives(List, None)}
	collecting  = operator{name: "collector", alone: chosenCollector, check: gives(String, None)}
	compressing = operator{name: "compressed_oops", combine: compressed, check: gives(Bool, None)}
)

// gives is the check of operators that are functions of their own.
func gives(kind Kind, unit string) func([]signature) (signature, string) {
	return func([]signature) (signature, string) { return signature{kind, unit}, "" }
}

// split is org.apache.spark.util.Utils.splitCommandString.
func split(options Value) (Value, conf.Reason) {
	words, _ := splitOptions(options.Text, false)
	return list(words), ""
}

// splitLaunched is org.apache.spark.launcher.CommandBuilderUtils.parseOptionString.
func splitLaunched(options Value) (Value, conf.Reason) {
	words, balanced := splitOptions(options.Text, true)
	if !balanced {
		return Value{}, "spark-submit refuses unbalanced quotes in Java options"
	}
	return list(words), ""
}

// splitOptions cuts options into words. Both of Spark's readers know quotes, and
// the backslash between double quotes; the launcher also knows it outside.
func splitOptions(s string, launcher bool) (words []string, balanced bool) {
	blanks := " \t\r\n"
	if launcher {
		blanks += "\v\f\x1c\x1d\x1e\x1f"
	}
	words = []string{}
	var word []byte
	var quote byte
	inWord, escaped := false, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case escaped:
			word, escaped = append(word, c), false
		case c == '\\' && (quote == '"' || quote == 0 && launcher):
			escaped, inWord = true, true
		case quote != 0 && c == quote:
			quote = 0
		case quote != 0:
			word = append(word, c)
		case c == '"' || c == '\'':
			quote, inWord = c, true
		case strings.IndexByte(blanks, c) < 0:
			word, inWord = append(word, c), true
		case inWord:
			words, word, inWord = append(words, string(word)), word[:0], false
		}
	}
	if inWord {
		words = append(words, string(word))
	}
	return words, quote == 0 && !escaped
}

// collectors names the flags that choose a garbage collector.
var collectors = map[string]string{
	"UseSerialGC": "Serial", "UseParallelGC": "Parallel", "UseParallelOldGC": "Parallel", "UseG1GC": "G1",
	"UseZGC": "Z", "UseShenandoahGC": "Shenandoah", "UseConcMarkSweepGC": "CMS", "UseEpsilonGC": "Epsilon",
}

func chosenCollector(arguments Value) (Value, conf.Reason) {
	chosen := ""
	for flag, on := range jvmFlags(arguments.List) {
		name := collectors[flag]
		switch {
		case !on || name == "" || name == chosen:
		case chosen != "":
			return Value{}, "the JVM does not start with two collectors"
		default:
			chosen = name
		}
	}
	switch chosen {
	case "":
		return Value{}, "no collector is chosen, and the JVM's own choice depends on its version, processors and memory"
	case "CMS":
		return Value{}, "whether there is a CMS collector depends on the Java version"
	}
	return text(chosen), ""
}

// jvmFlags reads -XX:+Flag and -XX:-Flag; the last of each counts.
func jvmFlags(arguments []string) map[string]bool {
	var flags map[string]bool
	for _, a := range arguments {
		if len(a) < len("-XX:+F") || a[:4] != "-XX:" || a[4] != '+' && a[4] != '-' {
			continue
		}
		if flags == nil {
			flags = map[string]bool{}
		}
		flags[a[5:]] = a[4] == '+'
	}
	return flags
}

// compressed follows what HotSpot 17 and 25 do on 64 bits: references of 4 bytes
// reach 4 GiB times the object alignment, less what the collector keeps free at
// the bottom: 32 MiB under G1 and Shenandoah, 2 MiB under Serial and Parallel.
func compressed(heap, arguments Value) (Value, conf.Reason) {
	if on, said := jvmFlags(arguments.List)["UseCompressedOops"]; said && !on {
		return boolean(false), ""
	}
	alignment, reason := objectAlignment(arguments.List)
	if reason != "" {
		return Value{}, reason
	}
	reach := 4096 * alignment
	name, reason := chosenCollector(arguments)
	switch name.Text {
	case "Z":
		return boolean(false), ""
	case "G1", "Shenandoah":
		return boolean(heap.Int <= reach-32), ""
	case "Serial", "Parallel":
		return boolean(heap.Int <= reach-2), ""
	}
	switch {
	case heap.Int <= reach-32: // no JVM chooses Z by itself
		return boolean(true), ""
	case heap.Int > reach-2:
		return boolean(false), ""
	}
	return Value{}, reason
}

func objectAlignment(arguments []string) (int64, conf.Reason) {
	alignment := int64(8)
	for _, a := range arguments {
		if number, ok := strings.CutPrefix(a, "-XX:ObjectAlignmentInBytes="); ok {
			n, err := strconv.ParseInt(number, 10, 64)
			if err != nil || n < 8 || n > 256 || n&(n-1) != 0 {
				return 0, conf.Reason("java refuses " + quoted(a))
			}
			alignment = n
		}
	}
	return alignment, ""
}

func jvmFacts() []Definition {
	const (
		utils    = "org.apache.spark.util.Utils.splitCommandString"
		launcher = "org.apache.spark.launcher.CommandBuilderUtils.parseOptionString"
		jdk      = "the JVM, OpenJDK 17 and 25"
	)
	executorOptions := options("spark.executor.defaultJavaOptions", "spark.executor.extraJavaOptions")
	driverOptions := options("spark.driver.defaultJavaOptions", "spark.driver.extraJavaOptions")
	return []Definition{
		{
			Name: "driver.jvm_arguments", Kind: List, Source: launcher + ", " + utils,
			Doc:  "What spark.driver.defaultJavaOptions and spark.driver.extraJavaOptions add to the driver's command line, word by word.",
			Expr: when(launched, launcherArguments(driverOptions), arguments(driverOptions)),
		},
		{
			Name: "driver.collector", Kind: String, Source: jdk,
			Doc:  "The garbage collector that the driver's JVM arguments choose.",
			Expr: collector(fact("driver.jvm_arguments")),
		},
		{
			Name: "driver.compressed_oops", Kind: Bool, Source: jdk,
			Doc:  "Whether the driver's JVM keeps references in 4 bytes instead of 8, which it does up to about 32 GiB of heap.",
			Expr: compressedOops(fact("driver.heap_mib"), fact("driver.jvm_arguments")),
		},
		{
			Name: "executor.jvm_arguments", Kind: List, Source: utils,
			Doc:  "What spark.executor.defaultJavaOptions and spark.executor.extraJavaOptions add to an executor's command line, word by word; in local mode the driver's.",
			Expr: when(on{conf.Local}, fact("driver.jvm_arguments"), arguments(executorOptions)),
		},
		{
			Name: "executor.collector", Kind: String, Source: jdk,
			Doc:  "The garbage collector that an executor's JVM arguments choose.",
			Expr: collector(fact("executor.jvm_arguments")),
		},
		{
			Name: "executor.compressed_oops", Kind: Bool, Source: jdk,
			Doc:  "Whether an executor's JVM keeps references in 4 bytes instead of 8, which it does up to about 32 GiB of heap; above it, a heap of less than about 48 GiB holds fewer objects.",
			Expr: compressedOops(fact("executor.heap_mib"), fact("executor.jvm_arguments")),
		},
	}
}

// options is the text of two settings of which Spark puts the first before the
// second (ConfigEntry.prependedKey).
func options(first, second string) Expr {
	return concatenate(only(written(first), textOf(first)), only(written(second), textOf(second)))
}

// launched holds where spark-submit itself starts the driver's JVM: in client
// mode, and in the pod of a driver on Kubernetes.
var launched = anyOf{in(conf.Client), on{conf.Kubernetes}}
