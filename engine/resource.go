package engine

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/source"
)

// resourceDocument is what policies see of the platform's definition of a job.
func resourceDocument(r *conf.Resource) map[string]any {
	attributes, unknown, absent := map[string]any{}, map[string]any{}, map[string]any{}
	for i := range r.Attributes {
		switch a := &r.Attributes[i]; {
		case a.Value.Unknown != "":
			unknown[a.Path] = string(a.Value.Unknown)
		default:
			attributes[a.Path] = a.Value.Typed
		}
	}
	for path := range conf.ResourceKinds[r.Kind].Attributes {
		for _, p := range prefixes(path) {
			if r.Absent(p) {
				absent[p] = true
			}
		}
	}
	return map[string]any{"kind": r.Kind, "attributes": attributes, "unknown": unknown, "absent": absent, "open": r.Unseen != ""}
}

// prefixes returns a pattern's path and those of the blocks and maps around it,
// as far as their names are fixed: a.b[*].c → a, a.b; a["k"] → a, a["k"].
func prefixes(pattern string) []string {
	fixed := pattern
	for _, open := range []string{"[*]", `["*"]`} {
		fixed, _, _ = strings.Cut(fixed, open)
	}
	body, _, _ := strings.Cut(fixed, "[") // the key of a map may hold dots
	paths := []string{fixed}
	for i := range len(body) {
		if body[i] == '.' {
			paths = append(paths, body[:i])
		}
	}
	if body != fixed {
		paths = append(paths, body)
	}
	return paths
}

// resourceSchema describes input.resource: the attributes of all kinds, each
// with its type.
func resourceSchema() object {
	return record("the platform's definition of the job; absent when it has none", object{
		"kind":       text("aws_glue_job, aws_emr_cluster, databricks_cluster, …"),
		"attributes": object{"type": "object", "additionalProperties": object{}, "properties": attributeSchemas(), "description": "path → value, as written"},
		"unknown":    mapping("path → why what stands there cannot be known", text("")),
		"absent":     mapping("path → true: attributes and blocks that nobody wrote", boolean("")),
		"open":       boolean("there are further attributes that cannot be read"),
	})
}

// attributeSchemas types the attributes that have one fixed path.
func attributeSchemas() object {
	properties := object{}
	for _, kind := range conf.ResourceKinds {
		for path, t := range kind.Attributes {
			if !strings.Contains(path, "*") {
				properties[path] = attributeSchema(t)
			}
		}
	}
	return properties
}

func attributeSchema(t conf.AttributeType) object {
	switch t {
	case conf.NumberAttribute:
		return object{"type": "number"}
	case conf.BoolAttribute:
		return boolean("")
	case conf.ListAttribute:
		return list("", text(""))
	}
	return text("")
}

// checkAttribute refuses the path of an attribute that no kind of resource has.
func checkAttribute(r policy.Read) error {
	if len(r) < 3 || r[1] == "open" || r[1] == "kind" {
		return nil
	}
	known := map[string]bool{}
	for _, kind := range conf.ResourceKinds {
		for path := range kind.Attributes {
			known[path] = true
			for _, p := range prefixes(path) {
				known[p] = known[p] || r[1] != "attributes"
			}
		}
	}
	if known[r[2]] || known[conf.PathPattern(r[2])] {
		return nil
	}
	return fmt.Errorf("%s is no attribute of any kind of resource%s", r[2], suggest(r[2], slices.Sorted(maps.Keys(known))))
}

// attributeSpan finds what "attribute#path" names, the attribute's value (its
// name when that is empty), or "attribute_name#path"; false for anything else.
func attributeSpan(j *conf.Job, at string) (source.Span, bool) {
	if j.Resource == nil {
		return source.Span{}, false
	}
	path, value := strings.CutPrefix(at, attributePrefix)
	if !value {
		path, _ = strings.CutPrefix(at, attributeNamePrefix)
	}
	a := j.Resource.Attribute(path)
	switch {
	case a == nil || path == at:
		return source.Span{}, false
	case value && a.ValueAt.Root().Len() > 0:
		return a.ValueAt.Root(), true
	}
	return a.NameAt.Root(), true
}

// unknownAttribute says why a rule cannot know what stands at a path; empty
// when it can, or when the job has no such definition.
func unknownAttribute(j *conf.Job, path string) conf.Reason {
	if j.Resource == nil {
		return ""
	}
	return j.Resource.Unknown(path)
}
