package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/policies"
)

// bundles is the flag --bundle: folders with an organisation's rules.
type bundles struct{ folders []string }

func (b *bundles) register(c *cobra.Command) {
	c.Flags().StringArrayVar(&b.folders, "bundle", nil, "`FOLDER` with rules of your own, whose ids begin with its name, repeatable")
}

// all returns the built-in rules and those of the folders.
func (b *bundles) all() ([]engine.Bundle, error) {
	list := []engine.Bundle{{Files: policies.Files, Root: "policies", Trusted: true, Outlines: policies.Outlines, Premises: policies.Premises}}
	seen := map[string]string{}
	for _, folder := range b.folders {
		path, err := filepath.Abs(folder)
		if err != nil {
			return nil, err
		}
		info, err := os.Stat(path)
		switch {
		case err != nil:
			return nil, fmt.Errorf("bundle %s: %w", folder, reasonOfPath(err))
		case !info.IsDir():
			return nil, fmt.Errorf("bundle %s: want a folder of Rego files", folder)
		}
		name := filepath.Base(path)
		if other, taken := seen[name]; taken {
			return nil, fmt.Errorf("bundle %s: %s is called %s too", folder, other, name)
		}
		seen[name] = folder
		list = append(list, engine.Bundle{Name: name, Files: os.DirFS(path), Root: filepath.ToSlash(folder)})
	}
	return list, nil
}

// compile compiles the built-in rules and those of the folders.
func (b *bundles) compile() (*policy.Program, error) {
	list, err := b.all()
	if err != nil {
		return nil, err
	}
	return engine.Compile(list...)
}

// file reads a file beside a rule; nil when there is none.
func (b *bundles) file(bundle, name string) []byte {
	list, err := b.all()
	if err != nil {
		return nil
	}
	for _, from := range list {
		if from.Name == bundle {
			text, _ := fs.ReadFile(from.Files, name)
			return text
		}
	}
	return nil
}

// reasonOfPath is what is wrong with a path, without the path itself.
func reasonOfPath(err error) error {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		return e.Err
	}
	return err
}
