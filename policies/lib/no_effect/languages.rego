# Settings of a serializer, a state store or a language that the job does not use.
package policies.lib.no_effect.languages

import data.policies.lib.assignment
import data.policies.lib.switch

# resource.ResourceProfile and the workers' limit count it for Python alone.
rows contains {
	"case": "pyspark_memory",
	"at": a.id,
	"msg": $"{assignment.said(a)} has no effect: the application is no Python program",
	"unset": [a.name],
} if {
	input.job.language in {"jvm", "r"}
	some a in input.assignments
	a.name == "spark.executor.pyspark.memory"
	a.effective
	assignment.own(a)
}

# serializer.SerializerManager falls back on Kryo for primitives and strings only.
rows contains {
	"case": "kryo_registration",
	"at": keys[0],
	"msg": $"{concat(", ", keys)} without effect on your classes: {switch.said("spark.serializer", "JavaSerializer")}",
	"notes": array.slice(keys, 1, count(keys)),
	"set": {"spark.serializer": "org.apache.spark.serializer.KryoSerializer"},
	"unsafe": true,
	"absent": switch.absent("spark.serializer"),
} if {
	input.conf["spark.serializer"] == "org.apache.spark.serializer.JavaSerializer"
	keys := switch.beside("spark.serializer", "spark.kryo.")
	count(keys) > 0
}

# execution.streaming.state.RocksDBConf is read by RocksDBStateStoreProvider alone.
rows contains {
	"case": "rocksdb_state",
	"at": keys[0],
	"msg": $"{count(keys)} spark.sql.streaming.stateStore.rocksdb.* settings have no effect: {switch.said(provider_key, provider)}",
	"notes": array.slice(keys, 1, count(keys)),
	"absent": switch.absent(provider_key),
} if {
	class := input.conf["spark.sql.streaming.stateStore.providerClass"]
	endswith(class, ".HDFSBackedStateStoreProvider")
	provider := regex.replace(class, `^.*\.`, "")
	keys := switch.beside(provider_key, "spark.sql.streaming.stateStore.rocksdb.")
	count(keys) > 0
}

provider_key := "spark.sql.streaming.stateStore.providerClass"
