# METADATA
# title: Two garbage collectors
# description: |
#   The JVM does not start when its options choose more than one garbage collector. Spark puts the default options in
#   front of the extra ones, so that one collector from each is two. An executor that cannot start is tried again and
#   again, and the job waits.
# related_resources:
#   - description: Spark configuration, runtime environment
#     ref: https://spark.apache.org/docs/latest/configuration.html#runtime-environment
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Leave one collector. Where the default options hold the other, take it back with -XX:-Use…GC in front.
package policies.jvm.multiple_collectors

import data.policies.lib.java_options
import data.policies.lib.jvm_flags

deny contains {"at": at, "msg": $"{concat(" and ", chosen[jvm])}: the {jvm}'s JVM does not start with {count(chosen[jvm])} collectors", "notes": others} if {
	some jvm, by_key in java_options.by_jvm
	count(chosen[jvm]) > 1
	keys := [key | some key, text in by_key; some word in java_options.words(text); word in chosen[jvm]]
	at := keys[count(keys) - 1]
	others := {key | some key in keys; key != at}
	not idle(jvm)
}

# The collectors that a JVM's options choose: of each flag the last word counts,
# and extra options come after default ones, as their names do.
chosen[jvm] contains word if {
	some jvm, by_key in java_options.by_jvm
	all_words := [word | some text in by_key; some word in java_options.words(text)]
	some flag in jvm_flags.collectors
	uses := [word | some word in all_words; java_options.flag(word) == flag]
	word := uses[count(uses) - 1]
	startswith(word, "-XX:+")
}

# In local mode there are no executors.
idle("executor") if input.job.cluster_manager == "local"
