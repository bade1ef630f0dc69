package policies.lib.release_test

import data.policies.lib.release

test_at_least if {
	release.at_least("3.10") with input as {"job": {"spark_release": "3.10"}}
	release.at_least("3.4") with input as {"job": {"spark_release": "3.10"}}
	not release.at_least("4.0") with input as {"job": {"spark_release": "3.5"}}
	not release.at_least("3.0") with input as {"job": {}}
}

test_before if {
	release.before("3.4") with input as {"job": {"spark_release": "3.3"}}
	not release.before("3.4") with input as {"job": {"spark_release": "3.4"}}
	not release.before("3.4") with input as {"job": {}}
}

test_certainty if {
	release.certainty("3.3") == "error" with input as {"job": {"spark_release": "3.3"}}
	release.certainty("3.3") == "warning" with input as {"job": {}}
	not release.certainty("3.3") with input as {"job": {"spark_release": "3.2"}}
}

test_what_always_holds if {
	release.certainty("3.0") == "error" with input as {"job": {}}
	release.from("3.0") == "" with input as {"job": {}}
}

test_from if {
	release.from("3.3") == "" with input as {"job": {"spark_release": "3.3"}}
	release.from("3.3") == " (from Spark 3.3 on)" with input as {"job": {}}
}
