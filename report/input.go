package report

import (
	"io"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/secret"
	"github.com/sparkvet/sparkvet/engine"
)

// Input writes the document that policies see of each job, one after the
// other, with secrets masked.
func Input(w io.Writer, jobs []*conf.Job) error {
	r := newRedactor(jobs)
	for _, j := range jobs {
		if err := encode(w, r.input(engine.Input(j))); err != nil {
			return err
		}
	}
	return nil
}

// input masks the values of secret keys where the document holds them by key,
// and their text wherever else it stands.
func (r *redactor) input(document map[string]any) any {
	for name := range part(document, "written") {
		if _, known := part(document, "conf")[name]; known && secret.Named(name) {
			part(document, "conf")[name] = mask
		}
	}
	for name, refused := range part(document, "invalid") {
		if entry, ok := refused.(map[string]any); ok && secret.Named(name) {
			entry["raw"], entry["message"] = mask, mask
		}
	}
	list, _ := document["assignments"].([]any)
	for _, element := range list {
		entry, ok := element.(map[string]any)
		if key, _ := entry["key"].(string); ok && entry["raw"] != nil && secret.Named(key) {
			entry["raw"] = mask
		}
	}
	return r.all(document)
}

func part(document map[string]any, name string) map[string]any {
	m, _ := document[name].(map[string]any)
	return m
}

// all masks every text in a document and makes every number one that JSON can
// hold.
func (r *redactor) all(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name, value := range v {
			v[name] = r.all(value)
		}
		return v
	case []any:
		for i, value := range v {
			v[i] = r.all(value)
		}
		return v
	}
	return r.plain(v)
}
