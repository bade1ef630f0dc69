# What a message says of an assignment, and how near to the job it stands.
package policies.lib.assignment

secret := `(?i)secret|password|passwd|token|access[.]?key|account[.]key|private[.]?key`

# The key, as it was written.
named(a) := a.spelling if {
	a.spelling != ""
} else := a.key

# The assignment as it was written; without its value if that is a secret or
# cannot be known.
said(a) := named(a) if {
	hidden(a)
} else := $"{a.spelling} {a.raw}" if {
	startswith(a.spelling, "--")
} else := $"{a.spelling} = {a.raw}" if {
	a.spelling != ""
} else := $"{a.key}={a.raw}"

hidden(a) if regex.match(secret, a.key)

hidden(a) if not a.raw

# The layers, weakest first. Those from the properties file on are the job's own, and so is the environment;
# the others it shares with further jobs, for which a setting may be meant.
layers := ["environment", "cluster", "spark-defaults", "properties-file", "conf", "flag", "code", "runtime"]

strength(a) := n if {
	some n, layer in layers
	layer == a.layer
}

# A fragment is all its own.
own(_) if input.job.complete == false

own(a) if a.layer in {"environment", "properties-file", "conf", "flag", "code", "runtime"}
