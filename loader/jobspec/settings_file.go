package jobspec

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// Profiles are the clusters and workloads that a file describes, in the order
// of the text.
type Profiles struct {
	Clusters, Workloads []*conf.ProfileBlock
	Diagnostics         []source.Diagnostic
}

// LoadProfiles reads the profiles of a settings file, or of a job file, whose
// jobs are left alone.
func LoadProfiles(src *source.Source, o Options) Profiles {
	f := newFile(src, o)
	var found Profiles
	if body := f.parse(); body != nil {
		f.check(body, &settingsRoot, "a settings file", hcl.Range{})
		f.findBroken(body)
		f.declare(body)
		f.loadVariables(body)
		f.loadLocals(body)
		f.validateVariables(body)
		f.loadClusters()
		s := newScope(f.globals)
		for _, c := range f.clusters {
			f.claim(c.profile, c.block, s)
			found.Clusters = append(found.Clusters, c.profile)
		}
		for _, b := range blocksOf(body, "workload") {
			found.Workloads = append(found.Workloads, f.workload(b, s))
		}
	}
	found.Diagnostics = f.report.told()
	return found
}

// claim reads which jobs a block is for.
func (f *file) claim(profile *conf.ProfileBlock, b *hclsyntax.Block, s *scope) {
	a := b.Body.Attributes["jobs"]
	if a == nil {
		profile.Jobs = conf.Patterns{Everything: true}
		return
	}
	profile.Jobs.At = f.report.span(a.SrcRange)
	v := f.evaluate(a.Expr, s)
	switch {
	case !f.fits(a, v, list):
		profile.Jobs.Unknown = "jobs is not " + conf.Reason(list.wanted)
	case v.unknown != "":
		profile.Jobs.Unknown = v.unknown
	case v.IsNull():
		profile.Jobs.Everything = true
	default:
		profile.Jobs.List = elements(v.Value)
	}
}

// workload makes the profile that a workload block of a settings file says.
func (f *file) workload(b *hclsyntax.Block, s *scope) *conf.ProfileBlock {
	values := f.values(b.Body, &workloadBody, s)
	profile := &conf.ProfileBlock{
		Name: label(b), At: f.report.span(b.DefRange()), Values: f.said(values, "", "workload."), Unread: f.unreadPart(b),
	}
	f.claim(profile, b, s)
	return profile
}
