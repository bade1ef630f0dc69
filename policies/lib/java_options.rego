# The options that were written for Spark's JVMs, by the key that holds them.
package policies.lib.java_options

executor["spark.executor.defaultJavaOptions"] := input.conf["spark.executor.defaultJavaOptions"]

executor["spark.executor.extraJavaOptions"] := input.conf["spark.executor.extraJavaOptions"]

driver["spark.driver.defaultJavaOptions"] := input.conf["spark.driver.defaultJavaOptions"]

driver["spark.driver.extraJavaOptions"] := input.conf["spark.driver.extraJavaOptions"]

application_master["spark.yarn.am.extraJavaOptions"] := input.conf["spark.yarn.am.extraJavaOptions"]

# Of each JVM, which matters where flags work together.
by_jvm := {"executor": executor, "driver": driver, "application master": application_master}

by_key := object.union_n([executor, driver, application_master])

# The words of an option text. Quotes are cut off rather than understood: no
# option that a rule looks for holds a blank.
words(text) := [word |
	some part in regex.split(`\s+`, text)
	word := trim(part, `"'`)
	word != ""
]

# The name of a -XX flag; any other word is its own name.
flag(word) := name if {
	[_, name] := regex.find_all_string_submatch_n(`^-XX:[+-]?(\w+)`, word, 1)[0]
} else := word

# What leaves only some words of a setting; nothing where quotes may hold words
# together.
leave(key, text, kept) := {} if {
	regex.match(`["']`, text)
} else := {"unset": [key]} if {
	count(kept) == 0
} else := {"set": {key: concat(" ", kept)}}
