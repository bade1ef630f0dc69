# METADATA
# title: Logging configuration in the wrong version's words
# description: |
#   Spark logs by Log4j 1 up to 3.2 and by Log4j 2 from 3.3 on. -Dlog4j.configuration names a file for Log4j 1, which
#   Spark 3.3 and later read through a bridge; -Dlog4j2.configurationFile (also -Dlog4j.configurationFile) names one for
#   Log4j 2. A file that its reader does not understand, and a property that Spark's Log4j does not know, change nothing:
#   Spark logs as it does by default, and says so nowhere.
# related_resources:
#   - description: Upgrading from Spark 3.2 to 3.3
#     ref: https://spark.apache.org/docs/latest/core-migration-guide.html#upgrading-from-core-32-to-33
#   - description: Log4j 1 to Log4j 2 migration
#     ref: https://logging.apache.org/log4j/2.x/migrate-from-log4j1.html
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Give Log4j 2 a file in its own syntax with -Dlog4j2.configurationFile, Log4j 1 one in its syntax with -Dlog4j.configuration.
package policies.jvm.log4j1_config

import data.policies.lib.java_options
import data.policies.lib.release

deny contains object.union(
	{"at": key, "msg": $"{word}: this property is for Log4j 1 files; one for Log4j 2 is passed over, and Spark logs as it does by default"},
	mended(key, text),
) if {
	some key, text in java_options.by_key
	some word in java_options.words(text)
	startswith(word, "-Dlog4j.configuration=")
	for_log4j2(word)
}

deny contains {"at": key, "msg": $"{word} has no effect: Spark {input.job.spark_release} logs by Log4j 1, which reads -Dlog4j.configuration"} if {
	some key, text in java_options.by_key
	some word in java_options.words(text)
	regex.match(`^-D(log4j2|log4j)\.configurationFile=`, word)
	release.before("3.3")
}

deny contains {
	"at": key,
	"msg": $"{word}: Spark {input.job.spark_release} logs by Log4j 2 and reads this Log4j 1 file through a bridge, which knows only part of its appenders and layouts",
	"severity": "info",
} if {
	some key, text in java_options.by_key
	some word in java_options.words(text)
	startswith(word, "-Dlog4j.configuration=")
	not for_log4j2(word)
	release.at_least("3.3")
}

for_log4j2(word) if regex.match(`log4j2[\w.-]*$`, word)

mended(key, text) := {"set": {key: replace(text, "-Dlog4j.configuration=", "-Dlog4j2.configurationFile=")}} if {
	release.at_least("3.3")
} else := {}
