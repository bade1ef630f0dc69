package policies.platform.emr_log4j_classification_test

import data.policies.platform.emr_log4j_classification

found(release, classification) := result if {
	result := emr_log4j_classification.deny with input.resource as {
		"attributes": {"release_label": release, "configurations[0].classification": classification},
		"unknown": {},
	}
}

test_denies_old if {
	some f in found("emr-6.15.0", "spark-log4j")
	f.msg == "emr-6.15.0 logs with Log4j 2, which reads the classification spark-log4j2, not spark-log4j"
}

test_denies_new if count(found("emr-6.7.0", "spark-log4j2")) == 1

test_allows if {
	count(found("emr-6.8.0", "spark-log4j2")) == 0
	count(found("emr-5.36.0", "spark-log4j")) == 0
	count(found("emr-6.15.0", "spark-defaults")) == 0
}

test_silent_when_unknown if {
	count(found("emr-latest", "spark-log4j")) == 0
	silent := emr_log4j_classification.deny with input.resource as {
		"attributes": {"configurations[0].classification": "spark-log4j"},
		"unknown": {"release_label": "var.release has no default"},
	}
	count(silent) == 0
}
