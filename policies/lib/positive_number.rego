# The numbers above zero that spark-submit wants, and what it refuses as none
# (SparkSubmitArguments.validateSubmitArguments).
package policies.lib.positive_number

refused("size", raw) if not size(raw)

# More bytes than a 64-bit number holds.
refused("size", raw) if {
	[_, number, unit] := size(raw)
	bytes := to_number(number) * units[unit]
	bytes >= 9223372036854775808
}

size(raw) := regex.find_all_string_submatch_n(`^0*([1-9][0-9]*)([kmgtp]?)(?:i?b)?$`, lower(trim_space(raw)), 1)[0]

# Spark 4.2 is the first to know 4gib.
refused("size", raw) if {
	endswith(lower(trim_space(raw)), "ib")
	[major, minor] := [to_number(n) | some n in split(input.job.spark_release, ".")]
	[major, minor] < [4, 2]
}

units := {"": 1, "k": 1024, "m": 1048576, "g": 1073741824, "t": 1099511627776, "p": 1125899906842624}

refused("whole number", raw) if not regex.match(`^\+?\p{Nd}+$`, raw)

refused("whole number", raw) if regex.match(`^\+?0+$`, raw)

refused("whole number", raw) if {
	regex.match(`^\+?[0-9]+$`, raw)
	to_number(trim_left(raw, "+0")) > 2147483647
}
