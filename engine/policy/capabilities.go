package policy

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// capabilities are OPA's without the built-ins that would let a policy's answer
// depend on anything but its input: clock, network, randomness, environment
// and tracing output.
var capabilities = pure(ast.CapabilitiesForThisVersion())

func pure(c *ast.Capabilities) *ast.Capabilities {
	kept := c.Builtins[:0]
	for _, b := range c.Builtins {
		if !b.Nondeterministic && b.Name != "print" && b.Name != "trace" && !strings.HasPrefix(b.Name, "net.lookup") {
			kept = append(kept, b)
		}
	}
	c.Builtins = kept
	c.AllowNet = []string{}
	return c
}
