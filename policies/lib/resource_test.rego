package policies.lib.resource_test

import data.policies.lib.resource

resource_in := {
	"attributes": {
		"configurations[0].classification": "spark-defaults",
		`configurations[0].properties["spark.a"]`: "1",
		`configurations[1].properties["x"]`: "2",
		`default_arguments["--conf"]`: "spark.a=b",
	},
	"unknown": {"configurations[1].classification": "var.c has no default", `configurations[0].properties["spark.b"]`: "var.b has no default"},
}

test_classified if {
	found := resource.classified with input.resource as resource_in
	found == {
		`configurations[0].properties["spark.a"]`: {"classification": "spark-defaults", "key": "spark.a"},
		`configurations[0].properties["spark.b"]`: {"classification": "spark-defaults", "key": "spark.b"},
	}
}

test_entries if {
	found := resource.entries("default_arguments") with input.resource as resource_in
	found == {`default_arguments["--conf"]`: {"of": "", "key": "--conf"}}
}

test_silent_when_unknown if {
	found := resource.classified with input.resource as {"attributes": {}, "unknown": {"configurations": "a file"}}
	found == {}
}
