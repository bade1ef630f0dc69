package loader

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/sparkvet/sparkvet/conf"
)

// project writes a txtar archive into a new folder and makes that the working
// directory.
func project(t *testing.T, archive string) string {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		write(t, filepath.Join(root, f.Name), f.Data)
	}
	t.Chdir(root)
	return root
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func load(t *testing.T, o Options, paths ...string) *Result {
	t.Helper()
	r, err := Load(t.Context(), paths, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// jobs lists the places of the jobs.
func jobs(r *Result) string {
	var places []string
	for _, j := range r.Jobs {
		places = append(places, j.At.Root().String())
	}
	return strings.Join(places, " ")
}

func diagnostics(r *Result) string {
	var lines []string
	for _, d := range r.Diagnostics {
		lines = append(lines, fmt.Sprintf("%s %s %s: %s", d.At, d.Severity, d.Code, d.Summary))
	}
	return strings.Join(lines, "\n")
}

func TestDiscover(t *testing.T) {
	project(t, `
-- .git/hooks/x.sh --
spark-submit git.py
-- .git/info/exclude --
excluded.sh
-- .gitignore --
# generated
*.gen.sh
/build/
!keep.gen.sh
-- a.sh --
spark-submit a.py
-- a.gen.sh --
spark-submit a.py
-- excluded.sh --
spark-submit a.py
-- keep.gen.sh --
spark-submit a.py
-- build/b.sh --
spark-submit b.py
-- build/more/b.sh --
spark-submit b.py
-- sub/build/b.sh --
spark-submit b.py
-- sub/.gitignore --
local.sh
-- sub/local.sh --
spark-submit b.py
-- local.sh --
spark-submit b.py
-- vendor/v.sh --
spark-submit v.py
-- x/node_modules/n.sh --
spark-submit n.py
-- bin/run --
#!/bin/bash
spark-submit c.py
-- bin/tool --
#!/usr/bin/env python3
spark-submit c.py
-- README.md --
spark-submit readme.py
-- log4j.properties --
rootLogger=INFO
-- conf/spark-defaults.conf --
spark.a 1
-- orders.spark.hcl --
job "orders" {
  application {
    file = "a.py"
  }
}
`)
	tests := []struct {
		paths []string
		want  string
	}{
		{[]string{"."}, "a.sh:1:1 bin/run:2:1 conf/spark-defaults.conf:1:1 keep.gen.sh:1:1 local.sh:1:1 orders.spark.hcl:1:1 sub/build/b.sh:1:1"},
		{[]string{"sub"}, "sub/build/b.sh:1:1"},
		{[]string{"sub", ".", "a.sh"}, "a.sh:1:1 bin/run:2:1 conf/spark-defaults.conf:1:1 keep.gen.sh:1:1 local.sh:1:1 orders.spark.hcl:1:1 sub/build/b.sh:1:1"},
		{[]string{"build"}, "build/b.sh:1:1 build/more/b.sh:1:1"}, // asked for, ignored or not
		{[]string{"a.gen.sh", "sub/local.sh"}, "a.gen.sh:1:1 sub/local.sh:1:1"},
		{[]string{"vendor"}, "vendor/v.sh:1:1"},
		{[]string{"bin/run"}, "bin/run:2:1"},
	}
	for _, test := range tests {
		if got := jobs(load(t, Options{}, test.paths...)); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.paths, got, test.want)
		}
	}
	r := load(t, Options{}, ".")
	if r.Files != 7 || r.PassedOver != 1 || len(r.Diagnostics) != 0 {
		t.Errorf("%d files, %d passed over, diagnostics:\n%s", r.Files, r.PassedOver, diagnostics(r))
	}
}

