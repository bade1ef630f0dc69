package policies.lib.release_test

import data.policies.lib.release

test_order if {
	release.at_least("3.5") with input as {"job": {"spark_release": "4.0"}}
	release.at_least("4.0") with input as {"job": {"spark_release": "4.0"}}
	release.before("4.1") with input as {"job": {"spark_release": "4.0"}}
	not release.before("4.0") with input as {"job": {"spark_release": "4.0"}}
}

test_neither_when_unknown if {
	not release.at_least("3.5") with input as {"job": {}}
	not release.before("3.5") with input as {"job": {}}
}
