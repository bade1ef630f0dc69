package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// ran runs a command line in this process.
func ran(root *cobra.Command, args ...string) (code int, out, err string) {
	var stdout, stderr bytes.Buffer
	code = run(context.Background(), root, streams{strings.NewReader(""), &stdout, &stderr}, args)
	return code, stdout.String(), stderr.String()
}

func TestDefectsExitWithThree(t *testing.T) {
	for name, defect := range map[string]func(*cobra.Command, []string) error{
		"here": func(*cobra.Command, []string) error { panic("broken") },
		"in the background": func(*cobra.Command, []string) error {
			_, err := background(func() (int, error) { panic("broken") })()
			return err
		},
	} {
		root := newRoot()
		root.AddCommand(&cobra.Command{Use: "defect", RunE: defect})
		code, out, stderr := ran(root, "defect")
		if code != exitDefect || out != "" || !strings.Contains(stderr, "sparkvet: defect: broken") || !strings.Contains(stderr, "TestDefectsExitWithThree") || !strings.Contains(stderr, "please report it") {
			t.Errorf("%s: exit code %d, stderr:\n%s", name, code, stderr)
		}
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var stdout, stderr bytes.Buffer
	code := run(ctx, newRoot(), streams{strings.NewReader(""), &stdout, &stderr}, []string{"check", t.TempDir()})
	if code != exitFailed || stderr.String() != "sparkvet: interrupted\n" {
		t.Errorf("exit code %d, stderr: %s", code, stderr.String())
	}
}

// Every flag of every command takes its value from the environment.
func TestEveryFlagHasAVariable(t *testing.T) {
	samples := map[string]string{"bool": "true", "uint": "3", "stringArray": "a=b", "stringSlice": "a,b", "string": "x", "FORMAT[=FILE]": "json=x"}
	var visit func(*cobra.Command)
	visit = func(c *cobra.Command) {
		c.Flags().VisitAll(func(f *pflag.Flag) {
			value := samples[f.Value.Type()]
			if choice, ok := f.Value.(*choice); ok {
				value = choice.allowed[len(choice.allowed)-1]
			}
			if f.Name == "help" || f.Name == "no-descriptions" {
				return
			}
			if err := readEnvironment(c, []string{variableOf(f.Name) + "=" + value}); err != nil || !f.Changed {
				t.Errorf("%s --%s does not take %q from %s: %v", c.CommandPath(), f.Name, value, variableOf(f.Name), err)
			}
		})
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(newRoot())
}

func TestFilesAreWrittenWholeOrNotAtAll(t *testing.T) {
	name := filepath.Join(t.TempDir(), "report.json")
	write := func(text string, fault error) error {
		return writeFile(name, func(w io.Writer) error {
			if _, err := w.Write([]byte(text)); err != nil {
				return err
			}
			return fault
		})
	}
	if err := write("first", nil); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(name, 0o600); err != nil {
		t.Fatal(err)
	}
	fault := errors.New("no more")
	if err := write("sec", fault); !errors.Is(err, fault) {
		t.Errorf("got %v", err)
	}
	if text, _ := os.ReadFile(name); string(text) != "first" {
		t.Errorf("a failed write left %q", text)
	}
	if err := write("second", nil); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(name); string(text) != "second" {
		t.Errorf("the file holds %q", text)
	}
	if info, _ := os.Stat(name); info.Mode().Perm() != 0o600 {
		t.Errorf("the file's mode became %v", info.Mode())
	}
	if left, _ := filepath.Glob(name + ".*"); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

func TestNearest(t *testing.T) {
	for _, test := range []struct{ word, want string }{
		{"--fial-on", "--fail-on"}, {"--failon", "--fail-on"}, {"--FAIL-ON", "--fail-on"}, {"--x", ""}, {"", ""}, {"--completely-else", ""},
	} {
		if got := nearest(test.word, []string{"--fail-on", "--fix", "--output"}); got != test.want {
			t.Errorf("nearest %q is %q; want %q", test.word, got, test.want)
		}
	}
}
