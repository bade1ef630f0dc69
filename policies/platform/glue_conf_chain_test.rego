package policies.platform.glue_conf_chain_test

import data.policies.platform.glue_conf_chain

found(value) := result if {
	result := glue_conf_chain.deny with input.resource as {"attributes": {`default_arguments["--conf"]`: value}, "unknown": {}}
}

test_denies_commas if {
	some f in found("spark.sql.extensions=a.B,spark.sql.catalog.spark_catalog=c.D")
	contains(f.msg, "spark.sql.catalog.spark_catalog is not joined by the word --conf")
	contains(f.msg, "value of spark.sql.extensions")
}

test_denies_blanks if count(found("spark.a.b=1 spark.c.d=2")) == 1

test_denies_a_part_without_a_value if {
	some f in found("spark.a.b=1 --conf spark.c.d")
	startswith(f.msg, "spark.c.d in --conf has no equals sign")
}

test_allows_a_chain if count(found("spark.a.b=1 --conf spark.c.d=x,y --conf spark.e.f=-Dspark.g=h")) == 0

test_silent_when_unknown if {
	silent := glue_conf_chain.deny with input.resource as {"attributes": {}, "unknown": {`default_arguments["--conf"]`: "var.conf has no default"}}
	count(silent) == 0
}
