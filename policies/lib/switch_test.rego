package policies.lib.switch_test

import data.policies.lib.job_test as job
import data.policies.lib.switch

test_beside_a_switch_in_the_same_place if {
	switch.beside("spark.x", "spark.x.") == ["spark.x.a", "spark.x.b"] with input as job.on("yarn", {"spark.x": false, "spark.x.b": 1, "spark.x.a": 1, "spark.x.c": false, "spark.y": 1})
}

test_not_beside_a_switch_elsewhere if {
	document := job.on("yarn", {"spark.x.a": 1, "spark.x": false})
	switch.beside("spark.x", "spark.x.") == [] with input as document with input.written as {"spark.x": "flag"}
}

test_beside_a_switch_that_nobody_wrote if {
	switch.beside("spark.x", "spark.x.") == ["spark.x.a"] with input as job.on("yarn", {"spark.x.a": 1})
	switch.beside("spark.x", "spark.x.") == [] with input as job.fragment({"spark.x.a": 1})
}

test_absent if {
	switch.absent("spark.x") with input as job.on("yarn", {})
	switch.absent("spark.x") == false with input as job.on("yarn", {"spark.x": false})
	switch.absent("spark.x") == false with input as job.fragment({})
}

test_said if {
	switch.said("spark.x", false) == "spark.x is false, its default" with input as job.on("yarn", {})
	switch.said("spark.x", false) == "spark.x is false" with input as job.on("yarn", {"spark.x": false})
}
