package engine_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/loader"
	"github.com/sparkvet/sparkvet/source"
)

const ruleText = `# METADATA
# title: T
# description: D
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: F
package policies.test.rule

deny contains object.union({"msg": "m"}, `

// fixed has a rule give one answer about the jobs of a file, and returns the
// first finding and the text with its fix applied.
func fixed(t testing.TB, name, text, answer string) (engine.Finding, string) {
	t.Helper()
	program, err := engine.Compile(engine.Bundle{Root: "policies", Files: fstest.MapFS{
		"test/rule.rego": &fstest.MapFile{Data: []byte(ruleText + answer + ")\n")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile(filepath.Base(name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	loaded, err := loader.Load(context.Background(), []string{filepath.Base(name)}, loader.Options{SparkVersion: "3.5"})
	if err != nil {
		t.Fatal(err)
	}
	report, err := engine.Check(context.Background(), program, loaded.Jobs, nil, engine.Options{Editors: loader.Editors(loader.Options{})})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range report.Errored {
		t.Fatal(e.Err)
	}
	if len(report.Findings) == 0 {
		t.Fatal("no finding")
	}
	f := report.Findings[0]
	if f.Fix == nil {
		return f, ""
	}
	after, err := source.Apply(f.Fix.Edits[0].At.Source, f.Fix.Edits)
	if err != nil {
		t.Fatal(err)
	}
	return f, string(after)
}

const (
	memory   = `{"at": "spark.executor.memory", "set": {"spark.executor.memory": "2g"}}`
	options  = `{"at": "spark.executor.extraJavaOptions", "set": {"spark.executor.extraJavaOptions": "-Da=\"b c\" -Dx=$y"}}`
	noMemory = `{"at": "spark.executor.memory", "unset": ["spark.executor.memory"]}`
	cores    = `{"at": "spark.executor.memory", "set": {"spark.executor.cores": "4"}}`
	older    = `{"at": "assignment#0", "rename": {"spark.yarn.executor.memoryOverhead": "spark.executor.memoryOverhead"}}`
)

// TestFixes holds what a fix makes of a text, to the byte. An empty want means
// that nothing certain can be written.
func TestFixes(t *testing.T) {
	for _, test := range []struct{ name, file, answer, text, want string }{
		{"aligned, with a comment", "spark-defaults.conf", memory, "# heap\nspark.executor.memory    4g\nspark.a  b\n", "# heap\nspark.executor.memory    2g\nspark.a  b\n"},
		{"equals sign, no final newline", "spark-defaults.conf", memory, "spark.executor.memory=4g", "spark.executor.memory=2g"},
		{"CRLF and a continued value", "spark-defaults.conf", memory, "spark.executor.memory 4\\\r\n   g\r\nspark.a 1\r\n", "spark.executor.memory 2g\r\nspark.a 1\r\n"},
		{"an empty value", "spark-defaults.conf", memory, "spark.executor.memory\n", "spark.executor.memory 2g\n"},
		{"an empty value behind its separator", "spark-defaults.conf", memory, "spark.executor.memory =\n", "spark.executor.memory =2g\n"},
		{"a comment in the value", "spark-defaults.conf", memory, "spark.a 1\nspark.executor.memory 2g  # heap\n", "spark.a 1\n# heap\nspark.executor.memory 2g\n"},
		{"escapes", "spark-defaults.conf", `{"at": "spark.executor.extraJavaOptions", "set": {"spark.executor.extraJavaOptions": "=a\\b\nü\t東"}}`,
			"spark.executor.extraJavaOptions x\n", "spark.executor.extraJavaOptions \\=a\\\\b\\nü\t東\n"},
		{"a blank at the end cannot be written", "spark-defaults.conf", `{"at": "spark.executor.memory", "set": {"spark.executor.memory": "2g "}}`, "spark.executor.memory 4g\n", ""},
		{"the last of duplicates", "spark-defaults.conf", memory, "spark.executor.memory 1g\nspark.executor.memory 4g\n", "spark.executor.memory 1g\nspark.executor.memory 2g\n"},
		{"remove a line", "spark-defaults.conf", noMemory, "spark.a 1\n  spark.executor.memory \\\n    4g\n# b\n\nspark.b 2\n", "spark.a 1\n# b\n\nspark.b 2\n"},
		{"remove the last line", "spark-defaults.conf", noMemory, "spark.a 1\nspark.executor.memory 4g", "spark.a 1\n"},
		{"remove a line of CR alone", "spark-defaults.conf", noMemory, "spark.a 1\rspark.executor.memory 4g\rspark.b 2\r", "spark.a 1\rspark.b 2\r"},
		{"add below, aligned", "spark-defaults.conf", cores, "spark.executor.memory   4g\nspark.a                 1\n", "spark.executor.memory   4g\nspark.executor.cores    4\nspark.a                 1\n"},
		{"add below a line without an end", "spark-defaults.conf", cores, "spark.a=1\r\nspark.executor.memory=4g", "spark.a=1\r\nspark.executor.memory=4g\r\nspark.executor.cores=4"},
		{"rename", "spark-defaults.conf", older, "spark.yarn.executor.memoryOverhead: 1g\n", "spark.executor.memoryOverhead: 1g\n"},
		{"rename to what is written too", "spark-defaults.conf", older, "spark.yarn.executor.memoryOverhead 1g\nspark.executor.memoryOverhead 2g\n", ""},
		{"a value that a template fills in", "spark-defaults.conf", memory, "spark.executor.memory {{ heap }}\n", ""},

		{"a bare flag", "job.sh", memory, "spark-submit --executor-memory 4g a.py\n", "spark-submit --executor-memory 2g a.py\n"},
		{"a flag with its value in quotes", "job.sh", memory, "spark-submit --executor-memory=\"4g\" a.py", "spark-submit --executor-memory=\"2g\" a.py"},
		{"--conf in quotes of both kinds", "job.sh", memory, "spark-submit --conf 'spark.executor.memory'=\"4g\" a.py\n", "spark-submit --conf 'spark.executor.memory'=\"2g\" a.py\n"},
		{"-c", "job.sh", memory, "spark-submit -c 'spark.executor.memory=4g' a.py\n", "spark-submit -c 'spark.executor.memory=2g' a.py\n"},
		{"a shell variable", "job.sh", memory, "HEAP=4g # heap\nspark-submit --executor-memory \"$HEAP\" a.py\n", "HEAP=2g # heap\nspark-submit --executor-memory \"$HEAP\" a.py\n"},
		{"a shell variable of two settings", "job.sh", memory, "HEAP=4g\nspark-submit --executor-memory $HEAP --driver-memory $HEAP a.py\n", ""},
		{"a shell variable of two jobs", "job.sh", memory, "HEAP=4g\nspark-submit --executor-memory $HEAP a.py\nspark-submit --executor-memory $HEAP b.py\n",
			"HEAP=2g\nspark-submit --executor-memory $HEAP a.py\nspark-submit --executor-memory $HEAP b.py\n"},
		{"a variable from elsewhere", "job.sh", memory, "spark-submit --executor-memory $HEAP a.py\n", ""},
		{"quotes that a value needs, around nothing", "job.sh", options, "spark-submit --conf spark.executor.extraJavaOptions=-Da=b a.py\n",
			"spark-submit --conf \"spark.executor.extraJavaOptions=-Da=\\\"b c\\\" -Dx=\\$y\" a.py\n"},
		{"in double quotes", "job.sh", options, "spark-submit --conf \"spark.executor.extraJavaOptions=-Da=b\" a.py\n",
			"spark-submit --conf \"spark.executor.extraJavaOptions=-Da=\\\"b c\\\" -Dx=\\$y\" a.py\n"},
		{"in single quotes", "job.sh", options, "spark-submit --conf 'spark.executor.extraJavaOptions=-Da=b' a.py\n",
			"spark-submit --conf 'spark.executor.extraJavaOptions=-Da=\"b c\" -Dx=$y' a.py\n"},
		{"within another shell", "job.sh", memory, "ssh edge 'spark-submit --executor-memory 4g a.py'\n", "ssh edge 'spark-submit --executor-memory 2g a.py'\n"},
		{"CRLF", "job.sh", memory, "spark-submit \\\r\n  --executor-memory 4g \\\r\n  a.py\r\n", "spark-submit \\\r\n  --executor-memory 2g \\\r\n  a.py\r\n"},
		{"remove a line of a command", "job.sh", noMemory, "spark-submit \\\n  --name größe \\\n  --executor-memory 4g \\\n  a.py # go\n", "spark-submit \\\n  --name größe \\\n  a.py # go\n"},
		{"remove the last line of a command", "job.sh", noMemory, "spark-shell \\\n  --name x \\\n  --conf spark.executor.memory=4g\necho done\n", "spark-shell \\\n  --name x\necho done\n"},
		{"remove two lines", "job.sh", noMemory, "spark-submit \\\n  --conf \\\n  spark.executor.memory=4g \\\n  a.py\n", "spark-submit \\\n  a.py\n"},
		{"remove from the middle of a line", "job.sh", noMemory, "spark-submit --name x --conf \"spark.executor.memory=4g\" a.py\n", "spark-submit --name x a.py\n"},
		{"remove from the start of a line", "job.sh", noMemory, "spark-submit \\\n  --executor-memory 4g --name x a.py\n", "spark-submit \\\n  --name x a.py\n"},
		{"remove from the end of a line", "job.sh", noMemory, "spark-submit --name x --executor-memory 4g \\\n  a.py\n", "spark-submit --name x \\\n  a.py\n"},
		{"remove with a variable", "job.sh", noMemory, "H=4g\nspark-submit --conf spark.executor.memory=$H a.py\n", "H=4g\nspark-submit a.py\n"},
		{"remove from an array", "job.sh", noMemory, "A=(\n  --name x\n  --executor-memory 4g # heap\n)\nspark-submit \"${A[@]}\" a.py\n", "A=(\n  --name x\n  # heap\n)\nspark-submit \"${A[@]}\" a.py\n"},
		{"remove from a string of options", "job.sh", noMemory, "O=\"--name x --executor-memory 4g\"\nspark-submit $O a.py\n", "O=\"--name x\"\nspark-submit $O a.py\n"},
		{"remove what a loop shares", "job.sh", noMemory, "spark-submit --executor-memory 4g a.py && spark-submit --executor-memory 8g b.py\n", "spark-submit a.py && spark-submit --executor-memory 8g b.py\n"},
		{"add in a line", "job.sh", cores, "spark-submit --executor-memory 4g a.py\n", "spark-submit --executor-memory 4g --conf spark.executor.cores=4 a.py\n"},
		{"add as a line", "job.sh", cores, "spark-submit \\\n    --executor-memory 4g \\\n    a.py\n", "spark-submit \\\n    --executor-memory 4g \\\n    --conf spark.executor.cores=4 \\\n    a.py\n"},
		{"add as the last line", "job.sh", cores, "spark-shell \\\r\n\t--executor-memory 4g\r\n", "spark-shell \\\r\n\t--executor-memory 4g \\\r\n\t--conf spark.executor.cores=4\r\n"},
		{"add where options may come from elsewhere", "job.sh", cores, "spark-submit --executor-memory 4g $OPTS a.py\n", ""},
		{"rename a --conf", "job.sh", older, "spark-submit --conf spark.yarn.executor.memoryOverhead=1g a.py\n", "spark-submit --conf spark.executor.memoryOverhead=1g a.py\n"},
		{"two changes at once", "job.sh", `{"at": "spark.master", "set": {"spark.master": "yarn", "spark.submit.deployMode": "client"}}`,
			"spark-submit --master yarn-client a.py\n", "spark-submit --master yarn --deploy-mode client a.py\n"},
		{"add an option where any cluster manager takes it", "job.sh", `{"at": "spark.executor.memory", "set": {"spark.driver.memory": "2g"}}`,
			"spark-submit --executor-memory 4g a.py\n", "spark-submit --executor-memory 4g --driver-memory 2g a.py\n"},

		{"an item of conf", "a.spark.hcl", memory, hcl(`  conf = { "spark.executor.memory" = "4g", "spark.a" = 1 }`), hcl(`  conf = { "spark.executor.memory" = "2g", "spark.a" = 1 }`)},
		{"an attribute", "a.spark.hcl", memory, hcl("  executor {\n    memory = \"4g\" # heap\n  }"), hcl("  executor {\n    memory = \"2g\" # heap\n  }")},
		{"a number", "a.spark.hcl", `{"at": "spark.executor.cores", "set": {"spark.executor.cores": "4"}}`, hcl("  executor {\n    cores = 8\n  }"), hcl("  executor {\n    cores = 4\n  }")},
		{"a number that becomes text", "a.spark.hcl", `{"at": "spark.a", "set": {"spark.a": "0.10"}}`, hcl(`  conf = { "spark.a" = 0.2 }`), hcl(`  conf = { "spark.a" = "0.10" }`)},
		{"a template's signs", "a.spark.hcl", `{"at": "spark.a", "set": {"spark.a": "\"${b}\" %{c}\\"}}`, hcl(`  conf = { "spark.a" = "x" }`), hcl(`  conf = { "spark.a" = "\"$${b}\" %%{c}\\" }`)},
		{"a reference", "a.spark.hcl", memory, "locals { heap = \"4g\" }\n" + hcl("  executor {\n    memory = local.heap\n  }"), ""},
		{"remove an attribute", "a.spark.hcl", noMemory, hcl("  executor {\n    cores  = 4\n    memory = \"4g\"\n  }"), hcl("  executor {\n    cores  = 4\n  }")},
		{"remove an item of its own line", "a.spark.hcl", noMemory, hcl("  conf = {\n    \"spark.executor.memory\" = \"4g\",\n    \"spark.a\" = 1,\n  }"), hcl("  conf = {\n    \"spark.a\" = 1,\n  }")},
		{"remove the first item", "a.spark.hcl", noMemory, hcl(`  conf = { "spark.executor.memory" = "4g", "spark.a" = 1 }`), hcl(`  conf = { "spark.a" = 1 }`)},
		{"remove the last item", "a.spark.hcl", noMemory, hcl(`  conf = { "spark.a" = 1, "spark.executor.memory" = "4g" }`), hcl(`  conf = { "spark.a" = 1 }`)},
		{"remove the only item", "a.spark.hcl", noMemory, hcl(`  conf = { "spark.executor.memory" = "4g" }`), hcl(`  conf = { }`)},
		{"add an attribute", "a.spark.hcl", cores, hcl("  executor {\n    memory = \"4g\"\n  }"), hcl("  executor {\n    memory = \"4g\"\n    cores  = 4\n  }")},
		{"add an item", "a.spark.hcl", cores, hcl(`  conf = { "spark.executor.memory" = "4g" }`), hcl(`  conf = { "spark.executor.memory" = "4g", "spark.executor.cores" = "4" }`)},
		{"add a line to conf", "a.spark.hcl", `{"at": "spark.executor.memory", "set": {"spark.a": "b"}}`,
			hcl("  conf = {\r\n    \"spark.executor.memory\" = \"4g\"\r\n  }"), hcl("  conf = {\r\n    \"spark.executor.memory\" = \"4g\"\r\n    \"spark.a\"               = \"b\"\r\n  }")},
		{"rename an item", "a.spark.hcl", older, hcl(`  conf = { "spark.yarn.executor.memoryOverhead" = "1g" }`), hcl(`  conf = { "spark.executor.memoryOverhead" = "1g" }`)},
		{"what two jobs inherit", "a.spark.hcl", memory, "job \"base\" {\n  abstract = true\n  conf = { \"spark.executor.memory\" = \"4g\" }\n}\njob \"a\" {\n  inherits = [job.base]\n}\njob \"b\" {\n  inherits = [job.base]\n}\n",
			"job \"base\" {\n  abstract = true\n  conf = { \"spark.executor.memory\" = \"2g\" }\n}\njob \"a\" {\n  inherits = [job.base]\n}\njob \"b\" {\n  inherits = [job.base]\n}\n"},
		{"what one job overrides and another does not", "a.spark.hcl", `{"at": "assignment#0", "unset": ["spark.executor.memory"]}`,
			"job \"base\" {\n  abstract = true\n  conf = { \"spark.executor.memory\" = \"4g\" }\n}\njob \"a\" {\n  inherits = [job.base]\n  conf = { \"spark.executor.memory\" = \"2g\" }\n}\njob \"b\" {\n  inherits = [job.base]\n}\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, got := fixed(t, test.file, test.text, test.answer); got != test.want {
				t.Errorf("%q\nbecomes %q\nwant    %q", test.text, got, test.want)
			}
		})
	}
}

func hcl(inside string) string { return "job \"a\" {\n" + inside + "\n}\n" }

func TestFixOfAnObservation(t *testing.T) {
	const answer = `{"at": "observation#0", "replace": "--name"}`
	text := "spark-submit \u2014name x a.py\n"
	f, got := fixed(t, "job.sh", text, answer)
	if want := strings.Replace(text, "\u2014name", "--name", 1); got != want || f.Fix.Text != "write --name" {
		t.Errorf("%q\nbecomes %q", text, got)
	}
	if _, got := fixed(t, "job.sh", text, `{"at": "observation#0", "replace": "\u2014nam"}`); got != "" {
		t.Errorf("a replacement that does not mend gives %q", got)
	}
}

func TestFixIsUnsafe(t *testing.T) {
	for _, test := range []struct {
		name, file, text, answer string
		safe                     bool
	}{
		{"as the rule says", "job.sh", "spark-submit --executor-memory 4g a.py", `{"at": "spark.executor.memory", "set": {"spark.executor.memory": "2g"}, "unsafe": true}`, false},
		{"certain", "job.sh", "spark-submit --executor-memory 4g a.py", memory, true},
		{"added to a command", "job.sh", "spark-submit --executor-memory 4g a.py", cores, true},
		{"added to a file alone", "spark-defaults.conf", "spark.executor.memory 4g", cores, true},
	} {
		if f, _ := fixed(t, test.file, test.text, test.answer); f.Fix == nil || f.Fix.Safe != test.safe {
			t.Errorf("%s: %+v", test.name, f.Fix)
		}
	}
}

func TestFixSaysWhatItWrites(t *testing.T) {
	for _, test := range []struct{ file, text, answer, want string }{
		{"job.sh", "spark-submit --executor-memory 4g a.py", memory, "--executor-memory 2g"},
		{"job.sh", "spark-submit --conf spark.executor.memory=4g a.py", memory, "spark.executor.memory=2g"},
		{"a.spark.hcl", hcl("executor {\n memory = 4096\n}"), memory, "executor.memory = 2g"},
		{"job.sh", "spark-submit --executor-memory 4g a.py", noMemory, "remove --executor-memory"},
		{"spark-defaults.conf", "spark.yarn.executor.memoryOverhead 1g", older, "rename to spark.executor.memoryOverhead"},
	} {
		if f, _ := fixed(t, test.file, test.text, test.answer); f.Fix == nil || f.Fix.Text != test.want {
			t.Errorf("%+v, want %q", f.Fix, test.want)
		}
	}
}
