package policies.security.jmx_unauthenticated_test

import data.policies.security.jmx_unauthenticated as rule

options(text) := {"conf": {"spark.executor.extraJavaOptions": text}}

port := "-Dcom.sun.management.jmxremote.port=9999"

test_denies_a_port_without_authentication if {
	some answer in rule.deny with input as options($"{port} -Dcom.sun.management.jmxremote.authenticate=false -Dcom.sun.management.jmxremote.ssl=false")
	answer.msg == "-Dcom.sun.management.jmxremote.authenticate=false and -Dcom.sun.management.jmxremote.ssl=false with a JMX port: whoever reaches it runs code in the JVM"
}

test_denies_a_port_without_tls if {
	some answer in rule.deny with input as options($"{port} -Dcom.sun.management.jmxremote.ssl=false")
	answer.msg == "-Dcom.sun.management.jmxremote.ssl=false with a JMX port: passwords go over the network in the clear"
}

test_allows_the_defaults_and_no_port if {
	count(rule.deny) == 0 with input as options(port)
	count(rule.deny) == 0 with input as options("-Dcom.sun.management.jmxremote -Dcom.sun.management.jmxremote.authenticate=false")
	count(rule.deny) == 0 with input as options("-javaagent:/opt/exporter.jar=9404:/opt/exporter.yaml")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}}
}
