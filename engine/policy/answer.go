package policy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/sparkvet/sparkvet/source"
)

// Answer is one element of a rule's deny set.
type Answer struct {
	// At names what the answer is about: a setting, a fact, an assignment or an
	// observation by its id, "attribute#path" or "attribute_name#path" of the
	// job's resource, or "application"; empty for the job as a whole.
	At string `json:"at"`
	// Case is which of the rule's cases this is.
	Case string `json:"case"`
	// Message carries the value, the computed number and the limit.
	Message string `json:"msg"`
	// Because names the facts that show why.
	Because []string `json:"because"`
	// Severity makes this answer milder than its rule.
	Severity string `json:"severity"`
	// Set, Unset and Rename mend the configuration, in settings.
	Set    map[string]string `json:"set"`
	Unset  []string          `json:"unset"`
	Rename map[string]string `json:"rename"`
	// Replace mends the bytes of the observation that At names.
	Replace *string `json:"replace"`
	// Unsafe: the mending changes what the job does, beyond what is certainly
	// meant.
	Unsafe bool `json:"unsafe"`
	// Secret: the value that At names is a secret, and no report shows it.
	Secret bool `json:"secret"`
	// Absent: the answer rests on nobody having written some key. It is milder
	// where the file under the command line is not known.
	Absent bool `json:"absent"`
	// Undecided says why the rule cannot tell, where what it reads is known; such
	// an answer is no finding.
	Undecided string `json:"undecided"`
	// Notes name further settings to point at.
	Notes []string `json:"notes"`
}

// decodeAnswers reads a deny set strictly, in a stable order.
func decodeAnswers(r *Rule, set ast.Value) ([]Answer, error) {
	elements, ok := set.(ast.Set)
	if !ok {
		return nil, fmt.Errorf("deny is not a set")
	}
	answers := make([]Answer, 0, elements.Len())
	for _, term := range elements.Slice() {
		plain, err := ast.JSON(term.Value)
		if err != nil {
			return nil, err
		}
		raw, err := json.Marshal(plain)
		if err != nil {
			return nil, err
		}
		var a Answer
		decoder := json.NewDecoder(bytes.NewReader(raw))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&a); err != nil {
			return nil, fmt.Errorf("an element of deny does not have the form of an answer: %w", err)
		}
		if err := a.validate(r); err != nil {
			return nil, err
		}
		answers = append(answers, a)
	}
	sort.SliceStable(answers, func(i, j int) bool {
		if answers[i].At != answers[j].At {
			return answers[i].At < answers[j].At
		}
		if answers[i].Case != answers[j].Case {
			return answers[i].Case < answers[j].Case
		}
		return answers[i].Message < answers[j].Message
	})
	return answers, nil
}

func (a *Answer) validate(r *Rule) error {
	if a.Undecided != "" && a.Message == "" {
		return nil
	}
	if a.Message == "" {
		return fmt.Errorf("an answer has no msg")
	}
	if strings.Contains(a.Message, "<undefined>") { // OPA's template strings do not fail on a part that is undefined
		return fmt.Errorf("a part of the msg is undefined: %s", a.Message)
	}
	if !r.hasCase(a.Case) {
		return fmt.Errorf("an answer is of case %q, which the rule's text does not name", a.Case)
	}
	if a.Severity == "" {
		return nil
	}
	severity, ok := source.ParseSeverity(a.Severity)
	if !ok || severity > r.Severity {
		return fmt.Errorf("an answer's severity is %q; it can only be milder than the rule's, %s", a.Severity, r.Severity)
	}
	return nil
}
