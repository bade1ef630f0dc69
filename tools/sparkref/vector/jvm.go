package vector

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/policies"
	"github.com/sparkvet/sparkvet/source"
)

// jvmQuestion: with these Java options, does the driver in client mode, or an
// executor, start?
type jvmQuestion struct {
	JVM     string            `json:"jvm"` // "driver" or "executor"
	Heap    string            `json:"heap"`
	Options map[string]string `json:"options"` // by the last word of the setting that holds them
}

// jvmAnswer is Spark's refusal, or what each JVM that can load the release's
// classes makes of the command line, by version.
type jvmAnswer struct {
	Refused string              `json:"refused"`
	Javas   map[string]jvmStart `json:"javas"`
}

type jvmStart struct {
	Starts bool     `json:"starts"`
	Says   []string `json:"says"`
}

func jvmKind() *Kind {
	return &Kind{
		Name: "jvm", Sample: 200,
		Doc:   "Java options → the driver or an executor starts, with which warnings, or does not (SparkSubmitCommandBuilder, SparkContext, WorkerCommandBuilder; OpenJDK 11, 17, 21 and 25)",
		Fixed: jvmFixed(), Random: func(r *rand.Rand) any { return randomJVM(r) }, Compare: compareJVM,
	}
}

func compareJVM(release string, question, answer json.RawMessage) (Outcome, error) {
	var q jvmQuestion
	var a jvmAnswer
	if err := decode(question, &q, answer, &a); err != nil {
		return Outcome{}, err
	}
	said, err := q.reported(release)
	if err != nil {
		return Outcome{}, err
	}
	starting, refusing := a.javas()
	switch {
	case said.refusal != "" && a.Refused == "" && slices.Max(append(starting, -1)) >= said.since:
		return Outcome{Differs, said.refusal}, nil
	case said.refusal == "" && a.Refused != "":
		return Outcome{Differs, "Spark refuses nothing"}, nil
	case len(refusing) == 0 || said.refusal != "" && slices.Min(refusing) >= said.since:
		return Outcome{}, nil
	case len(starting) > 0:
		return Outcome{Undecided, "which Java runs the job is not known, and they differ"}, nil
	}
	for _, reason := range slices.Sorted(maps.Keys(unreported)) {
		if unreported[reason].MatchString(a.firstWords()) {
			return Outcome{Excused, "not reported: " + reason}, nil
		}
	}
	return Outcome{Differs, "nothing that stops every JVM"}, nil
}

// unreported are refusals of which no rule speaks, by the reason for that.
var unreported = map[string]*regexp.Regexp{
	"a flag or an option that no table has":                         regexp.MustCompile(`Unrecognized (VM )?option`),
	"an experimental or diagnostic flag that few people write":      regexp.MustCompile(`is (experimental|diagnostic) and must be enabled`),
	"how the JVM's logging is configured is not read":               regexp.MustCompile(`(?i)-Xlog|log (tag|output|file)|Xloggc`),
	"what a path or a name stands for on the machines is not known": regexp.MustCompile(`(?i)agent|find or load main class|opening zip`),
	"bounds that depend on other options, on Java or on the build":  regexp.MustCompile(`(?i)too small|too large|initial heap size|minimum|outside the allowed range|greater than|stack size|must be|boot layer|Metaspace|Improperly|larger`),
	"how java's options for modules are written is not read":        regexp.MustCompile(`add-opens|illegal-access`),
	"one of two collectors ended":                                   regexp.MustCompile(`(?i)(multiple|conflicting) .*collector`),
}

// javas splits the Java versions into those that start and those that do not.
func (a jvmAnswer) javas() (starting, refusing []int) {
	for version, start := range a.Javas {
		major, _, _ := strings.Cut(version, ".")
		n, err := strconv.Atoi(major)
		if err != nil {
			panic(err) // the versions are ours
		}
		if start.Starts {
			starting = append(starting, n)
		} else {
			refusing = append(refusing, n)
		}
	}
	return starting, refusing
}

// firstWords is what one of the JVMs says.
func (a jvmAnswer) firstWords() string {
	for _, version := range slices.Sorted(maps.Keys(a.Javas)) {
		return strings.Join(a.Javas[version].Says, "\n")
	}
	return ""
}

// jvmReport is that the rules expect a JVM not to start, from a Java version on.
type jvmReport struct {
	refusal string
	since   int
}

// since is how rules say that older Java takes an option.
var since = regexp.MustCompile(`Java (\d+) and later do not start|does not start on Java (\d+) and later`)

// reported is what the rules of the category say of a job with these options.
func (q jvmQuestion) reported(release string) (jvmReport, error) {
	set := map[string]string{"spark.master": "spark://master:7077", "spark.submit.deployMode": "client", "spark." + q.JVM + ".memory": q.Heap}
	for name, text := range q.Options {
		set["spark."+q.JVM+"."+name] = text
	}
	j, err := jobOf(release, set)
	if err != nil {
		return jvmReport{}, err
	}
	program, err := jvmRules()
	if err != nil {
		return jvmReport{}, err
	}
	report, err := engine.Check(context.Background(), program, []*conf.Job{j}, nil, engine.Options{Workers: 1})
	if err != nil {
		return jvmReport{}, err
	}
	for _, e := range report.Errored {
		return jvmReport{}, fmt.Errorf("%s: %w", e.Rule.ID, e.Err)
	}
	var said jvmReport
	for _, f := range report.Findings {
		from := 0
		if bound := since.FindStringSubmatch(f.Message); bound != nil {
			from, _ = strconv.Atoi(bound[1] + bound[2])
		} else if f.Severity != source.Error {
			continue
		}
		if said.refusal == "" || from < said.since {
			said = jvmReport{f.Rule.ID + ": " + f.Message, from}
		}
	}
	return said, nil
}

// jvmRules are the built-in rules of the category: alone, they read so little
// that thousands of answers are quickly compared.
var jvmRules = sync.OnceValues(func() (*policy.Program, error) {
	return engine.Compile(engine.Bundle{Files: jvmFiles{policies.Files}, Root: "policies"})
})

// jvmFiles are the policies' folder jvm, and of lib what its rules import.
type jvmFiles struct{ fs.ReadDirFS }

var jvmNames = regexp.MustCompile(`^(jvm|lib|release\.rego|(java|jvm)_.*\.rego)$`)

// ReadDir leaves the other folders and libraries out.
func (f jvmFiles) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := f.ReadDirFS.ReadDir(name)
	if name != "jvm" {
		entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return !jvmNames.MatchString(e.Name()) })
	}
	return entries, err
}
