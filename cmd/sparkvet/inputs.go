package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/loader"
)

// inputs are the flags that say how jobs are loaded.
type inputs struct {
	defaults, sparkVersion, stdinName string
	config, cluster                   string
	variables                         []string
	workers                           uint
	allowEmpty                        bool
}

func (in *inputs) register(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&in.defaults, "defaults", "", "the spark-defaults.conf under every job, in place of the nearest `FILE` of that name")
	f.StringVar(&in.config, "config", "", "the settings `FILE`, in place of .sparkvet.hcl here or above")
	f.StringVar(&in.cluster, "cluster", "", "the cluster of every job: its `NAME` in the settings file, or a file with one")
	f.StringVar(&in.sparkVersion, "spark-version", "", "the Spark `VERSION` of every job: "+either(catalog.Releases()))
	f.StringVar(&in.stdinName, "stdin-filename", "", "`NAME` of standard input, which tells its format and what it lies on")
	f.StringArrayVar(&in.variables, "var", nil, "value of a variable of HCL job files, `NAME=VALUE`, repeatable")
	f.UintVarP(&in.workers, "workers", "j", 0, "`N` files and jobs are worked on at once; 0 for one on each processor")
	f.BoolVar(&in.allowEmpty, "allow-empty", false, "it is no error to find no Spark job")
}

// options turns the flags into those of the loader.
func (in *inputs) options(c *cobra.Command) (loader.Options, error) {
	o := loader.Options{
		Defaults: in.defaults, Config: in.config, Cluster: in.cluster, SparkVersion: in.sparkVersion, Variables: map[string]string{},
		Stdin: c.InOrStdin(), StdinName: in.stdinName, Workers: int(in.workers),
	}
	if _, known := catalog.LineOf(in.sparkVersion); in.sparkVersion != "" && !known {
		return o, unusable(c, "--spark-version %q: there is data for Spark %s", in.sparkVersion, either(catalog.Releases()))
	}
	for _, variable := range in.variables {
		name, value, ok := strings.Cut(variable, "=")
		if !ok || name == "" {
			return o, unusable(c, "--var %q: want NAME=VALUE", variable)
		}
		o.Variables[name] = value
	}
	return o, nil
}

// load loads the paths, the working directory when there are none.
func (in *inputs) load(c *cobra.Command, paths []string) (*loader.Result, error) {
	o, err := in.options(c)
	if err != nil {
		return nil, err
	}
	return loader.Load(c.Context(), orHere(paths), o)
}

// orHere returns the paths, or the working directory when there are none.
func orHere(paths []string) []string {
	if len(paths) == 0 {
		return []string{"."}
	}
	return paths
}

// found is an error when nothing of Spark's was found, unless that is allowed.
func (in *inputs) found(r *loader.Result, paths []string) error {
	if in.allowEmpty || r.Files > 0 && (len(r.Jobs) > 0 || len(r.Diagnostics) > 0) {
		return nil
	}
	where := strings.Join(paths, ", ")
	switch {
	case len(paths) == 0:
		where = "."
	case len(paths) > 5:
		where = fmt.Sprintf("%d paths", len(paths))
	}
	passed := ""
	if r.PassedOver > 0 {
		passed = fmt.Sprintf("; texts looked into that are not Spark's: %d", r.PassedOver)
	}
	return fmt.Errorf("no Spark job found in %s: looked for spark-defaults.conf and *.properties with spark. keys, shell scripts that call spark-submit, and *.spark.hcl%s; --allow-empty accepts that", where, passed)
}
