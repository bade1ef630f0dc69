package jobspec

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// part is what one block says by itself: a cluster, the defaults, a job, or an
// environment in a job.
type part struct {
	// values are the attributes that were written, by path: "master",
	// "executor.memory". Those that are null were not.
	values map[string]written
	// settings are those of the conf map, typed those of the attributes that
	// are another spelling of a setting.
	settings, typed []conf.Assignment
	confAt          source.Span
	// unseen says why the part may set more than that.
	unseen conf.Reason
}

// written is the value of an attribute.
type written struct {
	value
	attribute *hclsyntax.Attribute
}

// part reads a block's attributes and those of the blocks in it.
func (f *file) part(body *hclsyntax.Body, schema *bodySchema, s *scope) *part {
	p := &part{values: f.values(body, schema, s)}
	if a := body.Attributes["conf"]; a != nil {
		p.confAt = f.report.span(a.SrcRange)
		p.settings, p.unseen = f.settings(a.Expr, s)
	}
	for path, w := range p.values {
		known := schema.at(path)
		if known.key == "" {
			continue
		}
		p.typed = append(p.typed, conf.Assignment{
			Key: known.key, Value: confValue(w.value, known.joined), Spelling: path,
			KeyAt: f.report.span(w.attribute.NameRange), ValueAt: f.valueSpan(w.attribute.Expr),
		})
	}
	slices.SortFunc(p.typed, func(a, b conf.Assignment) int { return a.KeyAt.Start - b.KeyAt.Start })
	return p
}

// values evaluates the attributes of a body and of its single blocks, and
// holds each against its kind.
func (f *file) values(body *hclsyntax.Body, schema *bodySchema, s *scope) map[string]written {
	found := make(map[string]written)
	f.gather(found, "", body, schema, s)
	return found
}

func (f *file) gather(found map[string]written, prefix string, body *hclsyntax.Body, schema *bodySchema, s *scope) {
	for _, a := range attributesOf(body) {
		known, ok := schema.attributes[a.Name]
		if !ok || known.kind.fits == nil {
			continue
		}
		v := f.evaluate(a.Expr, s)
		if !f.fits(a, v, known.kind) {
			v.Value, v.unknown = cty.DynamicVal, conf.Reason(a.Name+" is not "+known.kind.wanted)
		}
		if !v.IsNull() {
			found[prefix+a.Name] = written{v, a}
		}
	}
	for _, b := range body.Blocks {
		inner, ok := schema.blocks[b.Type]
		if !ok || inner.body == nil || b.Type == "environment" {
			continue
		}
		if inner.single {
			f.gather(found, b.Type+".", b.Body, inner.body, s)
		} else {
			f.values(b.Body, inner.body, s) // only to be checked
		}
	}
}

// at finds the attribute under a path of values.
func (s *bodySchema) at(path string) attribute {
	if blockType, name, nested := strings.Cut(path, "."); nested {
		return s.blocks[blockType].body.attributes[name]
	}
	return s.attributes[path]
}

// fits tells when a value is not what its attribute wants. Null is always
// fine: it stands for nothing written.
func (f *file) fits(a *hclsyntax.Attribute, v value, k kind) bool {
	if v.IsNull() || k.fits(v.Value) {
		return true
	}
	f.report.add(a.Expr.Range(), fmt.Sprintf("%s wants %s, not %s", a.Name, k.wanted, describe(v.Value)), either(k.didYouMean(v.Value), k.advice))
	return false
}

// layers are the part's settings as layers, the weaker first.
func (p *part) layers(at source.Span) []*conf.Layer {
	var layers []*conf.Layer
	if len(p.settings) > 0 {
		layers = append(layers, &conf.Layer{Kind: conf.ConfLayer, At: p.confAt, Assignments: p.settings})
	}
	if len(p.typed) > 0 {
		layers = append(layers, &conf.Layer{Kind: conf.FlagLayer, At: at, Assignments: p.typed})
	}
	return layers
}

// placeholder is a template that some launcher fills in: {{ ds }}.
var placeholder = regexp.MustCompile(`\{\{[^{}]*\}\}`)

// confValue turns what was evaluated into what Spark will read.
func confValue(v value, separator string) conf.Value {
	if v.unknown != "" || !v.IsWhollyKnown() {
		return conf.Value{Unknown: v.unknown}
	}
	var raw string
	if isPrimitive(v.Value) {
		raw = plainText(v.Value)
	} else {
		raw = strings.Join(elements(v.Value), separator)
	}
	if m := placeholder.FindString(raw); m != "" {
		return conf.Value{Raw: raw, Unknown: conf.Reason("the template " + excerpt(m) + " is filled in when the job is started")}
	}
	return conf.Value{Raw: raw}
}

// elements are the texts of a known list.
func elements(v cty.Value) []string {
	var texts []string
	for it := v.ElementIterator(); it.Next(); {
		_, element := it.Element()
		texts = append(texts, plainText(element))
	}
	return texts
}

// valueSpan is where a value was written: the text between the quotes of a
// plain string, else the whole expression.
func (f *file) valueSpan(expr hclsyntax.Expression) source.Span {
	at := expr.Range()
	if isQuoted(expr) {
		at = rangeOf(at.Start.Byte+1, at.End.Byte-1)
	}
	return f.report.span(at)
}

// isQuoted reports whether an expression is a string in quotes, both of them
// there, without interpolation.
func isQuoted(expr hclsyntax.Expression) bool {
	t, ok := expr.(*hclsyntax.TemplateExpr)
	if !ok || len(t.Parts) == 0 {
		return false
	}
	for _, p := range t.Parts {
		if l, ok := p.(*hclsyntax.LiteralValueExpr); !ok || l.Val.Type() != cty.String {
			return false
		}
	}
	at, first, last := t.SrcRange, t.Parts[0].Range(), t.Parts[len(t.Parts)-1].Range()
	if first.Empty() { // hcl puts the text of "" behind it
		return at.End.Byte-at.Start.Byte == 2
	}
	return first.Start.Byte == at.Start.Byte+1 && last.End.Byte == at.End.Byte-1
}
