package policy

import "github.com/open-policy-agent/opa/v1/format"

// Format returns a module's text in OPA's standard layout.
func Format(name, text string) (string, error) {
	formatted, err := format.Source(name, []byte(text))
	return string(formatted), err
}
