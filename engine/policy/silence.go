package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/sparkvet/sparkvet/engine/policy/premise"
)

// Silent reports whether rule number i cannot have an answer for a job, because
// the premise of each of its clauses fails. Such a rule need not be prepared,
// nor asked.
func (p *Program) Silent(i int, in *Input) bool {
	question, err := in.ask()
	return err == nil && p.premises.Fails(p.Rules[i].packagePath+".deny", question)
}

// Settled reports whether rule number i has no answer for a job, whatever stands
// at the parts of the document that are not known.
func (p *Program) Settled(i int, in *Input) bool {
	if in.open == nil {
		var unknown []Read
		if in.Unknown != nil {
			unknown = in.Unknown()
		}
		if in.open = in.askOpen(unknown); in.open == nil {
			return false
		}
	}
	return p.premises.Fails(p.Rules[i].packagePath+".deny", in.open)
}

// SettledBut reports the same where only some parts of the document are not
// known.
func (p *Program) SettledBut(i int, in *Input, unknown []Read) bool {
	question := in.askOpen(unknown)
	return question != nil && p.premises.Fails(p.Rules[i].packagePath+".deny", question)
}

// askOpen is the question about a document with parts that are not known; nil
// when there is no document.
func (in *Input) askOpen(unknown []Read) *premise.Question {
	document, err := in.value()
	if err != nil {
		return nil
	}
	paths := make([][]string, len(unknown))
	for i, read := range unknown {
		paths[i] = read
	}
	return premise.NewOpenQuestion(document, paths)
}

// ask is the question about a document, as the premises of rules take it.
func (in *Input) ask() (*premise.Question, error) {
	if in.question == nil {
		document, err := in.value()
		if err != nil {
			return nil, err
		}
		in.question = premise.NewQuestion(document)
	}
	return in.question, nil
}

// gatherPremises puts together what the modules' outlines tell of their rules.
func (p *Program) gatherPremises(modules []*module) error {
	texts := map[string]string{}
	for _, m := range modules {
		for name, text := range m.outline.Premises {
			texts[m.outline.Package+"."+name] = text
		}
	}
	params, err := ast.InterfaceToValue(p.params())
	if err != nil {
		return err
	}
	p.premises = premise.NewLibrary(texts, params)
	return nil
}
