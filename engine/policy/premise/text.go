package premise

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// The text of a rule is
//
//	SLOTS KIND DEFAULT CHAIN…
//
// where KIND is what it gathers: set, object, sets, or - for a rule that has one
// value.
// An expression is a scalar in JSON, ? for what cannot be told, @ for the
// document, $3 for a slot, or (OPERATION WHAT ITEM…).

// writer writes a rule.
type writer struct {
	strings.Builder
	gathers string
	deflt   *node
}

func (w *writer) rule(slots int, chains []*node) string {
	fmt.Fprintf(w, "%d %s", slots, cmp.Or(w.gathers, string(undefined)))
	for _, n := range append([]*node{w.deflt}, chains...) {
		w.WriteByte(' ')
		w.node(n)
	}
	return w.String()
}

func (w *writer) node(n *node) {
	switch n.op {
	case constant:
		w.constant(n.term)
		return
	case unknown, input, undefined:
		w.WriteString(string(n.op))
		return
	case variable:
		fmt.Fprintf(w, "$%d", n.slot)
		return
	}
	fmt.Fprintf(w, "(%s", n.op)
	switch n.op {
	case data, builtin, function, gather:
		fmt.Fprintf(w, " %q", n.name)
	case some, every:
		fmt.Fprintf(w, " %d %d", n.key, n.slot)
	case let:
		fmt.Fprintf(w, " %d", n.slot)
	}
	for _, item := range n.items {
		w.WriteByte(' ')
		w.node(item)
	}
	w.WriteByte(')')
}

func (w *writer) constant(t *ast.Term) {
	kind, items := array, []*ast.Term{}
	add := func(t *ast.Term) { items = append(items, t) }
	switch v := t.Value.(type) {
	case *ast.Array:
		v.Foreach(add)
	case ast.Set:
		kind = set
		v.Sorted().Foreach(add)
	case ast.Object:
		kind = object
		for _, key := range v.Keys() {
			items = append(items, key, v.Get(key))
		}
	case ast.Number:
		w.WriteString(string(v))
		return
	case ast.String:
		text, err := json.Marshal(string(v))
		if err != nil {
			panic(err) // a string always has a text
		}
		w.Write(text)
		return
	default:
		w.WriteString(v.String())
		return
	}
	w.WriteString("(" + string(kind))
	for _, item := range items {
		w.WriteByte(' ')
		w.constant(item)
	}
	w.WriteByte(')')
}

// reader reads a rule, and finds the rules that it names.
type reader struct {
	text    string
	library *Library
}

var errText = errors.New("the text of a premise is broken")

func (r *reader) rule(into *rule) error {
	slots, err := strconv.Atoi(r.token())
	if err != nil {
		return errText
	}
	into.slots = slots
	if kind := r.token(); kind != string(undefined) {
		into.gathers = kind
	}
	n, err := r.node()
	if err != nil {
		return err
	}
	if n.op == constant {
		into.deflt = n.term
	} else if n.op != undefined {
		into.deflt = maybe
	}
	for r.text != "" {
		chain, err := r.node()
		if err != nil {
			return err
		}
		into.chains = append(into.chains, chain)
	}
	return nil
}

// token takes the next word, bracket or text.
func (r *reader) token() string {
	r.text = strings.TrimLeft(r.text, " ")
	end := 1
	switch {
	case r.text == "":
		return ""
	case r.text[0] == '"':
		for end < len(r.text) && r.text[end] != '"' {
			if r.text[end] == '\\' {
				end++
			}
			end++
		}
		end = min(end+1, len(r.text))
	case r.text[0] != '(' && r.text[0] != ')':
		for end < len(r.text) && !strings.ContainsRune(" ()", rune(r.text[end])) {
			end++
		}
	}
	token := r.text[:end]
	r.text = r.text[end:]
	return token
}

func (r *reader) number() (int, error) {
	n, err := strconv.Atoi(r.token())
	if err != nil {
		return 0, errText
	}
	return n, nil
}

func (r *reader) string() (string, error) {
	text, err := strconv.Unquote(r.token())
	if err != nil {
		return "", errText
	}
	return text, nil
}

func (r *reader) node() (*node, error) {
	token := r.token()
	switch {
	case token == "(":
		return r.list()
	case token == string(unknown):
		return untold, nil
	case token == string(input), token == string(undefined):
		return &node{op: op(token)}, nil
	case strings.HasPrefix(token, "$"):
		slot, err := strconv.Atoi(token[1:])
		if err != nil {
			return nil, errText
		}
		return &node{op: variable, slot: slot}, nil
	case strings.HasPrefix(token, `"`):
		var text string
		if err := json.Unmarshal([]byte(token), &text); err != nil {
			return nil, errText
		}
		return &node{op: constant, term: ast.StringTerm(text)}, nil
	case token == "true", token == "false":
		return &node{op: constant, term: ast.InternedTerm(token == "true")}, nil
	case token == "null":
		return &node{op: constant, term: ast.NullTerm()}, nil
	case token == "":
		return nil, errText
	}
	return &node{op: constant, term: ast.NumberTerm(json.Number(token))}, nil
}

// list reads an operation with its items, up to its bracket.
func (r *reader) list() (*node, error) {
	n := &node{op: op(r.token())}
	var err error
	switch n.op {
	case data, builtin, function, gather:
		n.name, err = r.string()
	case some, every:
		if n.key, err = r.number(); err == nil {
			n.slot, err = r.number()
		}
	case let:
		n.slot, err = r.number()
	}
	for err == nil {
		if r.text = strings.TrimLeft(r.text, " "); strings.HasPrefix(r.text, ")") {
			r.text = r.text[1:]
			return r.linked(n)
		}
		var item *node
		item, err = r.node()
		n.items = append(n.items, item)
	}
	return nil, err
}

// linked finds what an operation names, and puts constants together.
func (r *reader) linked(n *node) (*node, error) {
	switch n.op {
	case data:
		return r.library.named(n.name), nil
	case get:
		if of := n.items[0]; of.op == data && of.rule == nil {
			if name, ok := n.items[1].text(); ok {
				return r.library.named(of.name + "." + name), nil
			}
		}
	case some:
		n.requires = requirementOf(n)
	case builtin:
		if n.call = newCall(n.name, n.items); n.call == nil {
			return untold, nil
		}
	case function:
		n.rule = r.library.rules[n.name]
	case array, set, object:
		return n.folded(), nil
	}
	return n, nil
}

// text is the string that a constant is.
func (n *node) text() (string, bool) {
	if n.op != constant {
		return "", false
	}
	s, ok := n.term.Value.(ast.String)
	return string(s), ok
}

// folded makes one constant of a collection of constants.
func (n *node) folded() *node {
	terms := make([]*ast.Term, len(n.items))
	for i, item := range n.items {
		if item.op != constant {
			return n
		}
		terms[i] = item.term
	}
	return &node{op: constant, term: collection(n.op, terms)}
}
