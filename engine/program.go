package engine

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/facts"
)

// Bundle is a folder of policies: the built-in ones, or an organisation's.
type Bundle struct {
	// Name stands in front of the ids of its rules; empty for the built-in.
	Name string
	// Files holds the Rego files, each at the path its package asks for.
	Files fs.FS
	// Root is shown in front of paths in errors.
	Root string
	// Trusted: the policies were compiled against the schema before, by the
	// tests of whoever ships them.
	Trusted bool
	// Outlines of a trusted bundle's policies, in JSON, and their premises, as
	// policy.Outlines has them; empty when there are none.
	Outlines, Premises []byte
}

// bundleName is what an organisation may call its bundle: a Rego package name.
var bundleName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// reservedNames would collide with the built-in rules, or with the words that
// select rules.
var reservedNames = map[string]bool{"policies": true, "params": true, "load": true, defaultRules: true, adviceRules: true, allRules: true}

// Compile compiles the bundles into one program, every policy against the
// schema of the input document. Anything wrong with any of them fails the
// whole.
func Compile(bundles ...Bundle) (*policy.Program, error) {
	var modules []policy.Module
	for _, b := range bundles {
		read, err := b.modules()
		if err != nil {
			return nil, err
		}
		modules = append(modules, read...)
	}
	return policy.Compile(modules, policy.Options{Schema: func(reads []policy.Read) any { return Schema(reads) }, CheckReads: checkRead})
}

// modules reads a bundle's Rego files.
func (b Bundle) modules() ([]policy.Module, error) {
	if b.Name != "" && (!bundleName.MatchString(b.Name) || reservedNames[b.Name]) {
		return nil, fmt.Errorf("bundle %s: a bundle is named by its folder, in lower-case letters, digits and _, and not %q", b.Root, b.Name)
	}
	var modules []policy.Module
	var outlines policy.Outlines
	if b.Trusted && len(b.Outlines) > 0 {
		var err error
		if outlines, err = policy.ReadOutlines(b.Outlines, b.Premises); err != nil {
			return nil, err
		}
	}
	err := fs.WalkDir(b.Files, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) != ".rego" {
			return err
		}
		text, err := fs.ReadFile(b.Files, file)
		if err != nil {
			return err
		}
		modules = append(modules, policy.Module{Path: file, Text: string(text), Bundle: b.Name, Name: path.Join(b.Root, file), Trusted: b.Trusted, Outline: outlines[file]})
		return nil
	})
	if err == nil && len(modules) == 0 {
		err = errors.New("it holds no .rego file")
	}
	if err != nil {
		return nil, fmt.Errorf("bundle %s: %w", b.Root, err)
	}
	return modules, nil
}

// checkRead refuses a path that is not part of the input document, such as a
// Spark key that no release knows: the mistake that a schema check alone
// reports unreadably or not at all.
func checkRead(r policy.Read) error {
	if len(r) == 0 {
		return errors.New("the policy reads input as a whole; name the parts it needs")
	}
	if _, ok := inputParts[r[0]]; !ok {
		return fmt.Errorf("%s is no part of the input document", r)
	}
	switch {
	case len(r) < 2:
		return nil
	case r[0] == "facts":
		name := strings.Join(r[1:], ".")
		if len(r) == 3 && facts.Lookup(name) == nil {
			return fmt.Errorf("%s is no fact%s", name, suggest(name, factNames()))
		}
	case r[0] == "resource":
		return checkAttribute(r)
	case keyed[r[0]]:
		return checkKey(r[1])
	}
	return nil
}

// keyed are the parts of the input document that are indexed by Spark key.
var keyed = map[string]bool{"conf": true, "unset": true, "written": true, "unknown": true, "invalid": true}

func checkKey(name string) error {
	c, err := catalog.Open("")
	if err != nil {
		return err
	}
	key, old := c.Resolve(name)
	switch {
	case key != nil && old != nil:
		return fmt.Errorf("%s is an older name of %s; the input document holds the current one", name, key.Name)
	case key != nil || catalog.FamilyOf(name) != nil:
		return nil
	}
	var names []string
	for k := range c.Keys() {
		names = append(names, k.Name)
	}
	return fmt.Errorf("%s is no Spark setting%s", name, suggest(name, names))
}

func factNames() []string {
	var names []string
	for _, d := range facts.Table() {
		names = append(names, d.Name)
	}
	return names
}

// suggest returns "; did you mean …?" when a name is near.
func suggest(name string, names []string) string {
	if near := closest(name, names); near != "" {
		return fmt.Sprintf("; did you mean %s?", near)
	}
	return ""
}
