package submit

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// one loads a text that holds one job.
func one(t *testing.T, text string) *conf.Job {
	t.Helper()
	loaded := Load(source.New("jobs/run.sh", "", []byte(text)))
	if len(loaded.Jobs) != 1 {
		t.Fatalf("%s: %d jobs, diagnostics %v", text, len(loaded.Jobs), loaded.Diagnostics)
	}
	return loaded.Jobs[0]
}

func TestNothing(t *testing.T) {
	for _, text := range []string{
		"", "echo hello", "\x00\x01\x02", strings.Repeat("x", 3*maximumBytes),
		"# spark-submit a.py", "echo spark-submit a.py", "which spark-submit", "command -v spark-submit", "pip install pyspark",
		"[ -x $SPARK_HOME/bin/spark-submit ] || exit 1", "spark-submit --version", "spark-submit --help", "spark-shell --version",
		"spark-submit --kill driver-1", "spark-submit --status driver-1 --master spark://h:6066", "python -c 'import pyspark'",
		"docker logs spark-submit", "kubectl exec spark-shell -- ls", "docker compose run spark-submit", "grep -r spark-submit .",
		"cat > notes.md <<EOF\nspark-submit a.py\nEOF", "gcloud dataproc jobs submit pyspark a.py", "cat \x00 spark-submit a.py",
	} {
		if loaded := Load(source.New("x.sh", "", []byte(text))); len(loaded.Jobs) != 0 || len(loaded.Diagnostics) != 0 {
			t.Errorf("%.60q: %d jobs, diagnostics %v", text, len(loaded.Jobs), loaded.Diagnostics)
		}
	}
}

func TestName(t *testing.T) {
	for text, want := range map[string]string{
		"spark-submit --name a --conf spark.app.name=b c.py":          "a",
		"spark-submit --conf spark.app.name=b s3://bucket/jobs/c.py":  "b",
		"spark-submit s3://bucket/jobs/c.py":                          "c.py",
		"spark-submit --name $X $DIR/c.py":                            "c.py",
		"spark-submit --class A $JAR":                                 "run.sh",
		"spark-shell":                                                 "run.sh",
		"spark-submit --name $X --conf spark.app.name=b --name y c.d": "y",
	} {
		if job := one(t, text); job.Name != want {
			t.Errorf("%s: %q, want %q", text, job.Name, want)
		}
	}
}

func TestVersion(t *testing.T) {
	for text, want := range map[string]string{
		"/opt/spark-3.5.1-bin-hadoop3/bin/spark-submit a.py":         "3.5.1",
		"V=3.4.2; H=/opt/spark-$V; $H/bin/spark-submit a.py":         "3.4.2",
		"export SPARK_HOME=/opt/spark-2.4; spark-submit a.py":        "2.4",
		"SPARK_HOME=/opt/spark/3.3.0 ./bin/spark-submit a.py":        "3.3.0",
		"SPARK_HOME=/opt/spark-2.4; docker exec c spark-submit a.py": "",
		"spark-submit a.py": "",
		"SPARK_HOME=/opt/spark-2.4; /opt/spark-3.0.1/bin/spark-submit a.py": "3.0.1",
	} {
		job := one(t, text)
		if job.SparkVersion != want || want != "" && job.SparkVersionAt.Text() != want {
			t.Errorf("%s: %q at %q, want %q", text, job.SparkVersion, job.SparkVersionAt.Text(), want)
		}
	}
}

func TestPropertiesFile(t *testing.T) {
	job := one(t, "spark-submit --properties-file conf/a.conf --properties-file \"$DIR/b.conf\" a.py")
	f := job.PropertiesFile
	if f == nil || f.Path != "$DIR/b.conf" || f.Unknown == "" || f.At.Text() != `"$DIR/b.conf"` {
		t.Errorf("%+v", f)
	}
}

// TestLayers lets the model resolve what was loaded, as Spark does: flags beat
// --conf, but for the driver's the later of the two wins.
func TestLayers(t *testing.T) {
	job := one(t, "spark-submit --executor-memory 5g --conf spark.executor.memory=3g --driver-memory 4g "+
		"--conf spark.driver.memory=2g --conf spark.driver.extraClassPath=/a --driver-class-path /b a.jar")
	if err := conf.Resolve(job, "3.5"); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{
		"spark.executor.memory":       "5g flag over 3g conf",
		"spark.driver.memory":         "2g conf over 4g flag",
		"spark.driver.extraClassPath": "/b flag over /a conf",
	} {
		s := job.Setting(key)
		a, lost := s.Effective(), s.Overridden()
		if got := fmt.Sprintf("%s %s over %s %s", a.Value.Raw, a.LayerName(), lost[0].Value.Raw, lost[0].LayerName()); got != want {
			t.Errorf("%s: %s, want %s", key, got, want)
		}
	}
}

