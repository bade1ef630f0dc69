package submit

import (
	"mvdan.cc/sh/v3/syntax"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// parameter decodes $V, ${V}, ${V:-default}, "${A[@]}" and their like.
func (d *decoder) parameter(p *syntax.ParamExp, quoted bool) {
	d.origin = nil
	if p.Param == nil || p.Flags != nil || p.Excl || p.Length || p.Width || p.IsSet || p.NestedParam != nil ||
		p.Slice != nil || p.Repl != nil || p.Names != 0 || len(p.Modifiers) > 0 {
		d.unknown(excerpt(d.source(p))+" is not computed", p, "", quoted)
		return
	}
	name := p.Param.Value
	v, known := d.scope.lookup(name)
	if p.Exp != nil {
		d.conditional(p, v, quoted)
		return
	}
	if !known || v == nil {
		d.unset(p, quoted)
		return
	}
	d.variable(p, v, quoted)
}

// unset decodes a variable that the script does not set.
func (d *decoder) unset(p *syntax.ParamExp, quoted bool) {
	name := p.Param.Value
	switch {
	case name == "@" || name == "*":
		d.unknown("the arguments "+d.source(p)+" have no value here", p, name, quoted)
		last := &d.current[len(d.current)-1]
		last.part.many = name == "@" || !quoted
	case name >= "0" && name < ":":
		d.unknown("argument $"+name+" has no value here", p, "", quoted)
	default:
		d.unknown("shell variable "+name+" has no value here", p, name, quoted)
		if indexWord(p.Index) == "@" {
			d.current[len(d.current)-1].part.many = true
		}
	}
}

// conditional decodes ${V:-default}, ${V:=default}, ${V:+other}, ${V:?message}.
func (d *decoder) conditional(p *syntax.ParamExp, v *variable, quoted bool) {
	name := p.Param.Value
	orNull := p.Exp.Op == syntax.DefaultUnsetOrNull || p.Exp.Op == syntax.AssignUnsetOrNull ||
		p.Exp.Op == syntax.AlternateUnsetOrNull || p.Exp.Op == syntax.ErrorUnsetOrNull
	missing := v == nil || orNull && v.unknown == "" && v.empty()
	switch p.Exp.Op {
	case syntax.DefaultUnset, syntax.DefaultUnsetOrNull, syntax.AssignUnset, syntax.AssignUnsetOrNull:
		if !missing {
			d.variable(p, v, quoted)
			return
		}
		if p.Exp.Op == syntax.AssignUnset || p.Exp.Op == syntax.AssignUnsetOrNull {
			d.script.assign(d.scope, name, &variable{elements: []argument{d.script.assigned(p.Exp.Word, d.scope)}})
		}
		d.alternative(p, quoted)
	case syntax.AlternateUnset, syntax.AlternateUnsetOrNull:
		switch {
		case v == nil || v.unknown != "":
			d.unset(p, quoted)
		case !missing:
			d.alternative(p, quoted)
		}
	case syntax.ErrorUnset, syntax.ErrorUnsetOrNull:
		if v == nil {
			d.unset(p, quoted)
		} else {
			d.variable(p, v, quoted)
		}
	default:
		d.unknown(excerpt(d.source(p))+" is not computed", p, "", quoted)
	}
}

// alternative decodes the word after :-, := or :+.
func (d *decoder) alternative(p *syntax.ParamExp, quoted bool) {
	if p.Exp.Word == nil {
		return
	}
	use := d.use(p)
	for _, inner := range p.Exp.Word.Parts {
		if lit, ok := inner.(*syntax.Lit); ok {
			d.expand(d.script.assigned(&syntax.Word{Parts: []syntax.WordPart{lit}}, d.scope), &use, quoted)
			continue
		}
		d.part(inner, quoted)
	}
}

// variable decodes a variable that the script sets.
func (d *decoder) variable(p *syntax.ParamExp, v *variable, quoted bool) {
	index := indexWord(p.Index)
	all := index == "@" || index == "*"
	use := d.use(p)
	switch {
	case v.unknown != "":
		d.unknown(string(v.unknown), p, p.Param.Value, quoted)
		if index == "@" {
			d.current[len(d.current)-1].part.many = true
		}
	case p.Index != nil && !all && index != "0":
		d.unknown(excerpt(d.source(p))+" is not computed", p, "", quoted)
	case !all:
		if len(v.elements) > 0 {
			d.expand(v.elements[0], &use, quoted)
		}
	default:
		for i, e := range v.elements {
			switch {
			case i == 0:
			case index == "@" && !d.whole || !quoted && !d.whole:
				d.end()
			default:
				d.add(char{b: ' ', at: use, part: &part{outer: use, quoted: quoted, use: &use}})
			}
			d.started = d.started || quoted
			d.expand(e, &use, quoted)
		}
	}
}

// expand appends the text of an assignment at its use, splitting it at blanks
// where the use is unquoted.
func (d *decoder) expand(from argument, use *source.Extent, quoted bool) {
	if d.script.loader.budget -= len(from.chars); d.script.loader.budget < 0 {
		d.add(char{b: unknownByte, at: *use, part: &part{outer: *use, quoted: quoted, use: use, many: true,
			unknown: "the script's variables expand to too much text", written: "$…"}})
		return
	}
	var copied, original *part
	for _, c := range from.chars {
		if c.part != original {
			original, copied = c.part, &part{}
			*copied = *c.part
			copied.use, copied.quoted = use, quoted
			copied.many = c.part.many || !quoted
		}
		if isBlank(c) && !quoted && !d.whole {
			d.end()
			continue
		}
		d.add(char{b: c.b, at: c.at, part: copied})
	}
	d.origin = nil
}

// indexWord returns the literal index of ${A[index]}; empty when there is none
// or it is computed.
func indexWord(index syntax.ArithmExpr) string {
	word, ok := index.(*syntax.Word)
	if !ok {
		return ""
	}
	return word.Lit()
}

// empty reports whether the variable's text is known to be empty.
func (v *variable) empty() bool {
	return len(v.elements) == 0 || len(v.elements[0].chars) == 0
}

// multiple is why a variable has no one value.
func multiple(name string) conf.Reason {
	return conf.Reason("shell variable " + name + " is set in more than one way")
}
