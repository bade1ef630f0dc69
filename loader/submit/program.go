package submit

import (
	"cmp"
	"regexp"
	"strings"
)

// program is one of Spark's commands.
type program struct {
	kind string
	// shell: the command starts an interactive shell. It takes Spark's options
	// among its own arguments and needs no application.
	shell    bool
	language string
}

var (
	sparkSubmit = program{kind: "spark-submit"}
	sparkShell  = program{kind: "spark-shell", shell: true, language: "jvm"}
	sparkSQL    = program{kind: "spark-sql", shell: true, language: "sql"}
	pyspark     = program{kind: "pyspark", shell: true, language: "python"}
)

// programs by the names they go by.
var programs = map[string]program{
	"spark-submit": sparkSubmit, "spark2-submit": sparkSubmit, "spark3-submit": sparkSubmit,
	"spark-shell": sparkShell, "spark2-shell": sparkShell, "spark3-shell": sparkShell,
	"spark-sql": sparkSQL, "spark2-sql": sparkSQL, "spark3-sql": sparkSQL,
	"pyspark": pyspark, "pyspark2": pyspark, "pyspark3": pyspark,
}

// shellClasses are the main classes with which spark-submit needs no
// application and takes mixed arguments (SparkSubmitCommandBuilder).
const shellClasses = "org.apache.spark.repl.Main org.apache.spark.sql.hive.thriftserver.SparkSQLCLIDriver " +
	"org.apache.spark.sql.hive.thriftserver.HiveThriftServer2 org.apache.spark.sql.connect.service.SparkConnectServer " +
	"org.apache.spark.sql.application.ConnectRepl"

// applicationSuffixes tell the language of an application by its file.
var applicationSuffixes = []struct{ suffix, language string }{{".py", "python"}, {".R", "r"}, {".r", "r"}, {".jar", "jvm"}}

// shellNames are what spark-submit calls its shells, where a file would stand.
var shellNames = map[string]string{"pyspark-shell": "python", "sparkr-shell": "r", "spark-shell": "jvm"}

// looksLikeApplication reports whether a word is a file that spark-submit runs.
func looksLikeApplication(word string) bool { return languageOf(word) != "" }

func languageOf(file string) string {
	for _, s := range applicationSuffixes {
		if strings.HasSuffix(file, s.suffix) {
			return s.language
		}
	}
	return ""
}

// versionInPath finds Spark's version in a path such as
// /opt/spark-3.5.1-bin-hadoop3.
var versionInPath = regexp.MustCompile(`(?i)spark[-_/]?v?(\d+\.\d+(?:\.\d+)?)`)

// version finds out which Spark runs: from the command's path, else from
// SPARK_HOME, which bin/spark-submit follows.
func (s *submission) version() {
	paths := []argument{s.command}
	if home, _ := s.environment.lookup("SPARK_HOME"); home != nil && home.unknown == "" && len(home.elements) == 1 {
		paths = append(paths, home.elements[0])
	}
	for _, path := range paths {
		if m := versionInPath.FindStringSubmatchIndex(path.String()); m != nil {
			at, _ := path.place(m[2], m[3])
			s.job.SparkVersion, s.job.SparkVersionAt = textOf(path.chars[m[2]:m[3]]), s.script.loader.span(at)
			return
		}
	}
}

// name picks the job's name, as Spark would where that is known.
func (s *submission) name() string {
	for i := len(s.job.Layers) - 1; i >= 0; i-- {
		assignments := s.job.Layers[i].Assignments
		for k := len(assignments) - 1; k >= 0; k-- {
			if a := &assignments[k]; a.Key == "spark.app.name" && a.Value.Unknown == "" && a.Value.Raw != "" {
				return a.Value.Raw
			}
		}
	}
	for _, path := range []string{s.file.String(), s.script.loader.src.Name} {
		base := path[strings.LastIndexByte(path, '/')+1:]
		if base != "" && !strings.ContainsRune(base, unknownByte) {
			return base
		}
	}
	return s.program.kind
}

// language tells what the application is written in.
func (s *submission) language() string {
	if s.program.shell {
		return s.program.language
	}
	if language := cmp.Or(languageOf(s.file.String()), shellNames[s.file.String()]); language != "" {
		return language
	}
	switch {
	case s.job.Application.Class != "":
		return "jvm"
	case s.pythonFiles:
		return "python"
	}
	return ""
}
