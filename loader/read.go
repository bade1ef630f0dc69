package loader

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

const (
	// maximumBytes is the size up to which a text is read.
	maximumBytes = 64 << 20
	// headBytes is how much of a text decides whether it is one, as git does.
	headBytes = 8000
	// shebangBytes is how much of a file without extension is read in a walk.
	shebangBytes = 64
)

// file is one text on its way to its jobs.
type file struct {
	// path opens it; name is what reports call it.
	path, name string
	// stdin is read in place of a file; nil for a file.
	stdin io.Reader
	// given by name, rather than found in a folder.
	given bool
	// format is known before the text is read when the file was found in a
	// folder.
	format *format

	source  *source.Source
	loaded  conf.Loaded
	outcome outcome
}

// outcome is what became of a file.
type outcome int

const (
	unread     outcome = iota // with a diagnostic that says why
	passedOver                // it is not Spark's
	isSparks
)

// load reads the text and has its format load it. What cannot be read becomes
// a diagnostic.
func (f *file) load(o Options) {
	text, problem := f.text(o)
	if problem != nil {
		f.loaded.Diagnostics = []source.Diagnostic{problem.diagnostic(f.name)}
		return
	}
	head := text[:min(len(text), headBytes)]
	if f.format == nil {
		f.format = detect(path.Base(f.name), head)
	}
	if f.format == nil && f.judgedByContent() {
		f.format = detect("", head)
	}
	if f.format == nil {
		f.passOver("the name is none that is known as Spark configuration, and the text does not show it")
		return
	}
	if problem := binary(head); problem != nil {
		if f.given || f.format.kind == "hcl" || defaultsName.MatchString(path.Base(f.name)) {
			f.loaded.Diagnostics = []source.Diagnostic{problem.diagnostic(f.name)}
			return
		}
		f.outcome = passedOver
		return
	}
	f.outcome = passedOver
	f.source = source.New(f.name, f.format.kind, text)
	f.loaded = f.format.load(f.source, o)
	if len(f.loaded.Jobs) > 0 || len(f.loaded.Diagnostics) > 0 {
		f.outcome = isSparks
	}
}

// judgedByContent reports whether a text of an unknown name may be told by how
// it begins. Other extensions stand for other languages, in which Spark's words
// mean something else.
func (f *file) judgedByContent() bool {
	return f.stdin != nil || slices.Contains([]string{"", ".conf", ".txt"}, path.Ext(f.name))
}

// passOver leaves a file alone, and says so to somebody who named it.
func (f *file) passOver(why string) {
	f.outcome = passedOver
	if f.given {
		notice := problem{source.Info, conf.PassedOverCode, "passed over: in no format that is read", why}
		f.loaded.Diagnostics = []source.Diagnostic{notice.diagnostic(f.name)}
	}
}

func (f *file) text(o Options) ([]byte, *problem) {
	if f.stdin != nil {
		return readAll(f.stdin)
	}
	if text, edited := o.Edited[f.path]; edited {
		return text, nil
	}
	return readFile(f.path)
}

// problem is why a text cannot be read as a whole.
type problem struct {
	severity              source.Severity
	code, summary, detail string
}

// diagnostic puts a problem at the beginning of the file it is about, whose
// bytes are not there to point into.
func (p *problem) diagnostic(name string) source.Diagnostic {
	return source.Diagnostic{
		Severity: p.severity, Code: p.code, Summary: p.summary, Detail: p.detail,
		At: source.New(name, "", nil).Whole(),
	}
}

// readText reads a file that jobs lie on.
func readText(path string) ([]byte, *problem) {
	text, problem := readFile(path)
	if problem == nil {
		problem = binary(text[:min(len(text), headBytes)])
	}
	return text, problem
}

func readFile(path string) ([]byte, *problem) {
	opened, err := os.Open(path)
	if err != nil {
		return nil, unreadable(err)
	}
	defer func() { _ = opened.Close() }() // only read from
	return readAll(opened)
}

func readAll(from io.Reader) ([]byte, *problem) {
	text, err := io.ReadAll(io.LimitReader(from, maximumBytes+1))
	switch {
	case err != nil:
		return nil, unreadable(err)
	case len(text) > maximumBytes:
		return nil, &problem{source.Error, conf.TooLargeCode,
			fmt.Sprintf("file is over %d MiB and is not read", maximumBytes>>20),
			"configuration of this size is a mistake; pass the file that Spark reads, or list this one in .gitignore"}
	}
	return text, nil
}

// unreadable says why a file cannot be read, without the path that stands
// before it anyway.
func unreadable(err error) *problem {
	why := err.Error()
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		why = e.Err.Error()
	}
	return &problem{source.Error, conf.UnreadableCode, "file cannot be read: " + why, "check its name and permissions"}
}

// binary says that a text is none; nil when it is.
func binary(head []byte) *problem {
	at := bytes.IndexByte(head, 0)
	if at < 0 {
		return nil
	}
	detail := fmt.Sprintf("byte %d is NUL; pass the text that Spark reads", at)
	if bytes.HasPrefix(head, []byte{0xFF, 0xFE}) || bytes.HasPrefix(head, []byte{0xFE, 0xFF}) {
		detail = "it looks like UTF-16, which Spark cannot read either; save it as UTF-8"
	}
	return &problem{source.Error, conf.BinaryCode, "file is not text", detail}
}