// TestPiece loads a script out of another text, and finds its places there.
func TestEnvironment(t *testing.T) {
	for text, want := range map[string]string{
		"MASTER=yarn spark-submit a.py":                                   "spark.master=yarn",
		"export SPARK_EXECUTOR_MEMORY=4g; spark-submit a.py":              "spark.executor.memory=4g",
		"MASTER=yarn; spark-submit --master $MASTER a.py":                 "",
		"export SPARK_DRIVER_MEMORY=$X; spark-submit a.py":                "spark.driver.memory?",
		"export DEPLOY_MODE=cluster; docker exec c spark-submit a.py":     "",
		"SPARK_EXECUTOR_CORES=4 env spark-submit --executor-cores 5 a.py": "spark.executor.cores=4",
	} {
		got := ""
		for _, layer := range one(t, text).Layers {
			if layer.Kind != conf.EnvironmentLayer {
				continue
			}
			for _, a := range layer.Assignments {
				if got += a.Key + "=" + a.Value.Raw; a.Value.Unknown != "" {
					got = a.Key + "?"
				}
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestPiece(t *testing.T) {
	text := []byte(`command = "spark-submit --name \"a b\" x.py"`)
	var decoded []byte
	var extents []source.Extent
	for i := 11; i < len(text)-1; i++ {
		start := i
		if text[i] == '\\' {
			i++
		}
		decoded, extents = append(decoded, text[i]), append(extents, source.Extent{Start: start, End: i + 1})
	}
	root := source.New("job.hcl", "hcl", text)
	loaded := Load(source.Piece(root.Whole(), "", decoded, extents))
	if len(loaded.Jobs) != 1 {
		t.Fatalf("%d jobs", len(loaded.Jobs))
	}
	a := loaded.Jobs[0].Layers[0].Assignments[0]
	if a.Value.Raw != "a b" || a.ValueAt.Source != root || a.ValueAt.Text() != "a b" || a.KeyAt.Text() != "--name" {
		t.Errorf("%q at %v %q, %q", a.Value.Raw, a.ValueAt, a.ValueAt.Text(), a.KeyAt.Text())
	}
}

// TestUnresolved decides what a word is that the script does not set.
func TestUnresolved(t *testing.T) {
	for text, want := range map[string]string{
		"spark-submit $JAR in":                          "application $JAR; unseen ",
		"spark-submit \"$JAR\" in":                      "application $JAR; unseen ",
		"spark-submit $SPARK_OPTS a.py":                 "application a.py; unseen $SPARK_OPTS may add options",
		"spark-submit $X --name a a.py":                 "application a.py; unseen $X may add options",
		"spark-submit $X a.jar":                         "application a.jar; unseen $X may add options",
		"spark-submit \"${EXTRA_ARGS[@]}\" $JAR":        "application $JAR; unseen ${EXTRA_ARGS[@]} may add options",
		"spark-submit \"$@\"":                           "application ; unseen $@ may add options",
		"spark-submit --name a \"$@\" b.py":             "application b.py; unseen $@ may add options",
		"spark-submit a.py \"$@\"":                      "application a.py; unseen ",
		"spark-submit $(cat options) a.py":              "application a.py; unseen $(cat options) may add options",
		"spark-submit $(find . -name x)":                "application $(find . -name x); unseen $(find . -name x) may add options",
		"spark-submit ${DIR}/a.py":                      "application ${DIR}/a.py; unseen ",
		"spark-submit --$OPTION x a.py":                 "application a.py; unseen --$OPTION may add options",
		"spark-submit --conf $C a.py":                   "application a.py; unseen --conf $C may set any key",
		"spark-submit --conf spark.$K=1 a.py":           "application a.py; unseen --conf spark.$K=1 may set any key",
		"spark-submit --conf spark.a=$V a.py":           "application a.py; unseen ",
		"X=; spark-submit $X a.py":                      "application a.py; unseen ",
		"X='--name b'; spark-submit $X a.py":            "application a.py; unseen ",
		"X=(--name b); spark-submit \"${X[@]}\" a.py":   "application a.py; unseen ",
		"X=(--name b); X+=($Y); spark-submit ${X[@]} a": "application $Y; unseen $Y may add options",
		"ls | xargs spark-submit --name a":              "application ; unseen xargs may add options",
	} {
		job := one(t, text)
		if got := fmt.Sprintf("application %s; unseen %s", job.Application.File.Raw, job.Unseen); got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
		for _, o := range job.Observations {
			if o.Kind == MissingApplication {
				t.Errorf("%s: missing application", text)
			}
		}
	}
}

// TestVariables follows one variable through a script.
func TestVariables(t *testing.T) {
	for text, want := range map[string]string{
		"X=1; %s":                                  "1",
		"X=1; X=2; %s":                             "2",
		"X='a b'; %s":                              "a b",
		"X=1; Y=$X$X; X=$Y; %s":                    "11",
		"X=1; X+=2; %s":                            "12",
		"export X=1; %s":                           "1",
		"readonly X=1; %s":                         "1",
		"declare -r X=1; %s":                       "1",
		"X=${X:-1}; %s":                            "1",
		": ${X:=1}; %s":                            "1",
		"X=${1:-1}; %s":                            "1",
		"X=1; if a; then X=1; fi; %s":              "1",
		"if a; then X=1; else X=1; fi; %s":         "1",
		"X=1; (X=2); %s":                           "1",
		"X=1; X=2 true; %s":                        "1",
		"X=1; echo | X=2; %s":                      "1",
		"X=1; f() { local X=2; }; f; %s":           "1",
		"f() { X=1; }; f; %s":                      "1",
		"true && X=1 && %s":                        "1",
		"X=(1 2); %s":                              "1",
		"X=1; unset X; %s":                         "unknown: shell variable X has no value here",
		"%s":                                       "unknown: shell variable X has no value here",
		"X=1; if a; then X=2; fi; %s":              "unknown: shell variable X is set in more than one way",
		"a && X=1; %s":                             "unknown: shell variable X is set on some paths only",
		"X=1; a || X=2; %s":                        "unknown: shell variable X is set in more than one way",
		"case a in b) X=1;; *) X=2;; esac; %s":     "unknown: shell variable X is set in more than one way",
		"X=1; f() { X=2; }; f; %s":                 "unknown: shell variable X is set in more than one way",
		"X=1; while a; do %s; X=2; done":           "unknown: shell variable X is set in a loop",
		"for X in 1 2; do %s; done":                "unknown: loop variable X takes more than one value",
		"for X in 1; do %s; done":                  "1",
		"read X; %s":                               "unknown: shell variable X is set by read when the script runs",
		"read -rp 'x? ' X; %s":                     "unknown: shell variable X is set by read when the script runs",
		"printf -v X %%s 1; %s":                    "unknown: shell variable X is set by printf when the script runs",
		"X=1; ((X++)); %s":                         "unknown: shell variable X is set by arithmetic",
		"X=1; let X=2; %s":                         "unknown: shell variable X is set by arithmetic",
		"X=$(date); %s":                            "unknown: the output of $(date) is not known here",
		"X=$((1+1)); %s":                           "unknown: arithmetic $((1+1)) is not computed",
		"X=$1; %s":                                 "unknown: argument $1 has no value here",
		"X[1]=1; %s":                               "unknown: shell variable X is set element by element",
		"declare -A X=([a]=1); %s":                 "unknown: shell variable X is a map or a reference",
		"X=1; f() { %s; }; X=2; f":                 "unknown: shell variable X is set in more than one way",
		"f() { %s; }; X=2; f":                      "2",
		"f() { X=3; %s; }; X=2; f":                 "3",
		"X=1; bash -c '%s'":                        "unknown: shell variable X has no value here",
		"export X=1; bash -c '%s'":                 "1",
		"X=1 bash -c '%s'":                         "1",
		"X=1; eval '%s'":                           "1",
		"export X=1; ssh h '%s'":                   "unknown: shell variable X has no value here",
		"X=1; bash <<E\n%s\nE":                     "1",
		"export X=1; bash <<'E'\n%s\nE":            "1",
		"X=1; bash <<'E'\n%s\nE":                   "unknown: shell variable X has no value here",
		"X=1; Y=${X+2}; X=$Y; %s":                  "2",
		"X=abc; X=${X%%c}; %s":                     "unknown: ${X%c} is not computed",
		"X=a; Y=X; X=${!Y}; %s":                    "unknown: ${!Y} is not computed",
		"if a; then X='1 2'; else X='1 3'; fi; %s": "unknown: shell variable X is set in more than one way",
	} {
		text = fmt.Sprintf(text, `spark-submit --conf spark.x="$X" a.py`)
		v := one(t, text).Layers[0].Assignments[0].Value
		got := v.Raw
		if v.Unknown != "" {
			got = "unknown: " + string(v.Unknown)
		}
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	command := "spark-submit --master yarn --deploy-mode cluster --executor-memory $HEAP --conf spark.a=b --conf \"spark.c=d e\" app.py x\n"
	for _, bench := range []struct{ name, text string }{
		{"one command", "HEAP=4g\n" + command},
		{"a thousand commands", "HEAP=4g\n" + strings.Repeat(command, 1000)},
		{"no Spark", strings.Repeat("for f in *; do echo \"$f\"; done\n", 4000)},
		{"Spark in comments", strings.Repeat("# spark-submit\nfor f in *; do echo \"$f\"; done\n", 3000)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.text)))
			b.ReportAllocs()
			for b.Loop() {
				Load(source.New("x.sh", "", []byte(bench.text)))
			}
		})
	}
}