// TestLinks: a loop of folders ends, and a file is loaded once by however many
// names it has.
func TestLinks(t *testing.T) {
	root := project(t, `
-- a/run.sh --
spark-submit a.py
-- conf/spark-defaults.conf --
spark.a 1
`)
	for link, target := range map[string]string{
		"a/loop":                "..",
		"a/spark-defaults.conf": "../conf/spark-defaults.conf",
		"a/self.sh":             "self.sh",
		"a/folder.sh":           "../conf",
		"b":                     "a",
	} {
		if err := os.Symlink(target, filepath.Join(root, link)); err != nil {
			t.Fatal(err)
		}
	}
	r := load(t, Options{}, ".", "b")
	if got, want := jobs(r), "a/run.sh:1:1 a/spark-defaults.conf:1:1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := diagnostics(r); strings.Count(got, "load/unreadable") != 2 || !strings.Contains(got, "a/self.sh:1:1 error load/unreadable: file cannot be read: ") {
		t.Errorf("diagnostics:\n%s", got)
	}
}

func TestUnreadable(t *testing.T) {
	root := project(t, `
-- good.sh --
spark-submit a.py
-- notes.txt --
hello
-- tool.py --
spark.conf.set("a", 1)
-- prod.conf --
spark.a 1
-- build.sh --
make
-- utf16.properties --
x
-- installer.sh --
x
-- sub/spark-defaults.conf --
x
-- huge.properties --
x
`)
	write(t, filepath.Join(root, "utf16.properties"), []byte("\xff\xfes\x00p\x00"))
	write(t, filepath.Join(root, "installer.sh"), []byte("#!/bin/sh\nexit\n\x00\x01"))
	write(t, filepath.Join(root, "sub/spark-defaults.conf"), []byte("spark.a 1\n\x00"))
	if err := os.Truncate("huge.properties", maximumBytes+1); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", "gone.sh"); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		paths []string
		jobs  string
		want  string
	}{
		{[]string{"."}, "good.sh:1:1", `gone.sh:1:1 error load/unreadable: file cannot be read: no such file or directory
huge.properties:1:1 error load/too_large: file is over 64 MiB and is not read
sub/spark-defaults.conf:1:1 error load/binary: file is not text`},
		{[]string{"missing", "good.sh", "gone.sh", "no/such.conf"}, "good.sh:1:1", `gone.sh:1:1 error load/unreadable: file cannot be read: no such file or directory
missing:1:1 error load/unreadable: file cannot be read: no such file or directory
no/such.conf:1:1 error load/unreadable: file cannot be read: no such file or directory`},
		{[]string{"utf16.properties", "installer.sh"}, "", `installer.sh:1:1 error load/binary: file is not text
utf16.properties:1:1 error load/binary: file is not text`},
		{[]string{"notes.txt", "tool.py", "prod.conf", "build.sh"}, "prod.conf:1:1", `notes.txt:1:1 info load/passed_over: passed over: in no format that is read
tool.py:1:1 info load/passed_over: passed over: in no format that is read`},
	}
	for _, test := range tests {
		r := load(t, Options{}, test.paths...)
		if got := jobs(r); got != test.jobs {
			t.Errorf("%s: jobs %s, want %s", test.paths, got, test.jobs)
		}
		if got := diagnostics(r); got != test.want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", test.paths, got, test.want)
		}
	}
}

// TestSize: a text is read whole or not at all.
func TestSize(t *testing.T) {
	for size, want := range map[int64]string{0: "", 1: "", maximumBytes: "", maximumBytes + 1: conf.TooLargeCode, 1 << 40: conf.TooLargeCode} {
		text, problem := readAll(io.LimitReader(endless{}, size))
		switch {
		case problem == nil && (want != "" || int64(len(text)) != size):
			t.Errorf("%d bytes: read %d, want %q", size, len(text), want)
		case problem != nil && problem.code != want:
			t.Errorf("%d bytes: %s, want %q", size, problem.code, want)
		}
	}
}

// endless is a text that never ends.
type endless struct{}

func (endless) Read(text []byte) (int, error) { return len(text), nil }

