package jobspec

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sparkvet/sparkvet/conf"
)

// cluster is a cluster block.
type cluster struct {
	block *hclsyntax.Block
	// layer is what the cluster sets for all its jobs; nil when that is nothing.
	layer *conf.Layer
	// version is the Spark version that the cluster runs.
	version written
	unseen  conf.Reason
}

// defaults is the defaults block: what lies under every job of the file.
type defaults struct {
	from *conf.FileReference
	// layer is what the conf map sets; skipped is the same under a job whose
	// properties file replaces it. Both are nil when it sets nothing.
	layer, skipped *conf.Layer
	unseen         conf.Reason
}

// platforms are the platforms that a cluster may name, and the master that each
// gives its jobs; where that is not known, masterless says why.
var platforms = map[string]struct {
	master     string
	masterless conf.Reason
}{
	"yarn":           {master: "yarn"},
	"emr":            {master: "yarn"},
	"dataproc":       {master: "yarn"},
	"synapse":        {master: "yarn"},
	"local":          {master: "local[*]"},
	"k8s":            {masterless: "the cluster names no Kubernetes API server as its master"},
	"emr-eks":        {masterless: "the emr-eks platform chooses the master"},
	"emr-serverless": {masterless: "the emr-serverless platform chooses the master"},
	"databricks":     {masterless: "the databricks platform chooses the master"},
	"glue":           {masterless: "the glue platform chooses the master"},
	"standalone":     {masterless: "the cluster names no spark:// URL as its master"},
}

func platformNames() []string { return slices.Sorted(maps.Keys(platforms)) }

// loadClusters works out the clusters.
func (f *file) loadClusters() {
	s := newScope(f.globals)
	for _, c := range f.clusters {
		p := f.part(c.block.Body, &clusterBody, s)
		assignments := slices.Concat(f.platformMaster(p), p.settings, p.typed)
		if len(assignments) > 0 {
			c.layer = &conf.Layer{Kind: conf.ClusterLayer, At: f.report.span(c.block.DefRange()), Assignments: assignments}
		}
		c.version = p.values["spark_version"]
		c.unseen = either(p.unseen, f.unreadPart(c.block))
	}
}

// platformMaster is the master that a cluster's platform gives. Without it a
// job of the cluster would seem to run where it was started.
func (f *file) platformMaster(p *part) []conf.Assignment {
	w, ok := p.values["platform"]
	if !ok {
		return nil
	}
	v := conf.Value{Unknown: w.unknown}
	if w.unknown == "" {
		given := platforms[w.AsString()]
		v = conf.Value{Raw: given.master, Unknown: given.masterless}
	}
	return []conf.Assignment{{
		Key: "spark.master", Value: v, Spelling: "platform",
		KeyAt: f.report.span(w.attribute.NameRange), ValueAt: f.valueSpan(w.attribute.Expr),
	}}
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
