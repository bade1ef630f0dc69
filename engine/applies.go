package engine

import (
	"slices"
	"strings"
	"sync"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/engine/policy"
)

// applicability says whether a rule has a meaning for a job.
type applicability int

const (
	applies applicability = iota
	inapplicable
	unclear
)

// applicable evaluates a rule's applies_to; when it is unclear the reason says
// what would have to be known.
func applicable(r *Rule, j *conf.Job) (applicability, string) {
	a := &r.AppliesTo
	switch {
	case a.Complete && !j.Complete,
		len(a.Kinds) > 0 && !slices.Contains(a.Kinds, j.Kind),
		len(a.Resources) > 0 && (j.Resource == nil || !slices.Contains(a.Resources, j.Resource.Kind)),
		len(a.Layers) > 0 && !slices.ContainsFunc(j.Layers, func(l *conf.Layer) bool { return slices.Contains(a.Layers, string(l.Kind)) }),
		j.Manager != "" && len(a.ClusterManagers) > 0 && !slices.Contains(a.ClusterManagers, string(j.Manager)),
		j.DeployMode != "" && len(a.DeployModes) > 0 && !slices.Contains(a.DeployModes, string(j.DeployMode)),
		j.Application.Language != "" && len(a.Languages) > 0 && !slices.Contains(a.Languages, j.Application.Language):
		return inapplicable, ""
	}
	spark, reason := inRange(a.Spark, j)
	profile, why := profiled(a, j)
	switch {
	case spark == inapplicable || profile == inapplicable:
		return inapplicable, ""
	case a.Complete && j.Unseen != "":
		return unclear, string(j.Unseen)
	case len(a.ClusterManagers) > 0 && j.Manager == "":
		return unclear, "cluster manager: " + string(j.ManagerReason)
	case len(a.DeployModes) > 0 && j.DeployMode == "":
		return unclear, "the deploy mode is unknown"
	case len(a.Languages) > 0 && j.Application.Language == "":
		return unclear, "the application's language is unknown"
	}
	if profile == unclear {
		return unclear, why
	}
	return spark, reason
}

// inRange holds a job's Spark version, or all that it could be, against a range.
func inRange(r policy.Range, j *conf.Job) (applicability, string) {
	if r.Since == "" && r.Until == "" {
		return applies, ""
	}
	inside, outside := 0, 0
	for _, line := range possibleReleases(j) {
		if (r.Since == "" || catalog.CompareLines(line, r.Since) >= 0) && (r.Until == "" || catalog.CompareLines(line, r.Until) < 0) {
			inside++
		} else {
			outside++
		}
	}
	switch {
	case outside == 0:
		return applies, ""
	case inside == 0:
		return inapplicable, ""
	}
	return unclear, "the Spark version is unknown, and the rule " + describe(r)
}

// possibleReleases returns the release line of a job, or all when its version
// is unknown.
func possibleReleases(j *conf.Job) []string {
	if j.Catalog.Release != "" {
		return []string{j.Catalog.Release}
	}
	return everyRelease()
}

// everyRelease is the release lines that there is data for. It is not to be changed.
var everyRelease = sync.OnceValue(catalog.Releases)

func describe(r policy.Range) string {
	parts := []string{}
	if r.Since != "" {
		parts = append(parts, "holds from "+r.Since)
	}
	if r.Until != "" {
		parts = append(parts, "ends before "+r.Until)
	}
	return strings.Join(parts, " and ")
}
