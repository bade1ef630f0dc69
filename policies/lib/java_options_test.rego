package policies.lib.java_options_test

import data.policies.lib.java_options

test_by_key_holds_what_is_written if {
	java_options.by_key == {
		"spark.executor.defaultJavaOptions": "-Xss2m",
		"spark.executor.extraJavaOptions": "-Xss4m",
		"spark.driver.defaultJavaOptions": "-Xss6m",
		"spark.driver.extraJavaOptions": "-Xss8m",
		"spark.yarn.am.extraJavaOptions": "-Xss1m",
	} with input as {"conf": {
		"spark.executor.defaultJavaOptions": "-Xss2m",
		"spark.executor.extraJavaOptions": "-Xss4m",
		"spark.driver.defaultJavaOptions": "-Xss6m",
		"spark.driver.extraJavaOptions": "-Xss8m",
		"spark.yarn.am.extraJavaOptions": "-Xss1m",
	}}
}

test_by_jvm_keeps_what_is_not_written_out if {
	java_options.by_jvm == {"executor": {}, "driver": {"spark.driver.extraJavaOptions": "-ea"}, "application master": {}} with input as {"conf": {"spark.driver.extraJavaOptions": "-ea"}}
}

test_words if {
	java_options.words("  -XX:+UseG1GC\t\"-XX:MaxNewSize=100M\" '-Dx=1' ") == ["-XX:+UseG1GC", "-XX:MaxNewSize=100M", "-Dx=1"]
}

test_flag if {
	java_options.flag("-XX:+UseG1GC") == "UseG1GC"
	java_options.flag("-XX:MaxNewSize=100M") == "MaxNewSize"
	java_options.flag("-d64") == "-d64"
}

test_leave if {
	java_options.leave("spark.driver.extraJavaOptions", "-ea -Xmx2g", ["-ea"]) == {"set": {"spark.driver.extraJavaOptions": "-ea"}}
	java_options.leave("spark.driver.extraJavaOptions", "-Xmx2g", []) == {"unset": ["spark.driver.extraJavaOptions"]}
	java_options.leave("spark.driver.extraJavaOptions", "-Da='b c' -Xmx2g", ["-Da=b", "c"]) == {}
}
