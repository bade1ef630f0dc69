package jobspec

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

const (
	// maxBytes and maxWords bound the files that are read, at some ten thousand
	// jobs written out one by one. hcl needs some 500 bytes for each word or sign.
	maxBytes = 4 << 20
	maxWords = 1_500_000
	// maxJobs is how many jobs one file may make, maxBlocks in how many blocks.
	maxJobs   = 10_000
	maxBlocks = 2 * maxJobs
	// maxAncestors is how many jobs one job may inherit from, through others too.
	maxAncestors = 100
)

// Options are what the user says about a job file from outside.
type Options struct {
	// Variables gives values to variable blocks by name. A variable of type
	// string, or of none, takes the text as it is; any other reads it as an
	// HCL expression. Names that the file does not declare are passed over.
	Variables map[string]string
	// Environment names the environment blocks that apply on top of their
	// jobs; with the empty string none does.
	Environment string
}

// file is one job file while it is being loaded.
type file struct {
	options  Options
	report   report
	meter    meter
	prepared map[hclsyntax.Expression]conf.Reason // see prepare

	// names are what a reference may name, by its root: var, local, cluster, job.
	names map[string]map[string]bool
	// unknown says why a variable ("var.heap") or local is not wholly known.
	unknown map[string]conf.Reason
	// globals are var, local, cluster and job.
	globals map[string]cty.Value

	// clusters and jobs are the file's blocks, in the order of the text.
	clusters []*cluster
	jobs     []*job
	defaults defaults

	// errors are the offsets, in order, at which hcl could not read the text.
	errors []int
	// unread says that the file has a part, outside its blocks, that could not
	// be read.
	unread bool
	// broken are the top-level blocks with a part that could not be read.
	broken map[*hclsyntax.Block]bool

	waiting []*job // those whose inheritance is being worked out, outermost first
	loaded  []*conf.Job
}

// Load reads a job file. Parts that cannot be read get a diagnostic, and the
// rest goes on; what such a part may have said is unknown, not unset.
func Load(src *source.Source, o Options) conf.Loaded {
	f := newFile(src, o)
	if body := f.parse(); body != nil {
		f.check(body, &root, "a job file", hcl.Range{})
		f.findBroken(body)
		f.declare(body)
		f.loadVariables(body)
		f.loadLocals(body)
		f.validateVariables(body)
		f.loadDefaults(body)
		f.loadClusters()
		f.loadJobs()
	}
	return conf.Loaded{Jobs: f.loaded, Diagnostics: f.report.told()}
}

func newFile(src *source.Source, o Options) *file {
	return &file{
		options:  o,
		report:   report{source: src},
		meter:    meter{file: perFile},
		prepared: make(map[hclsyntax.Expression]conf.Reason),
		unknown:  make(map[string]conf.Reason),
		globals:  make(map[string]cty.Value),
		broken:   make(map[*hclsyntax.Block]bool),
	}
}

// parse returns the file's body as far as it can be read; nil when it cannot.
func (f *file) parse() *hclsyntax.Body {
	text := f.report.source.Text
	if strings.HasSuffix(f.report.source.Name, ".json") {
		f.report.add(rangeOf(0, 0), "job files in JSON are not supported yet", "write the same blocks as HCL, in a file *.spark.hcl")
		return nil
	}
	if len(text) > maxBytes {
		f.report.tooLarge(rangeOf(0, 0), fmt.Sprintf("a job file of %d bytes is not read: the limit is %d", len(text), maxBytes), "split it into several files")
		return nil
	}
	if n := wordsIn(text); n > maxWords {
		f.report.tooLarge(rangeOf(0, 0), fmt.Sprintf("a job file of %d words and signs is not read: the limit is %d", n, maxWords), "split it into several files")
		return nil
	}
	tokens, _ := hclsyntax.LexConfig(text, f.report.source.Name, hcl.InitialPos) // its diagnostics come again from ParseConfig
	if at, what := tooDeep(tokens); what != "" {
		f.report.tooLarge(at, what, "the file is not read")
		return nil
	}
	parsed, diagnostics := hclsyntax.ParseConfig(text, f.report.source.Name, hcl.InitialPos)
	body, ok := parsed.Body.(*hclsyntax.Body)
	if !ok {
		body = &hclsyntax.Body{}
	}
	for _, d := range diagnostics {
		if d.Subject != nil {
			f.errors = append(f.errors, d.Subject.Start.Byte)
		}
	}
	slices.Sort(f.errors)
	f.parseErrors(diagnostics, body)
	return body
}

