# Keys of old releases that Spark's own tables do not hold, and the release that
# stopped to read them. None of these names is in any class of Spark 3.0 to 4.3.
package policies.lib.retired_keys

# The release that no longer reads a key. A name that ends in .* stands for the
# rest of a key.
since(key) := table[key].since if {
	table[key]
} else := min({row.since |
	some name, row in table
	endswith(name, ".*")
	startswith(key, trim_suffix(name, "*"))
})

table := {
	"spark.akka.*": {"since": "2.0", "source": "SPARK-5293, Akka is gone"},
	"spark.broadcast.factory": {"since": "2.0", "source": "SPARK-12588, HttpBroadcast is gone"},
	"spark.broadcast.port": {"since": "2.0", "source": "SPARK-12588, HttpBroadcast is gone"},
	"spark.cleaner.ttl": {"since": "2.0", "source": "SPARK-7689, TTL-based cleaning is gone"},
	"spark.core.connection.ack.wait.timeout": {"since": "1.6", "source": "SPARK-9767, NioBlockTransferService is gone"},
	"spark.externalBlockStore.*": {"since": "2.0", "source": "SPARK-12667, the external block store is gone"},
	"spark.memory.useLegacyMode": {"since": "3.0", "source": "SPARK-26539, StaticMemoryManager is gone"},
	"spark.shuffle.blockTransferService": {"since": "1.6", "source": "SPARK-9767, NioBlockTransferService is gone"},
	"spark.shuffle.consolidateFiles": {"since": "1.6", "source": "SPARK-9808, file consolidation is gone"},
	"spark.shuffle.memoryFraction": {"since": "3.0", "source": "SPARK-26539, StaticMemoryManager is gone"},
	"spark.sql.dialect": {"since": "2.0", "source": "there is one parser"},
	"spark.sql.tungsten.enabled": {"since": "1.6", "source": "SetCommand said: will be ignored, Tungsten will continue to be used"},
	"spark.sql.unsafe.enabled": {"since": "1.6", "source": "SetCommand said: will be ignored, Tungsten will continue to be used"},
	"spark.storage.memoryFraction": {"since": "3.0", "source": "SPARK-26539, StaticMemoryManager is gone"},
	"spark.storage.unrollFraction": {"since": "3.0", "source": "SPARK-26539, StaticMemoryManager is gone"},
	"spark.tachyonStore.*": {"since": "2.0", "source": "SPARK-12667, the external block store is gone"},
}
