# METADATA
# title: Secret written in the clear
# description: |
#   A credential that stands in a configuration file or on a command line is in the repository, in the process list of
#   the machine that submits, and often in logs. The report never shows it.
# related_resources:
#   - description: Security
#     ref: https://spark.apache.org/docs/latest/security.html
#   - description: Cloud credentials
#     ref: https://spark.apache.org/docs/latest/cloud-integration.html#authenticating
# custom:
#   severity: error
#   since: 0.1.0
#   params:
#     keys:
#       default: '(?i)(secret([._-]?(key|access[._-]?key))?$|password$|passwd$|[._-]token$|access[._-]?key$|account[._-]key[._]|connection[._-]?string$)'
#       doc: pattern of keys that hold credentials
#     not_secrets:
#       default: '(?i)(secrets\.|secretKeyRef\.|\.file$|provider)'
#       doc: pattern of keys that only name where a credential is
#     references:
#       default: '(?i)(\$\{|\{\{|<|^\*+$|^(true|false)$|^(changeme|todo|xxx+|none|null)$|^(/|file:|local:|vault:|arn:|ref:)|your[-_ ])'
#       doc: pattern of values that are no literal secret
#     shortest:
#       default: 4
#       doc: values with fewer characters are not taken for secrets
#   fix: Use a credential provider, an instance or workload identity, a mounted secret (spark.kubernetes.driver.secretKeyRef.*), or a variable that the environment fills in.
package policies.security.secret_literal

params := data.params.security.secret_literal

deny contains {
	"at": a.id,
	"msg": $"{a.key} holds a literal of {count(raw)} characters: whoever reads this file or the process list has it",
} if {
	some a in input.assignments
	regex.match(params.keys, a.key)
	not regex.match(params.not_secrets, a.key)
	raw := a.raw
	not reference(raw)
}

# reference says that a value only names where the secret is.
reference(value) if regex.match(params.references, value)

reference(value) if count(value) < params.shortest
