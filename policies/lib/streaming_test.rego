package policies.lib.streaming_test

import data.policies.lib.streaming

job(name, layer) := {"job": {"complete": true}, "assignments": [{"name": name, "layer": layer}]}

test_stateful if streaming.stateful with input as job("spark.sql.streaming.stateStore.providerClass", "conf")

test_not_by_the_file_of_many_jobs if {
	not streaming.stateful with input as job("spark.sql.streaming.stateStore.providerClass", "spark-defaults")
}

test_not_by_other_settings if not streaming.stateful with input as job("spark.sql.streaming.checkpointLocation", "conf")