// wordsIn is about how many tokens a text has, and hardly ever less.
func wordsIn(text []byte) int {
	count, inWord := 0, false
	for _, c := range text {
		word := c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
		if !word && c != ' ' && c != '\t' || word && !inWord {
			count++
		}
		inWord = word
	}
	return count
}

// findBroken marks the blocks in which something was wrong with the text
// itself, rather than with a value.
func (f *file) findBroken(body *hclsyntax.Body) {
	blocks := body.Blocks // in the order of the text
	for at := range f.report.said {
		i, _ := slices.BinarySearchFunc(blocks, at.start, func(b *hclsyntax.Block, at int) int { return b.Range().End.Byte - 1 - at })
		if i < len(blocks) && blocks[i].Range().Start.Byte <= at.start {
			f.broken[blocks[i]] = true
		} else {
			f.unread = true
		}
	}
}

// unreadPart says why a key that a block does not set may yet be set in it.
func (f *file) unreadPart(b *hclsyntax.Block) conf.Reason {
	switch {
	case f.broken[b]:
		return conf.Reason(fmt.Sprintf("a part of this %s could not be read", b.Type))
	case f.unread:
		return "a part of this file could not be read"
	}
	return ""
}

// declare collects the names that references may use, and the jobs. Of two
// blocks with one name, references mean the first.
func (f *file) declare(body *hclsyntax.Body) {
	f.names = map[string]map[string]bool{"var": {}, "local": {}, "cluster": {}, "job": {}}
	clusters, jobs := make(map[string]cty.Value), make(map[string]cty.Value)
	first := make(map[string]hcl.Range)
	once := func(root, name string, at hcl.Range) bool {
		before, again := first[root+"."+name]
		if again {
			f.report.add(at, fmt.Sprintf("a second %s %q", nouns[root], name), "give each its own name", f.note("the first", before))
			return false
		}
		first[root+"."+name] = at
		f.names[root][name] = true
		return true
	}
	for _, b := range body.Blocks {
		if b.Type == "locals" {
			for _, a := range attributesOf(b.Body) {
				once("local", a.Name, a.NameRange)
			}
		}
		if len(b.Labels) == 0 {
			continue
		}
		switch name := b.Labels[0]; b.Type {
		case "variable":
			once("var", name, b.DefRange())
		case "cluster":
			c := &cluster{block: b}
			f.clusters = append(f.clusters, c)
			if once("cluster", name, b.DefRange()) {
				clusters[name] = cty.CapsuleVal(clusterType, c)
			}
		case "job":
			j := &job{block: b, name: name}
			f.jobs = append(f.jobs, j)
			if once("job", name, b.DefRange()) {
				jobs[name] = cty.CapsuleVal(jobType, j)
			}
		}
	}
	f.globals["cluster"], f.globals["job"] = cty.ObjectVal(clusters), cty.ObjectVal(jobs)
}

// note points at a second place.
func (f *file) note(text string, at hcl.Range) source.Note {
	return source.Note{Text: text, At: f.report.span(at)}
}

// blocksOf lists the blocks of a type in the order of the text.
func blocksOf(body *hclsyntax.Body, blockType string) []*hclsyntax.Block {
	var found []*hclsyntax.Block
	for _, b := range body.Blocks {
		if b.Type == blockType {
			found = append(found, b)
		}
	}
	return found
}
