# METADATA
# title: Locked JVM flag
# description: |
#   HotSpot takes experimental and diagnostic flags only after the option that unlocks them. Without it the JVM does
#   not start, and -XX:+IgnoreUnrecognizedVMOptions, which Spark puts first, does not help.
# related_resources:
#   - description: The java command, options for the runtime
#     ref: https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Put -XX:+UnlockExperimentalVMOptions or -XX:+UnlockDiagnosticVMOptions in front of the flag, or remove the flag.
package policies.jvm.experimental_flag_locked

import data.policies.lib.java_options
import data.policies.lib.jvm_flags

deny contains {
	"at": key,
	"msg": $"{word} needs {unlock} in front; without it the JVM does not start",
	"set": {key: $"{unlock} {trim_space(text)}"},
} if {
	some jvm, by_key in java_options.by_jvm
	some key, text in by_key
	words := java_options.words(text)
	some i, word in words
	unlock := jvm_flags.unlock[java_options.flag(word)]
	not unlock in array.slice(words, 0, i)
	not before(key, unlock)
	not idle(jvm)
}

# Default options stand in front of extra ones. Where they cannot be known,
# they may unlock anything.
before("spark.executor.extraJavaOptions", unlock) if unlock in java_options.words(java_options.executor["spark.executor.defaultJavaOptions"])

before("spark.driver.extraJavaOptions", unlock) if unlock in java_options.words(java_options.driver["spark.driver.defaultJavaOptions"])

before("spark.executor.extraJavaOptions", _) if input.unknown["spark.executor.defaultJavaOptions"]

before("spark.driver.extraJavaOptions", _) if input.unknown["spark.driver.defaultJavaOptions"]

# In local mode there are no executors.
idle("executor") if input.job.cluster_manager == "local"
