package engine

import (
	"fmt"
	"strings"
	"testing"
)

func TestSchemaDescribesTheDocument(t *testing.T) {
	document := Input(job(t, "spark.master yarn\nspark.executor.memory 16g\nspark.executor.cores x\nspark.foo $A\n"))
	if problem := conforms(Schema(nil), document, "input"); problem != "" {
		t.Error(problem)
	}
}

// conforms holds a document against the subset of JSON schema that Schema uses.
func conforms(schema map[string]any, value any, at string) string {
	switch schema["type"] {
	case "object":
		properties, _ := schema["properties"].(object)
		for name, v := range value.(map[string]any) {
			part, ok := properties[name].(object)
			if !ok {
				part, ok = schema["additionalProperties"].(object)
			}
			if !ok {
				if strings.HasPrefix(at, "input.conf") || strings.HasPrefix(at, "input.unset") {
					continue // keys outside the catalogue
				}
				return at + "." + name + " is not in the schema"
			}
			if problem := conforms(part, v, at+"."+name); problem != "" {
				return problem
			}
		}
		return ""
	case "array":
		switch list := value.(type) {
		case []any:
			for _, v := range list {
				if problem := conforms(schema["items"].(object), v, at+"[]"); problem != "" {
					return problem
				}
			}
			return ""
		case []string:
			return ""
		}
	case "string":
		if _, ok := value.(string); ok {
			return ""
		}
	case "boolean":
		if _, ok := value.(bool); ok {
			return ""
		}
	case "integer":
		if _, ok := value.(int64); ok {
			return ""
		}
	case "number":
		switch value.(type) {
		case float64, int64:
			return ""
		}
	}
	return fmt.Sprintf("%s is a %T; the schema says %v", at, value, schema["type"])
}
