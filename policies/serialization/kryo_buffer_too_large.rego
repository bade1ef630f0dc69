# METADATA
# title: Kryo buffer of 2 GiB or more
# description: |
#   Kryo writes into one array, so that its buffers must stay below 2048 MiB. Spark always makes a Kryo serializer, also
#   while spark.serializer is Java's, and does not start with a larger buffer.
# related_resources:
#   - description: KryoSerializer, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/serializer/KryoSerializer.scala
#   - description: Spark configuration, compression and serialization
#     ref: https://spark.apache.org/docs/latest/configuration.html#compression-and-serialization
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Lower the buffer to 2047m or less; 512m is enough for most jobs.
package policies.serialization.kryo_buffer_too_large

deny contains {"at": key, "msg": $"a Kryo buffer of {size} MiB: Spark does not start with 2048 or more", "set": {key: "2047m"}} if {
	some key, bytes in buffers
	size := floor(bytes / 1048576)
	size >= 2048
}

buffers["spark.kryoserializer.buffer"] := input.conf["spark.kryoserializer.buffer"]

buffers["spark.kryoserializer.buffer.max"] := input.conf["spark.kryoserializer.buffer.max"]
