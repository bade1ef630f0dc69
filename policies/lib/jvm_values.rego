# How HotSpot's flags are written: Java 11, 17, 21 and 25 were asked themselves.
package policies.lib.jvm_values

import data.policies.lib.java_options

# Flags that are on or off. Collectors are too.
switches := {
	"AlwaysPreTouch", "CrashOnOutOfMemoryError", "DisableExplicitGC", "ExitOnOutOfMemoryError",
	"HeapDumpOnOutOfMemoryError", "ParallelRefProcEnabled", "UseCompressedOops", "UseContainerSupport", "UseG1GC",
	"UseGCOverheadLimit", "UseNUMA", "UseParallelGC", "UseSerialGC", "UseStringDeduplication",
}

# Flags that are whole numbers or sizes, and the values between which Java 11
# and later start, where there are such bounds.
numbers := {
	"ConcGCThreads": {}, "NewRatio": {}, "InitialHeapSize": {}, "ParallelGCThreads": {"least": 1},
	"CompressedClassSpaceSize": {"least": 1048576, "most": 4 * 1073741824}, "ObjectAlignmentInBytes": {"least": 8, "most": 256},
	"MaxDirectMemorySize": {}, "MaxMetaspaceSize": {}, "MaxNewSize": {}, "MetaspaceSize": {}, "NewSize": {},
	"ReservedCodeCacheSize": {"most": 2 * 1073741824}, "MaxGCPauseMillis": {"least": 1}, "SurvivorRatio": {"least": 1},
	"G1HeapRegionSize": {"most": 512 * 1048576}, "G1HeapWastePercent": {"most": 100}, "G1ReservePercent": {"most": 50},
	"InitiatingHeapOccupancyPercent": {"most": 100}, "MaxHeapFreeRatio": {"most": 100}, "MaxTenuringThreshold": {"most": 16},
	"MinHeapFreeRatio": {"most": 100}, "TargetSurvivorRatio": {"most": 100},
}

# What the JVM refuses in how a word is written, and the word it should be where
# that is plain.
malformed(word) := {"why": "wants + or - in front of the name", "word": $"-XX:+{name}"} if {
	name := substring(word, 4, -1)
	startswith(word, "-XX:")
	switches[name]
} else := {"why": "takes no value"} if {
	[_, name] := regex.find_all_string_submatch_n(`^-XX:[+-]?(\w+)=`, word, 1)[0]
	switches[name]
} else := {"why": "wants a value"} if {
	startswith(word, "-XX:")
	numbers[substring(word, 4, -1)]
} else := {"why": "takes no + or -", "word": $"-XX:{name}={value}"} if {
	[_, name, value] := regex.find_all_string_submatch_n(`^-XX:[+-](\w+)=(.*)$`, word, 1)[0]
	numbers[name]
} else := {"why": "takes a whole number, with k, m, g or t at its end and no b", "word": substring(word, 0, count(word) - 1)} if {
	regex.match(`^\d+[kKmMgGtT][bB]$`, number_text(word))
} else := {"why": "takes a whole number, with k, m, g or t at its end or nothing"} if {
	not regex.match(`^(0[xX][0-9a-fA-F]+|\d+)[kKmMgGtT]?$`, number_text(word))
}

# The number in the text of a flag, or of an option for a size.
number_text(word) := value if {
	[_, name, value] := regex.find_all_string_submatch_n(`^-XX:(\w+)=(.*)$`, word, 1)[0]
	numbers[name]
} else := regex.find_all_string_submatch_n(`^-X(?:ms|mn|ss)(.*)$`, word, 1)[0][1]

# What a number comes to; k, m, g and t are powers of 1024.
number(text) := round(to_number(digits) * {"": 1, "k": 1024, "m": 1048576, "g": 1073741824, "t": 1099511627776}[lower(unit)]) if {
	[_, digits, unit] := regex.find_all_string_submatch_n(`^(\d+)([kKmMgGtT]?)$`, text, 1)[0]
}

# The bound that a flag's value passes.
out_of_range(word) := $"takes at most {bound}" if {
	bound := numbers[java_options.flag(word)].most
	number(number_text(word)) > bound
} else := $"takes at least {bound}" if {
	bound := numbers[java_options.flag(word)].least
	number(number_text(word)) < bound
}
