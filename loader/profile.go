package loader

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/agext/levenshtein"
	"github.com/go-git/go-git/v5/plumbing/format/gitignore"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/loader/jobspec"
	"github.com/sparkvet/sparkvet/source"
)

// settingsName is what the settings file of a project is called.
const settingsName = ".sparkvet.hcl"

// profiles are the clusters and workloads of the settings file, and the
// cluster that the user picked by hand.
type profiles struct {
	here                folder
	result              *Result
	clusters, workloads []claim
	picked              *conf.ProfileBlock
	reported            map[[2]*conf.ProfileBlock]bool
}

// claim is a block and the paths that it is for.
type claim struct {
	*conf.ProfileBlock
	folder  string // of the settings file, to which the patterns are relative
	matcher gitignore.Matcher
}

// loadProfiles finds and reads the settings file. It fails when a file or
// cluster that the user named is not there.
func loadProfiles(here folder, r *Result, o Options) (*profiles, error) {
	p := &profiles{here: here, result: r, reported: map[[2]*conf.ProfileBlock]bool{}}
	path := o.Config
	if path == "" {
		path = findSettings(string(here))
	}
	if path != "" {
		found, err := p.read(path, o)
		if err != nil {
			return nil, fmt.Errorf("settings file %w", err)
		}
		p.clusters, p.workloads = claims(path, here, found.Clusters), claims(path, here, found.Workloads)
	}
	if o.Cluster == "" {
		return p, nil
	}
	var err error
	p.picked, err = p.pick(path, o)
	return p, err
}

// findSettings looks for the settings file from a folder up to the root of its
// repository; outside of one, in the folder only. Empty when there is none.
func findSettings(from string) string {
	top := repositoryRoot(from)
	for folder := from; ; folder = filepath.Dir(folder) {
		if path := filepath.Join(folder, settingsName); isRegular(path) {
			return path
		}
		if top == "" || folder == top || folder == filepath.Dir(folder) {
			return ""
		}
	}
}

func (p *profiles) read(path string, o Options) (jobspec.Profiles, error) {
	text, problem := readText(path)
	if problem != nil {
		return jobspec.Profiles{}, fmt.Errorf("%s: %s", p.here.name(path), problem.summary)
	}
	found := jobspec.LoadProfiles(source.New(p.here.name(path), "hcl", text), jobspec.Options{Variables: o.Variables})
	p.result.Diagnostics = append(p.result.Diagnostics, found.Diagnostics...)
	return found, nil
}

// pick finds the cluster of Options.Cluster: by its name in the settings file,
// or the one of a file.
func (p *profiles) pick(settings string, o Options) (*conf.ProfileBlock, error) {
	var names []string
	for _, c := range p.clusters {
		if c.Name == o.Cluster {
			return c.ProfileBlock, nil
		}
		names = append(names, c.Name)
	}
	if info, err := os.Stat(o.Cluster); err == nil && info.Mode().IsRegular() {
		found, err := p.read(o.Cluster, o)
		switch {
		case err != nil:
			return nil, fmt.Errorf("cluster %w", err)
		case len(found.Clusters) != 1:
			return nil, fmt.Errorf("cluster %s: the file has %d cluster blocks, want one", o.Cluster, len(found.Clusters))
		}
		return found.Clusters[0], nil
	}
	switch {
	case settings == "":
		return nil, fmt.Errorf("cluster %s: there is no file of that name, and no %s from here up to the root of the repository", o.Cluster, settingsName)
	case len(names) == 0:
		return nil, fmt.Errorf("cluster %s: there is no file of that name, and %s has no cluster", o.Cluster, p.here.name(settings))
	}
	return nil, fmt.Errorf("cluster %s: there is no file of that name, and %s has only the clusters %s%s",
		o.Cluster, p.here.name(settings), strings.Join(names, ", "), meant(o.Cluster, names))
}

// meant returns "; did you mean …?" when a name is near.
func meant(name string, names []string) string {
	for _, n := range names {
		if levenshtein.Distance(name, n, nil) < 3 {
			return "; did you mean " + n + "?"
		}
	}
	return ""
}

func claims(settings string, here folder, blocks []*conf.ProfileBlock) []claim {
	list := make([]claim, 0, len(blocks))
	for _, b := range blocks {
		var patterns []gitignore.Pattern
		for _, text := range b.Jobs.List {
			patterns = append(patterns, gitignore.ParsePattern(filepath.ToSlash(text), nil))
		}
		list = append(list, claim{b, filepath.Dir(here.absolute(settings)), gitignore.NewMatcher(patterns)})
	}
	return list
}

// has reports whether a block is for the jobs of a file.
func (c *claim) has(file string) bool {
	if c.Jobs.Everything {
		return true
	}
	relative, err := filepath.Rel(c.folder, file)
	if err != nil || !filepath.IsLocal(relative) {
		return false
	}
	return c.matcher.Match(strings.Split(filepath.ToSlash(relative), "/"), false)
}

// give gives a job the profile that is for it. What a job file says itself
// stays, but for a cluster that the user picked by hand.
func (p *profiles) give(job *conf.Job) {
	file := p.here.absolute(filepath.FromSlash(job.At.Root().Source.Name))
	switch cluster, why := p.of(p.clusters, "cluster", file); {
	case p.picked != nil:
		job.RunOn(p.picked)
	case job.Profile.Cluster != nil || job.Profile.ClusterReason != "":
	case cluster != nil:
		job.RunOn(cluster)
	default:
		job.Profile.ClusterReason = why
	}
	if job.Profile.Workload == nil {
		job.Profile.Workload, job.Profile.WorkloadReason = p.of(p.workloads, "workload", file)
	}
}

// of finds the one block that is for a file. Two are a mistake, told once.
func (p *profiles) of(claims []claim, noun, file string) (*conf.ProfileBlock, conf.Reason) {
	var found *conf.ProfileBlock
	for i := range claims {
		c := &claims[i]
		switch {
		case c.Jobs.Unknown != "":
			return nil, conf.Reason("it is not known which jobs "+noun+" "+c.Name+" is for: ") + c.Jobs.Unknown
		case !c.has(file):
		case found != nil:
			p.twice(found, c.ProfileBlock, noun, file)
			return nil, conf.Reason("two " + noun + " blocks are for this job, " + found.Name + " and " + c.Name)
		default:
			found = c.ProfileBlock
		}
	}
	return found, ""
}

func (p *profiles) twice(first, second *conf.ProfileBlock, noun, file string) {
	if p.reported[[2]*conf.ProfileBlock{first, second}] {
		return
	}
	p.reported[[2]*conf.ProfileBlock{first, second}] = true
	p.result.Diagnostics = append(p.result.Diagnostics, source.Diagnostic{
		Severity: source.Error, Code: conf.SyntaxCode,
		Summary: fmt.Sprintf("%ss %s and %s are both for %s", noun, first.Name, second.Name, p.here.name(file)),
		Detail:  `write jobs = ["folder/**"] in each, so that every job has one; jobs = [] keeps a cluster for --cluster`,
		At:      claimedAt(second), Notes: []source.Note{{Text: "the first", At: claimedAt(first)}},
	})
}

// claimedAt is where a block says which jobs it is for.
func claimedAt(b *conf.ProfileBlock) source.Span {
	if b.Jobs.At.IsZero() {
		return b.At
	}
	return b.Jobs.At
}
