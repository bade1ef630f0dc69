package conf

import (
	"reflect"
	"strings"

	"github.com/sparkvet/sparkvet/conf/catalog"
)

// What would be said of an assignment, if what is not known of its job were this
// or that: a question is answered yes where some answer is possible that is not
// the one that the job has.

// MayBeDropped reports whether spark-submit may drop an assignment that counts
// here: the release, the cluster manager or the deploy mode decides.
func (j *Job) MayBeDropped(a *Assignment) bool {
	o := OptionFor(a.Key)
	byOption := o != nil && (a.Layer.Kind == FlagLayer || a.Layer.Kind == EnvironmentLayer || o.Rewritten && a.Spelling == o.Name)
	if a.Dropped != "" || !byOption {
		return false
	}
	lines, managers, modes := []string{j.line}, []ClusterManager{j.launchedOn}, []DeployMode{j.DeployMode}
	if j.line == "" {
		lines = catalog.Releases()
	}
	if j.launchedOn == "" {
		managers = []ClusterManager{Local, Standalone, YARN, Kubernetes, Mesos}
	}
	if j.DeployMode == "" {
		modes = []DeployMode{Client, Cluster}
	}
	for _, line := range lines {
		for _, manager := range managers {
			for _, mode := range modes {
				if o.refusal(line, manager, mode) != "" {
					return true
				}
			}
		}
	}
	return false
}

// MayRestate reports whether a setting that does not restate the default of
// every release restates that of some.
func (j *Job) MayRestate(s *Setting) bool {
	a := s.Effective()
	switch {
	case a == nil || len(s.Stack) != 1 || j.Restates(s):
		return false
	case a.Value.Unknown != "":
		return s.Key != nil && s.Key.Default.Kind == catalog.Literal
	case j.line != "" || a.Value.Typed == nil:
		return false
	}
	for _, key := range catalog.Variants(s.Name) {
		if key.Default.Kind == catalog.Literal && reflect.DeepEqual(a.Value.Typed, j.typed(key, s.Name, Value{Raw: key.Default.Text}).Typed) {
			return true
		}
	}
	return false
}

// MayBeRefused reports whether some release refuses a value that others take.
func (j *Job) MayBeRefused(s *Setting) bool {
	a := s.Effective()
	if j.line != "" || a == nil || a.Value.Unknown != "" || a.Value.Invalid != "" || strings.Contains(a.Value.Raw, "${") {
		return false
	}
	var last *catalog.Key
	for line, key := range catalog.Variants(s.Name) {
		if key == last { // this release says what the one before says
			continue
		}
		last = key
		text, refusal := translate(key, a.Key, a.Value.Raw)
		if refusal == nil {
			_, refusal = Parse(line, key, text)
		}
		if refusal != nil {
			return true
		}
	}
	return false
}
