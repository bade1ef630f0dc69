# METADATA
# title: JMX port without authentication
# description: |
#   A JVM that opens its JMX port without a password loads and runs code for whoever connects. Without TLS, the password
#   goes over the network in the clear.
# related_resources:
#   - description: Monitoring and management using JMX
#     ref: https://docs.oracle.com/en/java/javase/17/management/monitoring-and-management-using-jmx-technology.html
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Leave com.sun.management.jmxremote.authenticate and .ssl at their default, true, or bring the metrics out with an agent or Spark's own metrics system instead.
package policies.security.jmx_unauthenticated

import data.policies.lib.java_options

deny contains {
	"at": key,
	"msg": $"{concat(" and ", open)} with a JMX port: {consequence(open)}",
} if {
	some key, text in java_options.by_key
	words := java_options.words(text)
	some port in words
	startswith(port, "-Dcom.sun.management.jmxremote.port=")
	open := [word | some word in words; regex.match(`^-Dcom\.sun\.management\.jmxremote\.(authenticate|ssl)=false$`, word)]
	count(open) > 0
}

consequence(open) := "whoever reaches it runs code in the JVM" if {
	some word in open
	contains(word, "authenticate")
} else := "passwords go over the network in the clear"
