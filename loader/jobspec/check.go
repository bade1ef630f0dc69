package jobspec

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// check holds a body against its schema: unknown names, labels, blocks that
// stand twice, attributes that are missing. where is the block's type, and at
// its header, for messages.
func (f *file) check(body *hclsyntax.Body, schema *bodySchema, where string, at hcl.Range) {
	for _, a := range attributesOf(body) {
		known, ok := schema.attributes[a.Name]
		_, isBlock := schema.blocks[a.Name]
		switch {
		case ok && known.unsupported != "":
			f.report.add(a.NameRange, a.Name+" is not supported yet", known.unsupported)
		case ok:
		case isBlock:
			f.report.add(a.NameRange, a.Name+" is a block, not an attribute", "write "+a.Name+" { … }, without =")
		default:
			f.report.add(a.NameRange, fmt.Sprintf("unknown attribute %q in %s", a.Name, where), schema.didYouMean(a.Name))
		}
	}
	first := make(map[string]hcl.Range)
	for _, b := range body.Blocks {
		known, ok := schema.blocks[b.Type]
		if !ok {
			f.unknownBlock(b, schema, where)
			continue
		}
		f.checkLabels(b, known)
		if before, again := first[b.Type]; again && known.single {
			f.report.add(b.DefRange(), fmt.Sprintf("a second %s block in %s", b.Type, where), "join it with the first", f.note("the first", before))
		} else if !again {
			first[b.Type] = b.DefRange()
		}
		if known.body != nil && !f.unclosed(b) {
			f.check(b.Body, known.body, b.Type, b.DefRange())
		}
	}
	for _, name := range slices.Sorted(maps.Keys(schema.attributes)) {
		if schema.attributes[name].required && body.Attributes[name] == nil {
			f.report.add(at, fmt.Sprintf("%s has no %s", where, name), "")
		}
	}
}

func (f *file) unknownBlock(b *hclsyntax.Block, schema *bodySchema, where string) {
	known, isAttribute := schema.attributes[b.Type]
	switch {
	case isAttribute && known.kind.wanted == settings.wanted:
		f.report.add(b.DefRange(), b.Type+" is a map, not a block", `write conf = { "spark.executor.memory" = "4g" }: an equals sign, and names with dots in quotes`)
	case isAttribute:
		f.report.add(b.DefRange(), b.Type+" is an attribute, not a block", "write "+b.Type+" = …")
	default:
		f.report.add(b.DefRange(), fmt.Sprintf("unknown block %q in %s", b.Type, where), schema.didYouMean(b.Type))
	}
}

func (f *file) checkLabels(b *hclsyntax.Block, known block) {
	switch {
	case known.label == "" && len(b.Labels) > 0:
		f.report.add(b.LabelRanges[0], b.Type+" has no label", "write "+b.Type+" { … }")
	case known.label != "" && len(b.Labels) != 1:
		f.report.add(b.DefRange(), fmt.Sprintf("%s has one label, the name of %s, not %d", b.Type, known.label, len(b.Labels)), fmt.Sprintf("write %s \"name\" { … }", b.Type))
	case known.label != "" && b.Labels[0] == "":
		f.report.add(b.LabelRanges[0], b.Type+" has an empty name", "")
	}
}

// didYouMean proposes a name that the schema knows.
func (s *bodySchema) didYouMean(name string) string {
	return either(didYouMean(name, s.blocks), didYouMean(name, s.attributes))
}

// unclosed: the block's brace is missing, so that what follows it in the file
// seems to stand inside.
func (f *file) unclosed(b *hclsyntax.Block) bool {
	at := b.CloseBraceRange
	return at.Start.Byte >= len(f.report.source.Text) || f.report.source.Text[at.Start.Byte] != '}'
}

// dotted is a setting that stands where only an attribute can.
var dotted = regexp.MustCompile(`^[ \t]*("?)(spark(?:\.[\w-]+)+)("?)[ \t]*=`)

// parseErrors tells what hcl's parser found, with better advice for what people
// often write.
func (f *file) parseErrors(diagnostics hcl.Diagnostics, body *hclsyntax.Body) {
	misplaced := f.confBlocks(body, nil)
	rest := diagnostics[:0]
	for _, d := range diagnostics {
		if d.Subject == nil || d.Summary != "Argument or block definition required" && d.Summary != "Invalid argument name" {
			rest = append(rest, d)
			continue
		}
		at := d.Subject.Start.Byte
		i, _ := slices.BinarySearchFunc(misplaced, at, func(r hcl.Range, at int) int { return r.End.Byte - at })
		if i < len(misplaced) && misplaced[i].Start.Byte <= at {
			continue // check says that conf is no block
		}
		text := f.report.source.Text
		start := bytes.LastIndexByte(text[:at], '\n') + 1
		if m := dotted.FindSubmatchIndex(text[start:]); m != nil {
			name := f.report.source.Span(start+m[4], start+m[5])
			f.report.add(rangeOf(name.Start, name.End), name.Text()+" is not an attribute of a block", `settings stand in conf = { "`+name.Text()+`" = … }`)
			continue
		}
		rest = append(rest, d)
	}
	f.report.hcl(rest)
}

// confBlocks finds the blocks that should be conf maps and of which check says
// so, in the order of the text: it does not look into an unclosed block.
func (f *file) confBlocks(body *hclsyntax.Body, found []hcl.Range) []hcl.Range {
	for _, b := range body.Blocks {
		switch {
		case b.Type == "conf":
			found = append(found, b.Range())
		case !f.unclosed(b):
			found = f.confBlocks(b.Body, found)
		}
	}
	return found
}

// rangeOf is a range of which only the bytes matter.
func rangeOf(start, end int) hcl.Range {
	return hcl.Range{Start: hcl.Pos{Byte: start}, End: hcl.Pos{Byte: end}}
}

// attributesOf lists a body's attributes in the order of the text.
func attributesOf(body *hclsyntax.Body) []*hclsyntax.Attribute {
	return slices.SortedFunc(maps.Values(body.Attributes), func(a, b *hclsyntax.Attribute) int {
		return a.NameRange.Start.Byte - b.NameRange.Start.Byte
	})
}
