package policies.jvm.unclosed_quote_test

import data.policies.jvm.unclosed_quote as rule

test_denies_open_quotes if {
	every text in [`"open`, `-Da='b`, `-Da="b\"`, `-Da=b\`, `'a'"`] {
		some answer in rule.deny with input as {"job": {"deploy_mode": "client"}, "conf": {"spark.driver.extraJavaOptions": text}}
		answer.at == "spark.driver.extraJavaOptions"
		answer.msg == "a quote or a backslash in spark.driver.extraJavaOptions has no end: the launcher stops"
	}
}

test_allows_closed_quotes if {
	every text in ["", "-Da=b -Xss4m", `-Da="b c"`, `-Da='b"c'`, `-Da="b\"c"`, `-Da=it\'s`, "-Da='b\nc'"] {
		count(rule.deny) == 0 with input as {"job": {"deploy_mode": "client"}, "conf": {"spark.driver.extraJavaOptions": text}}
	}
}

test_denies_where_the_launcher_overlooks_the_mode if {
	open := {"job": {"deploy_mode": "cluster"}, "conf": {"spark.driver.extraJavaOptions": `"open`}}
	count(rule.deny) == 1 with input as object.union(open, {"written": {"spark.submit.deployMode": "environment"}})
	count(rule.deny) == 0 with input as object.union(open, {"written": {"spark.submit.deployMode": "flag"}})
	count(rule.deny) == 1 with input as object.union(open, {"job": {"spark_release": "4.0"}})
	count(rule.deny) == 0 with input as object.union(open, {"job": {"spark_release": "3.5"}})
}

test_allows_executors if {
	count(rule.deny) == 0 with input as {"job": {"deploy_mode": "client"}, "conf": {"spark.executor.extraJavaOptions": `"open`}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"deploy_mode": "client"}, "conf": {}, "unknown": {"spark.driver.extraJavaOptions": "a variable"}}
}
