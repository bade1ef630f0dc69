package report

import (
	"path"
	"strings"

	"golang.org/x/tools/txtar"
)

// shownExample is the archive beside a rule as pages show it: what is wrong,
// what is said about it, and what it should be.
type shownExample struct {
	introduction  string
	before, after []txtar.File
	report        string
	// fixed: after is what the rule's fix makes of before; else it is the good
	// input.
	fixed bool
}

// exampleOf sorts an archive. Of the fixed files, those that the fix leaves
// alone are not repeated.
func exampleOf(a *txtar.Archive) shownExample {
	e := shownExample{introduction: strings.TrimSpace(string(a.Comment))}
	var good []txtar.File
	for _, file := range a.Files {
		folder, name, _ := strings.Cut(file.Name, "/")
		inside := txtar.File{Name: name, Data: file.Data}
		switch folder {
		case "bad":
			e.before = append(e.before, inside)
		case "fixed":
			e.after, e.fixed = append(e.after, inside), true
		case "good":
			good = append(good, inside)
		case "report":
			e.report = string(file.Data)
		}
	}
	if !e.fixed {
		e.after = good
	}
	return e
}

// languageOf is the name by which highlighters know a file's format.
func languageOf(name string) string {
	switch path.Ext(name) {
	case ".sh":
		return "sh"
	case ".hcl":
		return "hcl"
	case ".conf", ".properties":
		return "properties"
	}
	return "text"
}
