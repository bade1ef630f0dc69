package policies.lib.jvm_values_test

import data.policies.lib.jvm_values

test_malformed if {
	jvm_values.malformed("-XX:UseG1GC").word == "-XX:+UseG1GC"
	jvm_values.malformed("-XX:+MaxGCPauseMillis=200").word == "-XX:MaxGCPauseMillis=200"
	jvm_values.malformed("-XX:MaxMetaspaceSize=512mb").word == "-XX:MaxMetaspaceSize=512m"
	jvm_values.malformed("-Xms1GB").word == "-Xms1G"
	not jvm_values.malformed("-XX:MaxGCPauseMillis=200ms").word
	jvm_values.malformed("-XX:+UseG1GC=true").why == "takes no value"
	jvm_values.malformed("-XX:ParallelGCThreads").why == "wants a value"
	jvm_values.malformed("-Xms1.5g").why == "takes a whole number, with k, m, g or t at its end or nothing"
}

test_what_is_written_well if {
	every word in ["-XX:+UseG1GC", "-XX:MaxGCPauseMillis=200", "-Xms1g", "-XX:MetaspaceSize=0x1000", "-XX:MaxRAMPercentage=75.0", "-Dms=1gb"] {
		not jvm_values.malformed(word)
	}
}

test_number if {
	jvm_values.number("2G") == 2147483648
	jvm_values.number("512") == 512
	not jvm_values.number("0x10")
}

test_out_of_range if {
	jvm_values.out_of_range("-XX:G1ReservePercent=60") == "takes at most 50"
	jvm_values.out_of_range("-XX:MaxGCPauseMillis=0") == "takes at least 1"
	every word in ["-XX:G1ReservePercent=50", "-XX:NewRatio=8", "-Xms1t", "-XX:G1HeapRegionSize=32m"] {
		not jvm_values.out_of_range(word)
	}
}
