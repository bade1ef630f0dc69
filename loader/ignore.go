package loader

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/gitignore"
)

// ignored is what .gitignore files say about the entries of one folder. They
// count outside of a git repository too: a project may be checked before its
// first commit, or from an archive.
type ignored struct {
	// at is the folder, in steps from the one that patterns are relative to.
	at []string
	// patterns, weakest first.
	patterns []gitignore.Pattern
}

// ignoredAbove collects what the ignore files above a folder say, from the root
// of its repository on. A folder that they ignore has been asked for all the
// same, and starts afresh.
func ignoredAbove(path string) ignored {
	absolute, err := filepath.Abs(path)
	root := repositoryRoot(absolute)
	if err != nil || root == "" {
		return ignored{}
	}
	at := ignored{}
	at.patterns = readPatterns(filepath.Join(root, ".git", "info", "exclude"), nil)
	relative, err := filepath.Rel(root, absolute)
	if err != nil || relative == "." {
		return at
	}
	for folder, steps := root, strings.Split(relative, string(filepath.Separator)); len(steps) > 0; steps = steps[1:] {
		at = at.in(folder)
		if at.has(steps[0], true) {
			return ignored{}
		}
		at, folder = at.below(steps[0]), filepath.Join(folder, steps[0])
	}
	return at
}

// in adds the ignore file of the folder itself.
func (i ignored) in(path string) ignored {
	own := readPatterns(filepath.Join(path, ".gitignore"), i.at)
	i.patterns = append(slices.Clip(i.patterns), own...)
	return i
}

// below steps into a folder.
func (i ignored) below(name string) ignored {
	i.at = append(slices.Clip(i.at), name)
	return i
}

// has reports whether an entry of the folder is ignored.
func (i ignored) has(name string, isFolder bool) bool {
	return len(i.patterns) > 0 && gitignore.NewMatcher(i.patterns).Match(append(slices.Clip(i.at), name), isFolder)
}

// readPatterns reads an ignore file; none is the same as an empty one.
func readPatterns(path string, at []string) []gitignore.Pattern {
	opened, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer func() { _ = opened.Close() }() // only read from
	var patterns []gitignore.Pattern
	lines := bufio.NewScanner(io.LimitReader(opened, 1<<20))
	for lines.Scan() {
		if line := lines.Text(); strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") {
			patterns = append(patterns, gitignore.ParsePattern(line, at))
		}
	}
	return patterns
}

// repositoryRoot returns the folder that holds .git, at or above an absolute
// path; empty when there is none.
func repositoryRoot(path string) string {
	for {
		if _, err := os.Stat(filepath.Join(path, ".git")); err == nil {
			return path
		}
		parent := filepath.Dir(path)
		if parent == path {
			return ""
		}
		path = parent
	}
}
