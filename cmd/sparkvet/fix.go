package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/loader"
	"github.com/sparkvet/sparkvet/source"
)

const fixHelp = `Fix writes the fixes that check offers into the files it was given or found, looks again until there is nothing left to
fix, and reports what remains. Comments, order, quotes and line ends stay; a file is written whole or not at all. Fixes that
change what a job does need --unsafe. With - the fixed text of standard input goes to standard output, and the report to
standard error.

With --diff nothing is written: a patch goes to standard output, and the exit code is 1 when there is one. It shows lines as
they stand in the files, secrets among them.`

const fixExamples = `  sparkvet fix
  sparkvet fix --diff jobs/ | git apply
  sparkvet fix --unsafe --select deprecated conf/spark-defaults.conf`

// fixing are the flags of fixes.
type fixing struct{ fix, unsafe, diff bool }

func (f *fixing) register(c *cobra.Command) {
	c.Flags().BoolVar(&f.unsafe, "unsafe", false, "with fixes that change what a job does")
	c.Flags().BoolVar(&f.diff, "diff", false, "print fixes as a patch, and change nothing")
}

func (f *fixing) wanted() bool { return f.fix || f.diff }

func newFix() *cobra.Command {
	f := &checkFlags{fixing: fixing{fix: true}}
	c := &cobra.Command{
		Use: "fix [PATH…]", Short: "Mend what can be mended", Long: fixHelp, Example: fixExamples,
		RunE: func(c *cobra.Command, paths []string) error { return f.run(c, paths) },
	}
	f.register(c)
	return c
}

const (
	// standardInput stands for it among the paths of texts.
	standardInput = ""
	// maximumPasses bounds how often fixes are applied to what fixes made.
	maximumPasses = 20
)

// mending is a run that fixes.
type mending struct {
	look   func(edited map[string][]byte) (view, error)
	unsafe bool
	// original and edited texts by path; only changed ones are edited.
	original, edited map[string][]byte
	names            map[string]string
	given            []string
	// refused are why texts were left alone, by path.
	refused map[string]source.Diagnostic
	fixed   int
}

// mend applies fixes, writes what they changed, and reports what remains.
func (f *checkFlags) mend(c *cobra.Command, paths []string, look func(map[string][]byte) (view, error)) error {
	m := &mending{
		look: look, unsafe: f.fixing.unsafe, given: orHere(paths), original: map[string][]byte{}, edited: map[string][]byte{},
		names: map[string]string{}, refused: map[string]source.Diagnostic{},
	}
	piped := slices.Contains(paths, "-")
	if piped {
		text, err := io.ReadAll(c.InOrStdin())
		if err != nil {
			return fmt.Errorf("read standard input: %w", err)
		}
		m.edited[standardInput] = text
	}
	seen, err := m.run()
	if err != nil {
		return err
	}
	f.outputs.aside = piped || f.fixing.diff
	if err := m.save(c, f.fixing.diff, f.quiet); err != nil {
		return err
	}
	if piped && !f.fixing.diff {
		if _, err := c.OutOrStdout().Write(m.edited[standardInput]); err != nil {
			return fmt.Errorf("write standard output: %w", err)
		}
	}
	if err := f.write(c, seen.report); err != nil {
		return err
	}
	if f.fixing.diff && m.fixed > 0 {
		return errFindings
	}
	return f.verdict(seen, paths)
}

// run applies fixes in passes: what waits for another fix, or comes up when one
// is applied, is fixed in the next.
func (m *mending) run() (view, error) {
	for pass := 0; ; pass++ {
		seen, err := m.look(m.edited)
		if err != nil {
			return view{}, err
		}
		fixed, err := 0, error(nil)
		if pass < maximumPasses {
			fixed, err = m.apply(seen)
		}
		if fixed == 0 || err != nil {
			for _, d := range m.refused {
				seen.report.Notices = append(seen.report.Notices, d)
			}
			slices.SortFunc(seen.report.Notices, func(a, b source.Diagnostic) int { return a.At.Compare(b.At) })
			return seen, err
		}
		m.fixed += fixed
	}
}

