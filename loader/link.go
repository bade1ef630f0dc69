package loader

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/loader/properties"
	"github.com/sparkvet/sparkvet/source"
)

// linker puts the files that jobs lie on under them as layers. A file is
// loaded once, and its layer shared.
type linker struct {
	here         folder
	result       *Result
	sparkVersion string
	// known files by real path.
	known map[string]foundation
	// defaults is the layer of Options.Defaults, under every job.
	defaults *conf.Layer
	// nearest spark-defaults.conf by folder; empty when there is none.
	nearest map[string]string
	// reported holds the references that were told to lead nowhere: all jobs
	// of a file may share one.
	reported map[source.Span]bool
}

// foundation is a file that jobs lie on: its layer, or why it has none.
type foundation struct {
	layer   *conf.Layer
	problem *problem
}

// link gives jobs their profiles and loads what they lie on. It fails when a
// file or cluster that Options name is not there.
func (r *Result) link(here folder, files []*file, o Options) error {
	l := &linker{
		here: here, result: r, sparkVersion: o.SparkVersion,
		known:    make(map[string]foundation),
		nearest:  make(map[string]string),
		reported: make(map[source.Span]bool),
	}
	for _, f := range files {
		if f.stdin == nil && f.outcome == isSparks && f.format.kind == "properties" {
			l.known[realPath(f.path)] = foundation{layer: f.loaded.Jobs[0].Layers[0]}
		}
	}
	if o.Defaults != "" {
		found := l.load(o.Defaults, conf.SparkDefaultsLayer)
		if found.problem != nil {
			return fmt.Errorf("defaults %s: %s", o.Defaults, found.problem.summary)
		}
		l.defaults = found.layer
	}
	profiles, err := loadProfiles(here, r, o)
	if err != nil {
		return err
	}
	for _, job := range r.Jobs {
		profiles.give(job)
		if job.Complete { // a fragment is such a file itself
			l.link(job)
		}
	}
	return nil
}

func (l *linker) link(job *conf.Job) {
	from := filepath.Dir(l.here.absolute(filepath.FromSlash(job.At.Root().Source.Name)))
	before := job.Unseen
	defaults := l.defaultsOf(job, from)
	if job.PropertiesFile != nil {
		if !l.loadsBoth(job) {
			defaults = skip(defaults, "--properties-file replaces spark-defaults.conf")
			job.Unseen = before // whatever it sets, Spark does not read it
		}
		file := l.referred(job, job.PropertiesFile, from, conf.PropertiesFileLayer)
		put(job, file, conf.EnvironmentLayer, conf.PlatformLayer, conf.ClusterLayer, conf.SparkDefaultsLayer)
	}
	put(job, defaults, conf.EnvironmentLayer, conf.PlatformLayer, conf.ClusterLayer)
}

// skip returns the layer, which other jobs share, as one that Spark does not
// read.
func skip(layer *conf.Layer, why string) *conf.Layer {
	if layer == nil {
		return nil
	}
	skipped := *layer
	skipped.Skipped = why
	return &skipped
}

// put adds a layer to a job, above the job's weakest layers of the given kinds.
func put(job *conf.Job, layer *conf.Layer, below ...conf.LayerKind) {
	if layer == nil {
		return
	}
	if layer.Skipped == "" {
		unseen(job, layer.Unseen)
	}
	at := slices.IndexFunc(job.Layers, func(l *conf.Layer) bool { return !slices.Contains(below, l.Kind) })
	if at < 0 {
		at = len(job.Layers)
	}
	job.Layers = slices.Concat(job.Layers[:at], []*conf.Layer{layer}, job.Layers[at:])
}

// unseen notes that a job has settings that cannot be read; the first reason
// stays.
func unseen(job *conf.Job, why conf.Reason) {
	if job.Unseen == "" {
		job.Unseen = why
	}
}

// loadsBoth reports whether Spark reads spark-defaults.conf below the file of
// --properties-file: since 4.0, which has the option for it
// (SparkSubmitArguments.mergeDefaultSparkProperties).
func (l *linker) loadsBoth(job *conf.Job) bool {
	version := cmp.Or(l.sparkVersion, job.SparkVersion)
	asked := slices.ContainsFunc(job.Observations, func(o conf.Observation) bool { return o.Kind == "load_spark_defaults" })
	line, _ := catalog.LineOf(version)
	return asked && !catalog.Before(line, conf.OptionNamed("--load-spark-defaults").Since)
}

