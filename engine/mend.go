package engine

import (
	"slices"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// Mend collects the edits of fixes into a patch, each fix whole or not at all,
// and counts the findings that are fixed by it. A fix that touches what an
// earlier one edits, or changes a setting of the same job, is left for when the
// findings are those of the patched texts. takes says which fixes to apply.
func Mend(findings []Finding, takes func(*Fix) bool) (patch *source.Patch, fixed int) {
	type setting struct {
		job *conf.Job
		key string
	}
	patch = &source.Patch{}
	changed := map[setting]*Fix{}
	for i := range findings {
		f := &findings[i]
		if f.Fix == nil || !takes(f.Fix) {
			continue
		}
		waits := slices.ContainsFunc(f.Fix.Keys, func(key string) bool {
			earlier := changed[setting{f.Job, key}]
			return earlier != nil && !slices.Equal(earlier.Edits, f.Fix.Edits)
		})
		if waits || !patch.Add(f.Fix.Edits) {
			continue
		}
		fixed++
		for _, key := range f.Fix.Keys {
			changed[setting{f.Job, key}] = f.Fix
		}
	}
	return patch, fixed
}