// apply puts the fixes of one report into the texts, as far as they do not
// touch one another, and counts the findings that are fixed.
func (m *mending) apply(seen view) (fixed int, err error) {
	texts := map[*source.Source]loader.Text{}
	for _, t := range seen.loaded.Texts {
		texts[t.Source] = t
	}
	patch, fixed := engine.Mend(seen.report.Findings, func(fix *engine.Fix) bool { return (fix.Safe || m.unsafe) && m.takes(fix, texts) })
	for _, s := range patch.Sources() {
		path := texts[s].Path
		if _, known := m.original[path]; !known {
			m.original[path], m.names[path] = s.Text, s.Name
		}
		if m.edited[path], err = patch.Text(s); err != nil {
			return 0, err
		}
	}
	return fixed, nil
}

// takes reports whether all texts that a fix edits were given or found, and may
// be written.
func (m *mending) takes(fix *engine.Fix, texts map[*source.Source]loader.Text) bool {
	for _, e := range fix.Edits {
		text, ours := texts[e.At.Source]
		if !ours || !m.writable(text) {
			return false
		}
	}
	return true
}

// writable reports whether a text may be written; why not is kept.
func (m *mending) writable(t loader.Text) bool {
	if t.Path == standardInput {
		return true
	}
	if _, known := m.original[t.Path]; known {
		return true
	}
	if _, refused := m.refused[t.Path]; refused {
		return false
	}
	summary := ""
	if info, err := os.Stat(t.Path); err != nil || info.Mode().Perm()&0o200 == 0 {
		summary = "the file is read-only, and was not changed"
	} else if !t.Given && !m.inside(t.Path) {
		summary = "the link leads out of the folders that were given, and was not followed to change its file"
	}
	if summary == "" {
		return true
	}
	m.refused[t.Path] = source.Diagnostic{Severity: source.Warning, Code: "fix/refused", Summary: summary, At: t.Source.Span(0, 0)}
	return false
}

// inside reports whether a file that was found really is in a folder that was
// given.
func (m *mending) inside(path string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return false
	}
	for _, given := range m.given {
		folder, err := filepath.EvalSymlinks(given)
		if err != nil {
			continue
		}
		if relative, err := filepath.Rel(absolute(folder), absolute(real)); err == nil && filepath.IsLocal(relative) {
			return true
		}
	}
	return false
}

func absolute(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		return whole
	}
	return path
}

// save writes what changed, or prints it as a patch, and says how much was
// fixed.
func (m *mending) save(c *cobra.Command, patch, quiet bool) error {
	paths := make([]string, 0, len(m.original))
	for path := range m.original {
		paths = append(paths, path)
	}
	slices.SortFunc(paths, func(a, b string) int { return strings.Compare(m.names[a], m.names[b]) })
	for _, path := range paths {
		var err error
		switch {
		case patch:
			_, err = c.OutOrStdout().Write(diff.Diff("a/"+m.names[path], m.original[path], "b/"+m.names[path], m.edited[path]))
		case path != standardInput:
			err = rewrite(path, m.original[path], m.edited[path])
		}
		if err != nil {
			return fmt.Errorf("fix %s: %w", m.names[path], err)
		}
	}
	if m.fixed == 0 || quiet {
		return nil
	}
	done := "fixed"
	if patch {
		done = "would fix"
	}
	findings, files := "findings", "files"
	if m.fixed == 1 {
		findings = "finding"
	}
	if len(paths) == 1 {
		files = "file"
	}
	_, err := fmt.Fprintf(c.ErrOrStderr(), "%s %d %s in %d %s\n", done, m.fixed, findings, len(paths), files)
	return err
}

// rewrite puts a text in the place of another, unless somebody else has changed
// the file in the meantime.
func rewrite(path string, before, after []byte) error {
	now, err := os.ReadFile(path)
	if err != nil {
		return reasonOfPath(err)
	}
	if string(now) != string(before) {
		return fmt.Errorf("the file changed while it was being fixed, and is left as it is")
	}
	return writeFile(path, func(w io.Writer) error {
		_, err := w.Write(after)
		return err
	})
}
