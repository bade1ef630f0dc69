# METADATA
# title: Secret written in the clear
# description: |
#   A credential that stands in a configuration file or on a command line is in the repository, in the process list of
#   the machine that submits, and often in logs. It is known by the name of its setting, variable or option, or by its
#   own look: a password in a URL, an AWS access key, a JSON web token, a private key. The report never shows it.
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
#       default: '(?i)(secret([._-]?(key|access[._-]?key))?$|password$|passwd$|passphrase$|[._-]token$|access[._-]?key([._-]?id)?$|(api|private)[._-]?key$|account[._-]key[._]|[.]sas[.]|connection[._-]?string$)'
#       doc: pattern of keys that hold credentials
#     not_secrets:
#       default: '(?i)(kubernetes\..*\.secrets\.|secretKeyRef\.|[._-]?file$|provider)'
#       doc: pattern of keys that only name where a credential is
#     references:
#       default: '(?i)(\$\{|\$\(|^\$\w|\{\{|<|%\w+%|^\*+$|^(true|false)$|^(changeme|todo|xxx+|none|null)$|^(/|\./|~|file:|local:|vault:|arn:|ref:|[a-z0-9]+://)|^(var|local|data)\.\w|your[-_ ]|example)'
#       doc: pattern of values that are no literal secret
#     development:
#       default: '(?i)^(minio(admin|123)?|minio-?(access|secret)[-_]?key|admin|test(ing)?|localstack|guest|postgres|password|secret|dummy)$'
#       doc: pattern of values that are known to everyone, and open nothing but a developer's own machine
#     shortest:
#       default: 4
#       doc: values with fewer characters are not taken for secrets
#   fix: Use a credential provider, an instance or workload identity, a mounted secret (spark.kubernetes.driver.secretKeyRef.*), or a variable that the environment fills in.
package policies.security.secret_literal

params := data.params.security.secret_literal

deny contains {
	"at": a.id,
	"msg": $"{a.key} holds a literal of {count(a.text)} characters: whoever reads this file or the process list has it",
	"severity": severity(a.text),
	"secret": true,
} if {
	some a in input.assignments
	named(a)
}

# Without a telling name, what it looks like.
deny contains {
	"at": a.id,
	"msg": $"{a.key} holds {concat(" and ", a.secrets)}: whoever reads this file or the process list has it",
} if {
	some a in input.assignments
	count(a.secrets) > 0
	not named(a)
}

deny contains {
	"at": argument.id,
	"msg": $"the application is given {concat(" and ", argument.secrets)} on its command line, which everybody on the machine can read",
} if {
	some argument in input.arguments
	count(argument.secrets) > 0
}

named(a) if {
	regex.match(params.keys, a.key)
	not regex.match(params.not_secrets, a.key)
	count(a.text) >= params.shortest
	not regex.match(params.references, a.text)
}

severity(value) := "warning" if {
	regex.match(params.development, value)
} else := "error"
