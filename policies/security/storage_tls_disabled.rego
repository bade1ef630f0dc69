# METADATA
# title: Object store without TLS
# description: |
#   With an http:// endpoint, or with TLS switched off and no scheme in the endpoint, what is read and written goes over
#   the network in the clear, and can be changed on its way. Endpoints on the machine or in the cluster's own network are
#   not reported.
# related_resources:
#   - description: S3A, general configuration
#     ref: https://hadoop.apache.org/docs/stable/hadoop-aws/tools/hadoop-aws/index.html
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     near:
#       default: '^(localhost|[^.]+|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2[0-9]|3[01])\..*|\[.*\]|.*\.(svc|local|internal|lan|test)(\..*)?)$'
#       doc: pattern of hosts to which the way is short
#   fix: Use an https:// endpoint, and leave spark.hadoop.fs.s3a.connection.ssl.enabled at its default, true.
package policies.security.storage_tls_disabled

params := data.params.security.storage_tls_disabled

deny contains {
	"at": a.id,
	"msg": $"{a.key} is {a.raw}: what is read from and written to {host} goes over the network in the clear",
	"set": {a.name: replace(a.raw, "http://", "https://")},
	"unsafe": true,
} if {
	some a in endpoints
	startswith(lower(a.raw), "http://")
	host := host_of(a.raw)
	not near(host)
}

deny contains {
	"at": a.id,
	"msg": $"{a.key} is false: what is read from and written to S3 goes over the network in the clear",
	"unset": [a.name],
	"unsafe": true,
} if {
	some a in input.assignments
	a.effective
	regex.match(`^spark\.hadoop\.fs\.s3a\.(bucket\.[^.]+\.)?connection\.ssl\.enabled$`, a.key)
	lower(a.raw) == "false"
	every endpoint in endpoints {
		not contains(endpoint.raw, "://")
		not near(host_of(endpoint.raw))
	}
	not elsewhere
}

endpoints contains a if {
	some a in input.assignments
	a.effective
	regex.match(`^spark\.hadoop\.fs\.s3a\.(bucket\.[^.]+\.)?endpoint$`, a.key)
	a.raw
}

# An endpoint that cannot be known, or that another file may name.
elsewhere if {
	some a in input.assignments
	regex.match(`^spark\.hadoop\.fs\.s3a\.(bucket\.[^.]+\.)?endpoint$`, a.key)
	not a.raw
}

elsewhere if not input.job.complete

host_of(endpoint) := regex.replace(regex.replace(endpoint, `(?i)^[a-z]+://`, ""), `(:\d+)?(/.*)?$`, "")

near(host) if regex.match(params.near, host)