// defaultsOf finds the spark-defaults.conf under a job. A job file names the
// one it means; any other job lies on the nearest.
func (l *linker) defaultsOf(job *conf.Job, from string) *conf.Layer {
	switch {
	case l.defaults != nil:
		return l.defaults
	case job.DefaultsFile != nil:
		return l.referred(job, job.DefaultsFile, from, conf.SparkDefaultsLayer)
	case job.Kind == "jobspec":
		return nil
	}
	path, known := l.nearest[from]
	if !known {
		path = nearestDefaults(from, string(l.here))
		l.nearest[from] = path
	}
	if path == "" {
		return nil
	}
	return l.layer(job, path, conf.SparkDefaultsLayer)
}

// nearestDefaults looks for spark-defaults.conf where Spark's folders usually
// stand, from a folder up to the root of its repository or the working
// directory, whichever comes first. Outside of both, only the folder counts.
func nearestDefaults(from, here string) string {
	top := from
	for folder := from; ; folder = filepath.Dir(folder) {
		if _, err := os.Stat(filepath.Join(folder, ".git")); err == nil || folder == here {
			top = folder
			break
		}
		if folder == filepath.Dir(folder) {
			break
		}
	}
	for folder := from; ; folder = filepath.Dir(folder) {
		for _, place := range []string{"", "conf", "spark", "spark/conf"} {
			if path := filepath.Join(folder, place, "spark-defaults.conf"); isRegular(path) {
				return path
			}
		}
		if folder == top {
			return ""
		}
	}
}

// referred loads a file that a job names. One that is not there leaves the
// job's other keys unknown.
func (l *linker) referred(job *conf.Job, reference *conf.FileReference, from string, kind conf.LayerKind) *conf.Layer {
	if reference.Unknown != "" {
		unseen(job, conf.Reason("its "+string(kind)+" is not known: "+string(reference.Unknown)))
		return nil
	}
	path := filepath.FromSlash(reference.Path)
	candidates := []string{filepath.Join(from, path), l.here.absolute(path)}
	if root := repositoryRoot(from); root != "" {
		candidates = append(candidates, filepath.Join(root, path))
	}
	if filepath.IsAbs(path) {
		candidates = []string{path}
	}
	for _, candidate := range candidates {
		if isRegular(candidate) {
			return l.layer(job, candidate, kind)
		}
	}
	unseen(job, conf.Reason(reference.Path+" is not found, and what it sets is not known"))
	l.notFound(reference)
	return nil
}

// notFound reports a reference once. An absolute path is that of another
// machine more often than a mistake.
func (l *linker) notFound(reference *conf.FileReference) {
	if l.reported[reference.At] {
		return
	}
	l.reported[reference.At] = true
	severity, detail := source.Warning, "a relative path is looked for beside the file that names it, in the working directory and at the root of the repository"
	if filepath.IsAbs(reference.Path) {
		severity, detail = source.Info, "it may be there where the job runs; what it sets is not known here"
	}
	l.result.Diagnostics = append(l.result.Diagnostics, source.Diagnostic{
		Severity: severity, Code: conf.ReferenceCode, Summary: "file " + reference.Path + " is not found", Detail: detail, At: reference.At,
	})
}

// layer loads a file that a job lies on. One that cannot be read leaves the
// job's other keys unknown.
func (l *linker) layer(job *conf.Job, path string, kind conf.LayerKind) *conf.Layer {
	found := l.load(path, kind)
	if found.problem != nil {
		unseen(job, conf.Reason(l.here.name(path)+" cannot be read"))
		l.result.Diagnostics = append(l.result.Diagnostics, found.problem.diagnostic(l.here.name(path)))
	}
	return found.layer
}

// load reads a file as a layer of a kind, the first time it is asked for.
func (l *linker) load(path string, kind conf.LayerKind) foundation {
	real := realPath(path)
	found, known := l.known[real]
	if !known {
		text, problem := readText(path)
		found.problem = problem
		if problem == nil {
			var diagnostics []source.Diagnostic
			found.layer, diagnostics = properties.Layer(source.New(l.here.name(path), "", text), kind)
			l.result.Diagnostics = append(l.result.Diagnostics, diagnostics...)
			l.result.Files++
		}
		l.known[real] = found
	}
	if found.layer != nil && found.layer.Kind != kind { // the file is read as something else too
		other := *found.layer
		other.Kind = kind
		found.layer = &other
	}
	return found
}

func isRegular(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
