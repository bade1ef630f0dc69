package conf

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/source"
)

// Resource is the platform's own definition in which a job was declared: a
// Terraform resource, a job of a bundle. Spark's settings in it are also a
// layer of the job; the attributes are the resource as it is written.
type Resource struct {
	// Kind in the platform's word: a name of ResourceKinds.
	Kind string
	// Attributes in the order of the text. A value that the platform's
	// provider converts ("2" for a number) has the type of the kind's table.
	Attributes []Attribute
	// Unseen says that there are further attributes that cannot be read; what
	// nobody wrote is then unknown, not absent.
	Unseen Reason
}

// Attribute is one value of a resource. Value.Typed is a string, float64, bool
// or []string; Value.Unknown says why it cannot be known, and then stands for
// all that lies below the path too.
type Attribute struct {
	// Path from the resource's body, with dots into blocks, numbers for
	// repeated blocks and quoted keys of maps: worker_type,
	// default_arguments["--conf"], configurations[0].classification.
	Path  string
	Value Value
	// NameAt and ValueAt are the bytes as written.
	NameAt, ValueAt source.Span
}

// Attribute returns the attribute at a path; nil when nobody wrote it.
func (r *Resource) Attribute(path string) *Attribute {
	for i := range r.Attributes {
		if r.Attributes[i].Path == path {
			return &r.Attributes[i]
		}
	}
	return nil
}

// Unknown says why it cannot be known what stands at a path, or whether
// anything does; empty when it can.
func (r *Resource) Unknown(path string) Reason {
	for i := range r.Attributes {
		if a := &r.Attributes[i]; a.Value.Unknown != "" && (a.Path == path || below(path, a.Path)) {
			return a.Value.Unknown
		}
	}
	if r.written(path) {
		return ""
	}
	return r.Unseen
}

// Absent reports whether it is certain that nothing stands at a path or below.
func (r *Resource) Absent(path string) bool { return !r.written(path) && r.Unknown(path) == "" }

func (r *Resource) written(path string) bool {
	return slices.ContainsFunc(r.Attributes, func(a Attribute) bool { return a.Path == path || below(a.Path, path) })
}

// below reports whether a path leads into what stands at another.
func below(path, above string) bool {
	rest, ok := strings.CutPrefix(path, above)
	return ok && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "["))
}

var (
	indexed = regexp.MustCompile(`\[\d+\]`)
	mapKey  = regexp.MustCompile(`\["[^"]*"\]`)
	nested  = regexp.MustCompile(`^(configurations\[\*\]\.)+`)
)

// PathPattern is a path as the tables of ResourceKinds write it, with * for
// numbers and keys of maps. EMR's configurations may hold more of the same.
func PathPattern(path string) string {
	path = mapKey.ReplaceAllString(indexed.ReplaceAllString(path, "[*]"), `["*"]`)
	return nested.ReplaceAllString(path, "configurations[*].")
}

// onResource takes the platform and its version from the job's resource where
// the profile does not say them, and what the platform sets for all jobs.
func (j *Job) onResource() {
	if j.Resource == nil {
		return
	}
	cluster := ProfileBlock{At: j.At}
	if j.Profile.Cluster != nil {
		cluster = *j.Profile.Cluster
	}
	cluster.Values = maps.Clone(cluster.Values)
	say := func(name string, v ProfileValue) bool {
		if _, state := cluster.Lookup(name); state != Absent {
			return false
		}
		if cluster.Values == nil {
			cluster.Values = map[string]ProfileValue{}
		}
		cluster.Values[name] = v
		return true
	}
	kind := ResourceKinds[j.Resource.Kind]
	if p := PlatformNamed(kind.Platform); p != nil && say("platform", ProfileValue{Value: Value{Raw: p.Name, Typed: p.Name}, At: j.At, Origin: j.Resource.Kind}) {
		j.Layers = append([]*Layer{p.Layer(j.At, j.At)}, j.Layers...)
	}
	if a := j.Resource.Attribute(kind.Version); a != nil {
		say("release", ProfileValue{Value: a.Value, At: a.ValueAt})
	}
	j.Profile.Cluster = &cluster
}

// bundledVersion takes the Spark version from the platform's, where nothing
// says it.
func (j *Job) bundledVersion() {
	platform, _ := j.Profile.Lookup("platform")
	release, state := j.Profile.Lookup("release")
	if spark := bundledSpark(platform.Raw, release.Raw); state == Written && j.SparkVersion == "" && spark != "" {
		j.SparkVersion, j.SparkVersionAt = spark, release.At
	}
}
