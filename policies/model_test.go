package policies_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/loader"
	"github.com/sparkvet/sparkvet/source"
)

// modelSuffix names a job that is written down as the model itself: an object
// of kind, resource, attributes, layers and spark_version. It stands in the
// example of a rule about what no loader makes yet.
const modelSuffix = ".model.json"

// made is what the loaders make of all their own test data: kinds of resource
// and of layer.
var made = sync.OnceValues(func() (map[string]bool, error) {
	roots := []string{filepath.Join(sourceFolder, "../loader"), filepath.Join(sourceFolder, "../testdata")}
	loaded, err := loader.Load(context.Background(), roots, loader.Options{})
	if err != nil {
		return nil, err
	}
	kinds := map[string]bool{}
	for _, j := range loaded.Jobs {
		if j.Resource != nil {
			kinds[j.Resource.Kind] = true
		}
		for _, l := range j.Layers {
			kinds[string(l.Kind)] = true
		}
	}
	return kinds, nil
})

// beyondLoaders reports whether a rule speaks only of what no loader makes yet.
// It is no longer so once one does, and the example has to be in its format.
func beyondLoaders(t *testing.T, r *policy.Rule) bool {
	t.Helper()
	kinds, err := made()
	if err != nil {
		t.Fatal(err)
	}
	if !kinds[string(conf.FlagLayer)] || !kinds[string(conf.SparkDefaultsLayer)] {
		t.Fatal("the loaders' test data were not found")
	}
	none := func(names []string) bool {
		return len(names) > 0 && !slices.ContainsFunc(names, func(name string) bool { return kinds[name] })
	}
	return none(r.AppliesTo.Resources) || none(r.AppliesTo.Layers)
}

func TestBeyondLoaders(t *testing.T) {
	for _, test := range []struct {
		applies policy.AppliesTo
		want    bool
	}{
		{policy.AppliesTo{}, false},
		{policy.AppliesTo{Layers: []string{string(conf.FlagLayer)}}, false},
		{policy.AppliesTo{Layers: []string{string(conf.FlagLayer), "of no loader"}}, false},
		{policy.AppliesTo{Layers: []string{"of no loader"}}, true},
		{policy.AppliesTo{Resources: []string{"of no loader"}}, true},
	} {
		if got := beyondLoaders(t, &policy.Rule{AppliesTo: test.applies}); got != test.want {
			t.Errorf("%+v is beyond the loaders: %v", test.applies, got)
		}
	}
}

// models reads the jobs of a folder that are written as models.
func models(t *testing.T, folder, version string) []*conf.Job {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*"+modelSuffix))
	if err != nil {
		t.Fatal(err)
	}
	var jobs []*conf.Job
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		job := readModel(t, source.New(filepath.ToSlash(name), "json", text))
		if err := conf.Resolve(job, version); err != nil {
			t.Fatal(err)
		}
		jobs = append(jobs, job)
	}
	return jobs
}

// readModel turns the text of a model into a job.
func readModel(t *testing.T, src *source.Source) *conf.Job {
	t.Helper()
	job := &conf.Job{Name: strings.TrimSuffix(filepath.Base(src.Name), modelSuffix), Kind: "terraform", Complete: true, At: src.Whole()}
	r := &modelReader{t: t, src: src, decoder: json.NewDecoder(bytes.NewReader(src.Text))}
	r.decoder.UseNumber()
	r.object(func(name string, _ source.Span) {
		switch name {
		case "kind":
			job.Kind = r.text()
		case "fragment":
			job.Complete, _ = r.value().Typed.(bool)
			job.Complete = !job.Complete
		case "spark_version":
			job.SparkVersion = r.text()
		case "resource":
			job.Resource = &conf.Resource{Kind: r.text()}
			job.At = r.last
		case "attributes":
			r.object(func(path string, at source.Span) {
				v := r.value()
				job.Resource.Attributes = append(job.Resource.Attributes, conf.Attribute{Path: path, Value: v, NameAt: at, ValueAt: r.last})
			})
		case "layers":
			r.object(func(kind string, at source.Span) {
				layer := &conf.Layer{Kind: conf.LayerKind(kind), At: at}
				r.object(func(key string, at source.Span) {
					v := r.value()
					v.Typed = nil // Resolve types it by its key
					layer.Assignments = append(layer.Assignments, conf.Assignment{Key: key, Value: v, KeyAt: at, ValueAt: r.last})
				})
				job.Layers = append(job.Layers, layer)
			})
		default:
			t.Fatalf("%s: %q is no part of a model", src.Name, name)
		}
	})
	return job
}

// modelReader reads JSON and knows where each token stands.
type modelReader struct {
	t       *testing.T
	src     *source.Source
	decoder *json.Decoder
	last    source.Span // of the last token or value; of text without its quotes
}

func (r *modelReader) token() json.Token {
	r.t.Helper()
	before := int(r.decoder.InputOffset())
	token, err := r.decoder.Token()
	if err != nil && err != io.EOF {
		r.t.Fatalf("%s: %v", r.src.Name, err)
	}
	start, end := before, int(r.decoder.InputOffset())
	start += len(r.src.Text[start:end]) - len(bytes.TrimLeft(r.src.Text[start:end], " \t\r\n,:"))
	if _, ok := token.(string); ok {
		start, end = start+1, end-1
	}
	r.last = r.src.Span(start, end)
	return token
}

// object reads an object; member reads the value of each name.
func (r *modelReader) object(member func(name string, at source.Span)) {
	r.t.Helper()
	if r.token() != json.Delim('{') {
		r.t.Fatalf("%s: %s is no object", r.src.Name, r.last.Text())
	}
	for r.decoder.More() {
		name, _ := r.token().(string)
		member(name, r.last)
	}
	r.token()
}

func (r *modelReader) text() string {
	text, ok := r.value().Typed.(string)
	if !ok {
		r.t.Fatalf("%s: %s is no text", r.src.Name, r.last.Text())
	}
	return text
}

// value reads text, a number, true or false; {"unknown": why} is what cannot be
// known.
func (r *modelReader) value() conf.Value {
	switch token := r.token().(type) {
	case string:
		return conf.Value{Raw: token, Typed: token}
	case bool:
		return conf.Value{Raw: r.last.Text(), Typed: token}
	case json.Number:
		number, err := token.Float64()
		if err != nil {
			r.t.Fatal(err)
		}
		return conf.Value{Raw: token.String(), Typed: number}
	case json.Delim:
		from := r.last
		r.token() // "unknown"
		why := r.text()
		r.token() // }
		r.last = r.src.Span(from.Start, r.last.End)
		return conf.Value{Unknown: conf.Reason(why)}
	}
	r.t.Fatalf("%s: %s is no value of a model", r.src.Name, r.last.Text())
	return conf.Value{}
}
