# METADATA
# title: Colon read as a separator
# description: |
#   In a properties file the key ends at the first blank, and blanks, with one equals sign or colon among them,
#   separate it from the value. A colon that begins the value is taken for that separator, and is lost.
# related_resources:
#   - description: How a properties file is read
#     ref: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write the colon with a backslash before it, or an equals sign before the value.
package policies.correctness.colon_in_defaults

deny contains {
	"at": o.id,
	"msg": $"the colon that begins the value is read as the separator and lost; write {o.suggestion}",
	"replace": o.suggestion,
	"unsafe": true,
} if {
	some o in input.observations
	o.kind == "colon_in_defaults"
}
