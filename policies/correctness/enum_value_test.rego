package policies.correctness.enum_value_test

import data.policies.correctness.enum_value as rule

written(key, kind, raw, message, known) := {
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "raw": raw, "effective": true}],
	"invalid": {key: {"kind": kind, "message": message, "raw": raw}},
	"keys": {key: known},
}

codecs := {"type": "string", "values": ["none", "snappy", "gzip", "lz4", "lz4_raw", "zstd"]}

message := `should be one of none, snappy, gzip, lz4, lz4_raw, zstd, but was "gz"`

test_denies_another_word if {
	some answer in rule.deny with input as written("spark.sql.parquet.compression.codec", "choice", "gz", message, codecs)
	answer.at == "spark.sql.parquet.compression.codec"
	answer.msg == `should be one of none, snappy, gzip, lz4, lz4_raw, zstd, but was "gz"; Spark stops when it reads spark.sql.parquet.compression.codec`
	answer.set == {"spark.sql.parquet.compression.codec": "gzip"}
}

test_mends_the_case if {
	some answer in rule.deny with input as written("spark.x", "choice", "lz4", "m", {"type": "string", "values": ["LZ4", "LZ4_RAW"]})
	answer.set == {"spark.x": "LZ4"}
}

test_leaves_what_is_not_certain if {
	every raw in ["lz", "bz2"] {
		some answer in rule.deny with input as written("spark.x", "choice", raw, "m", codecs)
		not answer.set
	}
}

test_allows_other_faults if {
	count(rule.deny) == 0 with input as written("spark.x", "type", "gz", "m", codecs)
	count(rule.deny) == 0 with input as written("spark.x", "choice", `"gzip"`, "m", codecs)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": [], "invalid": {}, "unknown": {"spark.x": "shell variable CODEC has no value here"}}
}
