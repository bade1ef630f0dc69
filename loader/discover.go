package loader

import (
	"cmp"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/sparkvet/sparkvet/source"
)

// skippedFolders hold what others wrote, or no files of a project at all.
var skippedFolders = []string{".git", ".hg", ".svn", "node_modules", "vendor"}

// discovery collects the files to load. No file is opened in a folder unless
// its name, or the first bytes of one without extension, may be Spark's.
type discovery struct {
	ctx         context.Context
	here        folder
	files       map[string]*file // by real path, so that links lead to a file once
	diagnostics []source.Diagnostic
}

// add takes a path as the user gave it: a file as it is, or all of a folder.
func (d *discovery) add(path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		d.diagnostics = append(d.diagnostics, unreadable(err).diagnostic(d.here.name(path)))
	case info.IsDir():
		d.walk(path, ignoredAbove(path))
	default:
		d.file(path, nil).given = true
	}
}

// file adds a file, if it is not there by another way.
func (d *discovery) file(path string, of *format) *file {
	real := realPath(path)
	if d.files[real] == nil {
		d.files[real] = &file{path: path, name: d.here.name(path), format: of}
	}
	return d.files[real]
}

// walk goes through a folder in the order of names. Links to folders are not
// followed, so that a walk ends.
func (d *discovery) walk(path string, above ignored) {
	if d.ctx.Err() != nil {
		return // Load says so
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		d.diagnostics = append(d.diagnostics, unreadable(err).diagnostic(d.here.name(path)))
		return
	}
	here := above.in(path)
	for _, entry := range entries {
		child := filepath.Join(path, entry.Name())
		switch {
		case entry.IsDir():
			if !slices.Contains(skippedFolders, entry.Name()) && !here.has(entry.Name(), true) {
				d.walk(child, here.below(entry.Name()))
			}
		case entry.Type().IsRegular() || entry.Type()&fs.ModeSymlink != 0:
			d.candidate(child, here)
		}
	}
}

// candidate adds a file found in a folder when it may be Spark's.
func (d *discovery) candidate(path string, siblings ignored) {
	base := filepath.Base(path)
	of := detect(base, nil)
	if of == nil && filepath.Ext(base) != "" || siblings.has(base, false) {
		return
	}
	info, err := os.Stat(path) // a link leads to what it names
	switch {
	case err != nil && of != nil:
		d.diagnostics = append(d.diagnostics, unreadable(err).diagnostic(d.here.name(path)))
		return
	case err != nil || !info.Mode().IsRegular():
		return
	}
	if of == nil {
		of = detect(base, firstBytes(path))
	}
	if of != nil {
		d.file(path, of)
	}
}

// sorted returns the files by name, the order in which they are loaded.
func (d *discovery) sorted() []*file {
	files := make([]*file, 0, len(d.files))
	for _, f := range d.files {
		files = append(files, f)
	}
	slices.SortFunc(files, func(a, b *file) int { return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.path, b.path)) })
	return files
}

// firstBytes returns how a file begins; nothing when it cannot be read, since
// it is not known to be Spark's.
func firstBytes(path string) []byte {
	opened, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer func() { _ = opened.Close() }() // only read from
	head := make([]byte, shebangBytes)
	n, _ := opened.Read(head)
	return head[:n]
}

// folder is the working directory, to which names are relative.
type folder string

// name returns what reports call a path: relative to the working directory
// inside it, as it is elsewhere, with forward slashes.
func (here folder) name(path string) string {
	if relative, err := filepath.Rel(string(here), here.absolute(path)); err == nil && filepath.IsLocal(relative) {
		path = relative
	}
	return filepath.ToSlash(filepath.Clean(path))
}

func (here folder) absolute(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(string(here), path)
}

// realPath is one name for a file that links lead to by several.
func realPath(path string) string {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		real = path
	}
	if absolute, err := filepath.Abs(real); err == nil {
		real = absolute
	}
	return real
}
