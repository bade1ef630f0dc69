package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// outputs is the flag -o, which says in which formats and into which files a
// command writes, and the colours of text.
type outputs struct {
	formats []string
	list    []output
	color   choice
	// aside: standard output is taken, and what would go there goes to
	// standard error.
	aside bool
}

// output is one FORMAT[=FILE].
type output struct{ format, file string }

// register adds the flags; the first format is the default.
func (o *outputs) register(c *cobra.Command, formats ...string) {
	o.formats = formats
	o.color = newChoice("auto", "auto", "always", "never")
	c.Flags().VarP(o, "output", "o", "what is written, and where, repeatable: "+either(formats))
	if err := c.RegisterFlagCompletionFunc("output", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return formats, cobra.ShellCompDirectiveNoSpace
	}); err != nil {
		panic(err) // only for a flag that does not exist
	}
	o.color.register(c, "color", "colours in text; NO_COLOR turns auto off")
}

// String, Type, Set, Append, Replace and GetSlice make outputs a flag that may
// be repeated.
func (o *outputs) String() string { return strings.Join(o.GetSlice(), " ") }

// Type is what help shows in the place of the value.
func (o *outputs) Type() string { return "FORMAT[=FILE]" }

// Set adds one FORMAT[=FILE].
func (o *outputs) Set(text string) error {
	format, file, into := strings.Cut(text, "=")
	if !slices.Contains(o.formats, format) {
		return fmt.Errorf("there is no format %q: want %s%s", format, either(o.formats), suggestion(format, o.formats))
	}
	if into && file == "" {
		return fmt.Errorf("the file after %s= has no name", format)
	}
	for _, other := range o.list {
		if other.file == file && file == "" {
			return errors.New("only one format can go to standard output; give the other a file: FORMAT=FILE")
		}
		if other.file == file {
			return fmt.Errorf("two formats go to %s", file)
		}
	}
	o.list = append(o.list, output{format, file})
	return nil
}

// Append is Set.
func (o *outputs) Append(text string) error { return o.Set(text) }

// Replace starts again.
func (o *outputs) Replace(texts []string) error {
	o.list = nil
	for _, text := range texts {
		if err := o.Set(text); err != nil {
			return err
		}
	}
	return nil
}

// GetSlice returns the outputs as they were written.
func (o *outputs) GetSlice() []string {
	texts := make([]string, 0, len(o.list))
	for _, out := range o.list {
		text := out.format
		if out.file != "" {
			text += "=" + out.file
		}
		texts = append(texts, text)
	}
	return texts
}

// screen is where text is written, as far as its looks go.
type screen struct {
	terminal bool
	color    bool
	width    int
}

// write writes every output.
func (o *outputs) write(c *cobra.Command, render func(w io.Writer, format string, s screen) error) error {
	list := o.list
	if len(list) == 0 {
		list = []output{{format: o.formats[0]}}
	}
	for _, out := range list {
		if out.file == "" {
			to, name := c.OutOrStdout(), "output"
			if o.aside {
				to, name = c.ErrOrStderr(), "error"
			}
			if err := render(to, out.format, o.screen(to)); err != nil {
				return fmt.Errorf("write standard %s: %w", name, err)
			}
			continue
		}
		err := writeFile(out.file, func(w io.Writer) error { return render(w, out.format, o.screen(w)) })
		if err != nil {
			return fmt.Errorf("write %s: %w", out.file, err)
		}
	}
	return nil
}

// screen looks at what is written to, and at what the user wants.
func (o *outputs) screen(w io.Writer) screen {
	s := screen{width: 80}
	if f, ok := w.(*os.File); ok && isatty.IsTerminal(f.Fd()) {
		s.terminal = true
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			s.width = width
		}
	}
	switch o.color.word {
	case "always":
		s.color = true
	case "auto":
		s.color = s.terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return s
}

// writeFile writes a file whole or not at all: into a new file beside it, which
// then takes its place. What is no regular file, such as a pipe, is written as
// it is.
func writeFile(name string, render func(io.Writer) error) error {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		return fill(name, os.O_WRONLY, 0, render)
	}
	mode := os.FileMode(0o666)
	if err == nil {
		mode = info.Mode().Perm()
	}
	beside := fmt.Sprintf("%s.%d.part", name, os.Getpid())
	if err := fill(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode, render); err != nil {
		_ = os.Remove(beside) // the first error tells more
		return err
	}
	if info != nil {
		if err := os.Chmod(beside, mode); err != nil { // what the umask took away
			_ = os.Remove(beside)
			return err
		}
	}
	if err := os.Rename(beside, name); err != nil {
		_ = os.Remove(beside)
		return err
	}
	return nil
}

// fill opens a file and writes all of it.
func fill(name string, flags int, mode os.FileMode, render func(io.Writer) error) error {
	f, err := os.OpenFile(name, flags, mode)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(f)
	err = render(b)
	return errors.Join(err, b.Flush(), f.Close())
}
