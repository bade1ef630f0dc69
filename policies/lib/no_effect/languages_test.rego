package policies.lib.no_effect.languages_test

import data.policies.lib.job_test as job
import data.policies.lib.no_effect.languages

found contains row.case if some row in languages.rows

test_pyspark_memory if {
	found == {"pyspark_memory"} with input as job.of({"language": "jvm"}, {"spark.executor.pyspark.memory": "2g"})
	count(found) == 0 with input as job.of({"language": "python"}, {"spark.executor.pyspark.memory": "2g"})
	count(found) == 0 with input as job.of({}, {"spark.executor.pyspark.memory": "2g"})
}

test_kryo_registration if {
	some row in languages.rows with input as job.on("yarn", {"spark.kryo.registrator": "com.acme.Registrator"})
	row.msg == "spark.kryo.registrator without effect on your classes: spark.serializer is JavaSerializer, its default"
	count(found) == 0 with input as job.on("yarn", {"spark.kryo.registrator": "com.acme.Registrator", "spark.serializer": "org.apache.spark.serializer.KryoSerializer"})
	count(found) == 0 with input as job.fragment({"spark.kryo.registrator": "com.acme.Registrator"})
}

test_rocksdb_state if {
	some row in languages.rows with input as job.on("yarn", {"spark.sql.streaming.stateStore.rocksdb.blockSizeKB": 32})
	row.msg == "1 spark.sql.streaming.stateStore.rocksdb.* settings have no effect: spark.sql.streaming.stateStore.providerClass is HDFSBackedStateStoreProvider, its default"
	count(found) == 0 with input as job.on("yarn", {
		"spark.sql.streaming.stateStore.rocksdb.blockSizeKB": 32,
		"spark.sql.streaming.stateStore.providerClass": "org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider",
	})
}
