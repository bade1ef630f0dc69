package jobspec

import (
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sparkvet/sparkvet/conf"
)

// cluster is a cluster block.
type cluster struct {
	block *hclsyntax.Block
	// profile is what the cluster says, and sets for all its jobs.
	profile *conf.ProfileBlock
}

// defaults is the defaults block: what lies under every job of the file.
type defaults struct {
	from *conf.FileReference
	// layer is what the conf map sets; skipped is the same under a job whose
	// properties file replaces it. Both are nil when it sets nothing.
	layer, skipped *conf.Layer
	unseen         conf.Reason
}

// loadClusters works out the clusters.
func (f *file) loadClusters() {
	s := newScope(f.globals)
	for _, c := range f.clusters {
		p := f.part(c.block.Body, &clusterBody, s)
		c.profile = f.profileOf(c.block, p, s)
		c.profile.Unseen = either(p.unseen, c.profile.Unread)
		if layer := f.platformLayer(p); layer != nil {
			c.profile.Layers = append(c.profile.Layers, layer)
		}
		if assignments := slices.Concat(p.settings, p.typed); len(assignments) > 0 {
			c.profile.Layers = append(c.profile.Layers, &conf.Layer{Kind: conf.ClusterLayer, At: c.profile.At, Assignments: assignments})
		}
	}
}

// platformLayer is what a cluster's platform sets where nobody else does: the
// master above all, without which a job would seem to run where it was started.
func (f *file) platformLayer(p *part) *conf.Layer {
	w, ok := p.values["platform"]
	if !ok {
		return nil
	}
	keyAt, valueAt := f.report.span(w.attribute.NameRange), f.valueSpan(w.attribute.Expr)
	if w.unknown != "" {
		return conf.UnknownPlatform(w.unknown, keyAt, valueAt)
	}
	return conf.PlatformNamed(w.AsString()).Layer(keyAt, valueAt)
}

// loadDefaults works out the defaults block.
func (f *file) loadDefaults(body *hclsyntax.Body) {
	blocks := blocksOf(body, "defaults")
	if len(blocks) == 0 {
		return
	}
	b := blocks[0] // check has told of a second one
	p := f.part(b.Body, &defaultsBody, newScope(f.globals))
	if w, ok := p.values["from"]; ok {
		f.defaults.from = f.fileReference(w)
	}
	if len(p.settings) > 0 {
		layer := conf.Layer{Kind: conf.SparkDefaultsLayer, At: f.report.span(b.DefRange()), Assignments: p.settings}
		skipped := layer
		skipped.Skipped = "a properties file replaces the defaults"
		f.defaults.layer, f.defaults.skipped = &layer, &skipped
	}
	f.defaults.unseen = p.unseen
	for _, b := range blocks {
		f.defaults.unseen = either(f.defaults.unseen, f.unreadPart(b))
	}
}

// fileReference turns an attribute that holds a path into one for package
// loader to follow.
func (f *file) fileReference(w written) *conf.FileReference {
	v := confValue(w.value, "")
	return &conf.FileReference{Path: v.Raw, Unknown: v.Unknown, At: f.valueSpan(w.attribute.Expr)}
}

// asText is a known string; empty for anything else.
func asText(v value) string {
	if v.Value == cty.NilVal || v.unknown != "" || v.IsNull() || v.Type() != cty.String {
		return ""
	}
	return v.AsString()
}