func TestStandardInput(t *testing.T) {
	project(t, `
-- jobs/conf/spark-defaults.conf --
spark.a 1
`)
	tests := []struct {
		name, text string
		job        string
		layers     string
	}{
		{"", "spark-submit --conf spark.b=1 a.py\n", "<stdin>:1:1 spark-submit", "conf"},
		{"jobs/x.sh", "spark-submit --conf spark.b=1 a.py\n", "jobs/x.sh:1:1 spark-submit", "spark-defaults@jobs/conf/spark-defaults.conf conf"},
		{"", "spark.a 2\n", "<stdin>:1:1 properties", "properties-file@<stdin>"},
		{"spark-defaults.conf", "spark.a 2\n", "spark-defaults.conf:1:1 spark-defaults", "spark-defaults@spark-defaults.conf"},
		{"", "job \"x\" {\n  application {\n    file = \"a.py\"\n  }\n}\n", "<stdin>:1:1 jobspec", ""},
	}
	for _, test := range tests {
		r := load(t, Options{Stdin: strings.NewReader(test.text), StdinName: test.name}, "-")
		if len(r.Jobs) != 1 || len(r.Diagnostics) != 0 {
			t.Errorf("%q: %d jobs, diagnostics:\n%s", test.text, len(r.Jobs), diagnostics(r))
			continue
		}
		if got := r.Jobs[0].At.String() + " " + r.Jobs[0].Kind; got != test.job {
			t.Errorf("%q: got %s, want %s", test.text, got, test.job)
		}
		if got := layersOf(r.Jobs[0]); got != test.layers {
			t.Errorf("%q: layers %s, want %s", test.text, got, test.layers)
		}
	}
	for _, o := range []Options{{}, {Stdin: strings.NewReader("hello\n")}} {
		if r := load(t, o, "-"); len(r.Jobs) != 0 || r.PassedOver != 1 || r.Diagnostics[0].Code != conf.PassedOverCode {
			t.Errorf("%d jobs, %d passed over, diagnostics:\n%s", len(r.Jobs), r.PassedOver, diagnostics(r))
		}
	}
}

// TestOrder: the result does not depend on how many work at it, nor on the
// order of the paths.
func TestOrder(t *testing.T) {
	root := project(t, "")
	var paths []string
	for i := range 50 {
		name := fmt.Sprintf("%02d.sh", i)
		write(t, filepath.Join(root, name), []byte("spark-submit a.py\n\nspark-submit --properties-file none.conf b.py\n"))
		paths = append(paths, name)
	}
	want := load(t, Options{Workers: 1}, ".")
	slices.Reverse(paths)
	got := load(t, Options{Workers: 8}, paths...)
	if jobs(got) != jobs(want) || len(got.Jobs) != 100 {
		t.Errorf("got %s, want %s", jobs(got), jobs(want))
	}
	if diagnostics(got) != diagnostics(want) || len(got.Diagnostics) != 50 {
		t.Errorf("got\n%s\nwant\n%s", diagnostics(got), diagnostics(want))
	}
}

func TestCancelled(t *testing.T) {
	project(t, "-- a.sh --\nspark-submit a.py\n")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if r, err := Load(ctx, []string{"."}, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, %v", r, err)
	}
}

func BenchmarkLoad(b *testing.B) {
	root := b.TempDir()
	for i := range 1000 {
		folder := filepath.Join(root, fmt.Sprintf("team%02d", i%20))
		if err := os.MkdirAll(folder, 0o755); err != nil {
			b.Fatal(err)
		}
		text := []byte("#!/bin/sh\nspark-submit --master yarn --conf spark.executor.memory=4g a.py\n")
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("job%03d.sh", i)), text, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	b.Chdir(root)
	for b.Loop() {
		r, err := Load(b.Context(), []string{"."}, Options{})
		if err != nil || len(r.Jobs) != 1000 {
			b.Fatal(err, len(r.Jobs))
		}
	}
}

// layersOf names the layers of a job that say something, weakest first.
func layersOf(job *conf.Job) string {
	var layers []string
	for _, l := range job.Layers {
		if len(l.Assignments) == 0 && l.Unseen == "" {
			continue
		}
		layer := string(l.Kind)
		if l.Kind == conf.SparkDefaultsLayer || l.Kind == conf.PropertiesFileLayer {
			layer += "@" + l.At.Source.Name
		}
		if l.Skipped != "" {
			layer += "(skipped)"
		}
		layers = append(layers, layer)
	}
	return strings.Join(layers, " ")
}
