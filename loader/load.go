package loader

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// Options are what the user says from outside about what is loaded.
type Options struct {
	// Defaults is the path of the spark-defaults.conf under every job; when
	// empty, each job lies on the one it names or the nearest.
	Defaults string
	// SparkVersion replaces the version that a job itself names ("3.5.1").
	SparkVersion string
	// Config is the path of the settings file; when empty, .sparkvet.hcl is
	// looked for from the working directory up to the root of its repository.
	Config string
	// Cluster is the cluster of every job: its name in the settings file, or
	// the path of a file with one; when empty, the settings file says which jobs
	// a cluster is for.
	Cluster string
	// Variables gives values to the variables of job files and of the settings file, by name.
	Variables map[string]string
	// Stdin is read for the path "-"; nil stands for an empty text.
	Stdin io.Reader
	// StdinName is what reports call that text, and tells its format and the
	// folder from which files are found; when empty, its content does.
	StdinName string
	// Edited are texts that stand in place of what is in files, by the Path of
	// their Text.
	Edited map[string][]byte
	// Workers is how many files and jobs are worked on at once; 0 for one on
	// each processor.
	Workers int
}

// Result is everything that was found, in the order of names and offsets.
type Result struct {
	// Jobs are resolved.
	Jobs        []*conf.Job
	Diagnostics []source.Diagnostic
	// Texts that were given or found and are Spark's, by name.
	Texts []Text
	// Files is how many texts were loaded as Spark's, those that jobs lie on
	// among them.
	Files int
	// PassedOver is how many texts were looked into and are not Spark's.
	PassedOver int
}

// Text is one text that was given or found.
type Text struct {
	// Path opens the file; empty for standard input.
	Path string
	// Given by name, rather than found in a folder.
	Given  bool
	Source *source.Source
}

// Load reads files, folders and, for "-", standard input. Texts that cannot
// be read or understood become diagnostics. An error means that the run cannot
// be done as asked: the context ended, or a file or cluster that Options name is
// not there.
func Load(ctx context.Context, paths []string, o Options) (*Result, error) {
	here, err := os.Getwd()
	if err != nil {
		return nil, fmt.Errorf("find the working directory: %w", err)
	}
	d := &discovery{ctx: ctx, here: folder(here), files: make(map[string]*file)}
	for _, path := range paths {
		if path == "-" {
			d.files[path] = standardInput(o)
			continue
		}
		d.add(path)
	}
	files := d.sorted()
	err = each(ctx, o.Workers, files, func(f *file) error {
		f.load(o)
		return nil
	})
	if err != nil {
		return nil, err
	}
	result := &Result{Diagnostics: d.diagnostics}
	for _, f := range files {
		result.take(f)
	}
	if err := result.link(folder(here), files, o); err != nil {
		return nil, err
	}
	err = each(ctx, o.Workers, result.Jobs, func(job *conf.Job) error {
		if err := conf.Resolve(job, o.SparkVersion); err != nil {
			return fmt.Errorf("%s: %w", job.At, err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	result.sort()
	return result, nil
}

func standardInput(o Options) *file {
	f := &file{name: cmp.Or(o.StdinName, "<stdin>"), stdin: o.Stdin, given: true}
	if f.stdin == nil {
		f.stdin = eof{}
	}
	return f
}

// eof is a text without bytes.
type eof struct{}

func (eof) Read([]byte) (int, error) { return 0, io.EOF }

// take adds what was loaded of a file.
func (r *Result) take(f *file) {
	r.Jobs = append(r.Jobs, f.loaded.Jobs...)
	r.Diagnostics = append(r.Diagnostics, f.loaded.Diagnostics...)
	switch f.outcome {
	case isSparks:
		r.Files++
		r.Texts = append(r.Texts, Text{Path: f.path, Given: f.given, Source: f.source})
	case passedOver:
		r.PassedOver++
	}
}

// sort puts everything in the order of names and offsets, whatever was loaded
// first. What several jobs ran into is said once.
func (r *Result) sort() {
	slices.SortStableFunc(r.Jobs, func(a, b *conf.Job) int { return a.At.Root().Compare(b.At.Root()) })
	compare := func(a, b source.Diagnostic) int {
		return cmp.Or(a.At.Root().Compare(b.At.Root()), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Summary, b.Summary))
	}
	slices.SortStableFunc(r.Diagnostics, compare)
	r.Diagnostics = slices.CompactFunc(r.Diagnostics, func(a, b source.Diagnostic) bool { return compare(a, b) == 0 })
}

// each does work on all items, several at once, and returns the first error.
func each[T any](ctx context.Context, workers int, items []T, work func(T) error) error {
	group, until := errgroup.WithContext(ctx)
	group.SetLimit(max(cmp.Or(workers, runtime.GOMAXPROCS(0)), 1))
	for _, item := range items {
		if until.Err() != nil {
			break
		}
		group.Go(func() error { return work(item) })
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return ctx.Err()
}
