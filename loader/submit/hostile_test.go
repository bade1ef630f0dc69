package submit

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// TestHostile reads texts that nest, repeat or multiply without end.
func TestHostile(t *testing.T) {
	const size = maximumBytes / 16 // the whole takes a second each
	repeat := func(pattern string) string { return strings.Repeat(pattern, size/len(pattern)) }
	texts := map[string]string{
		"subshells":         repeat("( ") + "spark-submit a.py",
		"substitutions":     repeat("$(") + "spark-submit a.py",
		"quoted":            repeat(`"$(`) + "spark-submit a.py",
		"blocks":            repeat("{ ") + "spark-submit a.py",
		"arithmetic":        repeat("$((1+(") + "spark-submit a.py",
		"index":             repeat("a[a[") + "spark-submit a.py",
		"conditions":        repeat("if ") + "spark-submit a.py",
		"loops":             repeat("while ") + "spark-submit a.py",
		"chain":             repeat("a&&") + "spark-submit a.py",
		"pipe":              repeat("a|") + "spark-submit a.py",
		"or":                repeat("a||b=1||") + "spark-submit a.py",
		"functions":         repeat("f() ") + "spark-submit a.py",
		"function bodies":   repeat("f() { a=1\n") + "spark-submit a.py",
		"elif":              "if a; then b=1\n" + repeat("elif a; then b=2\n") + "fi; spark-submit a.py",
		"time":              repeat("time ") + "spark-submit a.py",
		"defaults":          repeat("${a:-") + "spark-submit a.py",
		"backquotes":        repeat("`\\`") + "spark-submit a.py",
		"open quotes":       repeat("spark-submit \"\n"),
		"open templates":    repeat("{{{%{#<%") + "\nspark-submit a.py",
		"template blocks":   "spark-submit " + repeat("{% if x %}") + repeat("{% endif %}")[:1000],
		"appends":           "A=\n" + repeat("A+=aaaaaaaaaa\n") + "spark-submit --name $A a.py",
		"array appends":     "A=()\n" + repeat("A+=(a)\n") + "spark-submit \"${A[@]}\"",
		"branch appends":    "A=b\n" + repeat("if a; then A+=bb; fi\n") + "spark-submit --name $A a.py",
		"doubling":          "A0=xxxxxxxx\n" + doubling() + "spark-submit --name $A60 a.py",
		"uses":              "A=" + strings.Repeat("x", 60000) + "\nspark-submit --name x a.py " + strings.Repeat("$A ", 100000),
		"variables":         variables() + "spark-submit a.py",
		"branches":          variables() + repeat("if a; then b=1; fi\n")[:size/2] + "spark-submit a.py",
		"options":           "spark-submit " + repeat("--name x "),
		"confs":             "spark-submit " + repeat("-c a=b "),
		"java options":      "spark-submit --conf spark.executor.extraJavaOptions=-X " + repeat("-Xa "),
		"smart quotes":      "spark-submit " + repeat("“a "),
		"dashes":            "spark-submit " + repeat("–a "),
		"unknown options":   "spark-submit " + repeat("--foo "),
		"lost lines":        "spark-submit\n" + repeat("--name x\n"),
		"lost applications": "spark-submit " + repeat("\n-c\n"),
		"variables options": "spark-submit " + repeat("$A "),
		"option at the end": "spark-submit " + repeat("$A ") + "--name x a.py",
		"quoted variables":  "spark-submit " + repeat(`"$A" `),
		"no-break spaces":   "spark-submit " + repeat("\u00a0"),
		"values cut off":    "spark-submit " + repeat("-c spark.a= b "),
		"commands":          repeat("spark-submit a.py\n"),
		"nested commands":   repeat("sh -c 'spark-submit a'\n"),
		"nesting":           nested(12),
		"heredocs":          repeat("sh <<E\nspark-submit a\nE\n"),
		"open heredocs":     repeat("sh <<E\nspark-submit a\n"),
		"wrappers":          repeat("sudo ") + "spark-submit a.py",
		"zero bytes":        repeat("spark-submit a.py\x00"),
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			loaded := Load(source.New("x.sh", "", []byte(text)))
			if len(loaded.Diagnostics) > maximumNotes {
				t.Errorf("%d diagnostics", len(loaded.Diagnostics))
			}
			for _, job := range loaded.Jobs {
				if len(job.Observations) > maximumNotes {
					t.Errorf("%d observations", len(job.Observations))
				}
			}
			if len(loaded.Jobs) == 0 && len(loaded.Diagnostics) == 0 && name != "time" && name != "wrappers" {
				t.Error("neither a job nor a word about it")
			}
		})
	}
}

func doubling() string {
	var b strings.Builder
	for i := range 60 {
		fmt.Fprintf(&b, "A%d=$A%d$A%d\n", i+1, i, i)
	}
	return b.String()
}

func variables() string {
	var b strings.Builder
	for i := 0; b.Len() < maximumBytes/3; i++ {
		fmt.Fprintf(&b, "V%d=%d\n", i, i)
	}
	return b.String()
}

// nested puts shells into shells, without quotes that would double each time.
func nested(depth int) string {
	text := "spark-submit a.py"
	for i := range depth {
		text = fmt.Sprintf("sh <<E%d\n%s\nE%d", i, text, i)
	}
	return text
}

func TestTooLarge(t *testing.T) {
	loaded := Load(source.New("x.sh", "", []byte(strings.Repeat("spark-submit a.py\n", maximumBytes/10))))
	if len(loaded.Jobs) != 0 || len(loaded.Diagnostics) != 1 || loaded.Diagnostics[0].Code != conf.TooLargeCode {
		t.Errorf("%d jobs, diagnostics %v", len(loaded.Jobs), loaded.Diagnostics)
	}
}
