package vector

import (
	"math/rand/v2"
)

var (
	yesNo  = oneOf("true", "true", "false")
	counts = oneOf("1", "2", "3", "4", "0", "-1")
	ms     = oneOf("1s", "0", "-1s", "100ms", "500", "10s", "60s", "2min")
)

// constraint is settings that some class looks at together, and texts on both
// sides of what it accepts.
type constraint map[string]texts

// constraints are what is known to be looked at when an application starts.
var constraints = []constraint{
	// UnifiedMemoryManager
	{"spark.executor.memory": oneOf("449m", "450m", "451m", "460799k", "460800k", "471859199", "471859200", "1024", "1g", "2gb", "0.5g")},
	{"spark.driver.memory": oneOf("449m", "450m", "451m", "512m", "471859200", "1024", "1g", "2g", "2gb", "0.5g", "0", "1G", "524288k")},
	{"spark.memory.fraction": oneOf("0", "0.01", "0.6", "1", "1.01", "-0.1")},
	{"spark.memory.storageFraction": oneOf("0", "0.5", "0.99", "1", "1.1", "-0.1")},
	{"spark.memory.offHeap.enabled": yesNo, "spark.memory.offHeap.size": oneOf("0", "1", "1048575", "1048576", "1m", "1g", "-1")},
	{"spark.memory.offHeap.enabled": yesNo},
	// the launcher, SparkConf.validateSettings
	{"spark.driver.extraJavaOptions": startOptions},
	{"spark.executor.extraJavaOptions": startOptions},
	{"spark.driver.defaultJavaOptions": startOptions},
	{"spark.executor.defaultJavaOptions": startOptions},
	{"spark.network.timeout": oneOf("9s", "10s", "11s", "59s", "60s", "61s", "120s", "600"), "spark.executor.heartbeatInterval": oneOf("9s", "10s", "11s", "60s", "120s", "121s", "10000", "0")},
	{"spark.executor.heartbeatInterval": oneOf("10s", "119s", "120s", "121s", "119999ms", "120000", "0")},
	{"spark.network.timeout": oneOf("59s", "60s", "10s", "11s", "120s", "0")},
	{"spark.network.timeout": oneOf("60s", "30s"), "spark.network.timeoutInterval": oneOf("30s", "31s", "59s", "60s", "61s", "1")},
	{"spark.storage.blockManagerHeartbeatTimeoutMs": oneOf("59999", "60000", "60s", "59s", "120s"), "spark.network.timeoutInterval": oneOf("59s", "60s", "60001ms")},
	{"spark.authenticate": yesNo, "spark.network.crypto.enabled": yesNo},
	{"spark.authenticate": yesNo, "spark.authenticate.enableSaslEncryption": yesNo},
	{"spark.network.crypto.enabled": yesNo},
	{"spark.authenticate": yesNo},
	{"spark.authenticate": yesNo, "spark.authenticate.secret": oneOf("secret", "x", "")},
	{"spark.authenticate": yesNo, "spark.authenticate.secret.driver.file": oneOf("/etc/passwd")},
	{"spark.authenticate": yesNo, "spark.authenticate.secret.file": oneOf("/etc/passwd")},
	{"spark.executor.cores": counts, "spark.task.cpus": counts},
	{"spark.task.cpus": counts}, {"spark.executor.cores": counts},
	{"spark.executor.cores": counts, "spark.cores.max": counts},
	{"spark.executor.instances": counts}, {"spark.driver.cores": counts}, {"spark.cores.max": counts},
	// ExecutorAllocationManager
	{"spark.dynamicAllocation.enabled": yesNo, "spark.shuffle.service.enabled": yesNo, "spark.dynamicAllocation.shuffleTracking.enabled": yesNo},
	{"spark.dynamicAllocation.enabled": yesNo, "spark.dynamicAllocation.shuffleTracking.enabled": yesNo},
	{"spark.dynamicAllocation.enabled": yesNo, "spark.dynamicAllocation.shuffleTracking.enabled": oneOf("false"), "spark.decommission.enabled": yesNo, "spark.storage.decommission.shuffleBlocks.enabled": yesNo, "spark.storage.decommission.enabled": yesNo},
	{"spark.dynamicAllocation.enabled": yesNo},
	dynamic(constraint{"spark.dynamicAllocation.minExecutors": counts, "spark.dynamicAllocation.maxExecutors": counts}),
	dynamic(constraint{"spark.dynamicAllocation.minExecutors": counts, "spark.dynamicAllocation.maxExecutors": counts, "spark.dynamicAllocation.initialExecutors": counts}),
	dynamic(constraint{"spark.dynamicAllocation.maxExecutors": counts, "spark.executor.instances": counts}),
	dynamic(constraint{"spark.dynamicAllocation.schedulerBacklogTimeout": ms}),
	dynamic(constraint{"spark.dynamicAllocation.sustainedSchedulerBacklogTimeout": ms}),
	dynamic(constraint{"spark.dynamicAllocation.executorAllocationRatio": oneOf("0", "0.0001", "0.5", "1", "1.0001", "-1", "2")}),
	dynamic(constraint{"spark.dynamicAllocation.executorIdleTimeout": ms}),
	dynamic(constraint{"spark.dynamicAllocation.cachedExecutorIdleTimeout": ms}),
	dynamic(constraint{"spark.dynamicAllocation.shuffleTracking.timeout": ms}),
	dynamic(constraint{"spark.streaming.dynamicAllocation.enabled": yesNo}),
	// the resource profile
	{"spark.executor.resource.gpu.amount": counts, "spark.task.resource.gpu.amount": amounts, "spark.executor.resource.gpu.vendor": oneOf("nvidia.com", "amd.com")},
	{"spark.executor.resource.gpu.amount": counts, "spark.task.resource.gpu.amount": amounts},
	{"spark.task.resource.gpu.amount": amounts}, {"spark.executor.resource.gpu.amount": oneOf("1", "0.5", "x")},
	{"spark.executor.resource.gpu.vendor": oneOf("nvidia.com")},
	{"spark.executor.cores": oneOf("4", "8"), "spark.executor.resource.gpu.amount": counts, "spark.task.resource.gpu.amount": amounts, "spark.executor.resource.gpu.vendor": oneOf("nvidia.com"), "spark.task.cpus": counts},
	// HealthTracker
	{"spark.excludeOnFailure.enabled": yesNo, "spark.excludeOnFailure.task.maxTaskAttemptsPerNode": counts, "spark.task.maxFailures": counts},
	{"spark.blacklist.enabled": yesNo, "spark.blacklist.task.maxTaskAttemptsPerNode": counts, "spark.task.maxFailures": counts},
	{"spark.excludeOnFailure.enabled": yesNo, "spark.excludeOnFailure.stage.maxFailedTasksPerExecutor": counts, "spark.excludeOnFailure.application.maxFailedExecutorsPerNode": counts},
	{"spark.excludeOnFailure.enabled": yesNo, "spark.excludeOnFailure.task.maxTaskAttemptsPerExecutor": counts, "spark.excludeOnFailure.timeout": ms},
	{"spark.excludeOnFailure.taskAndStage.enabled": yesNo, "spark.excludeOnFailure.task.maxTaskAttemptsPerNode": counts, "spark.task.maxFailures": counts},
	{"spark.task.maxFailures": counts},
	// serializers, shuffle, codecs, the scheduler
	{"spark.serializer": oneOf("org.apache.spark.serializer.KryoSerializer", "org.apache.spark.serializer.JavaSerializer", "kryo", "org.apache.spark.serializer.KyroSerializer", "KryoSerializer", "")},
	{"spark.kryoserializer.buffer": oneOf("64k", "64", "2047m", "2048m", "2g", "2097151k", "2097152"), "spark.serializer": oneOf("org.apache.spark.serializer.KryoSerializer", "org.apache.spark.serializer.JavaSerializer")},
	{"spark.kryoserializer.buffer.max": oneOf("64m", "2047m", "2048m", "2g", "2047", "2048", "2097151k")},
	{"spark.shuffle.manager": oneOf("sort", "tungsten-sort", "hash", "SORT", "org.apache.spark.shuffle.sort.SortShuffleManager", "none")},
	{"spark.io.compression.codec": oneOf("lz4", "zstd", "snappy", "lzf", "gzip", "LZ4", "none", "org.apache.spark.io.ZStdCompressionCodec")},
	{"spark.shuffle.mapStatus.compression.codec": oneOf("zstd", "lz4", "gzip")},
	{"spark.scheduler.mode": oneOf("FIFO", "FAIR", "fair", "fifo", "LIFO", "NONE", "")},
	{"spark.speculation": yesNo, "spark.speculation.multiplier": oneOf("1.5", "0", "1", "3"), "spark.speculation.quantile": oneOf("0.75", "0", "1", "1.5"), "spark.speculation.interval": ms},
	{"spark.speculation": yesNo, "spark.speculation.efficiency.processRateMultiplier": oneOf("0", "0.75", "1", "1.1")},
	{"spark.rpc.message.maxSize": oneOf("128", "2047", "2048", "0", "-1", "256m")},
	{"spark.driver.maxResultSize": oneOf("0", "1g", "1.5g", "-1", "500")},
	{"spark.default.parallelism": oneOf("8", "0", "-1", "x")},
	{"spark.storage.decommission.fallbackStorage.path": oneOf("s3a://bucket/spark/", "s3a://bucket/spark", "")},
	{"spark.io.encryption.enabled": yesNo, "spark.io.encryption.keySizeBits": oneOf("128", "192", "256", "512", "64")},
	{"spark.scheduler.listenerbus.eventqueue.capacity": oneOf("1", "0", "10000", "-1")},
	{"spark.scheduler.minRegisteredResourcesRatio": oneOf("0", "1", "1.5", "0.8", "-1")},
	{"spark.locality.wait": oneOf("3s", "0", "-1", "3 s")},
	{"spark.log.level": oneOf("INFO", "info", "WARNING", "OFF", "")},
	{"spark.port.maxRetries": oneOf("16", "0", "-1", "x")},
	{"spark.task.maxDirectResultSize": oneOf("1m", "2g", "2147483647", "2147483648")},
	{"spark.broadcast.blockSize": oneOf("4m", "0", "-1", "2g", "4")},
	{"spark.shuffle.file.buffer": oneOf("32k", "0", "32", "2g", "2097151k", "4g")},
	{"spark.unsafe.sorter.spill.reader.buffer.size": oneOf("1m", "16m", "17m", "1023k")},
	// the session
	{"spark.sql.shuffle.partitions": oneOf("1", "0", "-1", "x", "200", "2.5", "auto")},
	{"spark.sql.adaptive.advisoryPartitionSizeInBytes": oneOf("64MB", "0", "-1", "64 MB", "1.5g", "1")},
	{"spark.sql.adaptive.coalescePartitions.initialPartitionNum": counts},
	{"spark.sql.autoBroadcastJoinThreshold": oneOf("-1", "10MB", "10485760", "1.5g", "10 MB", "9223372036854775807", "x")},
	{"spark.sql.parquet.compression.codec": oneOf("snappy", "SNAPPY", "zstd", "gzip", "gz", "none", "lz4_raw", "brotli")},
	{"spark.sql.session.timeZone": oneOf("UTC", "Europe/Berlin", "Mars", "+01:00", "GMT+1", "UTC+1", "CET")},
	{"spark.sql.catalogImplementation": oneOf("in-memory", "Hive", "memory")},
	{"spark.sql.sources.partitionOverwriteMode": oneOf("static", "dynamic", "DYNAMIC", "append")},
	{"spark.sql.legacy.timeParserPolicy": oneOf("LEGACY", "corrected", "EXCEPTION", "OLD")},
	{"spark.sql.storeAssignmentPolicy": oneOf("ANSI", "legacy", "lax")},
	{"spark.sql.ansi.enabled": oneOf("true", "false", "yes", "TRUE", "1")},
	{"spark.sql.files.maxPartitionBytes": oneOf("128MB", "0", "-1", "128 MB", "134217728")},
	{"spark.sql.legacy.compareDateTimestampInTimestamp": yesNo},
	{"spark.sql.fromJsonForceNullableSchema": yesNo},
	{"spark.sql.legacy.allowCreatingManagedTableUsingNonemptyLocation": yesNo},
	{"spark.sql.legacy.allowNegativeScaleOfDecimalEnabled": yesNo},
	{"spark.sql.hive.verifyPartitionPath": yesNo}, {"spark.sql.optimizer.planChangeLog.level": oneOf("trace", "loud")},
	{"spark.sql.execution.arrow.maxRecordsPerBatch": oneOf("10000", "0", "-1", "x")},
	{"spark.sql.broadcastTimeout": oneOf("300", "5min", "-1", "x", "300s")},
	{"spark.sql.no.such.key": oneOf("1", "x")},
	// YARN
	{"spark.yarn.am.memory": oneOf("512m", "1g", "1.5g", "512", "-1g")},
	{"spark.yarn.executor.memoryOverhead": oneOf("512", "1g", "0.5g")},
	{"spark.executor.memoryOverhead": oneOf("0", "384", "1g", "-1", "1.5g")},
	{"spark.driver.memoryOverhead": oneOf("0", "384", "1g", "-1", "1.5g")},
	{"spark.executor.memoryOverheadFactor": oneOf("0", "0.1", "1", "1.5", "-0.1")},
	{"spark.driver.memoryOverheadFactor": oneOf("0", "0.1", "1", "1.5", "-0.1")},
	{"spark.yarn.executor.resource.memory.amount": oneOf("1g")}, {"spark.yarn.executor.resource.vcores.amount": oneOf("2")},
	{"spark.yarn.am.resource.cores.amount": oneOf("2")}, {"spark.yarn.driver.resource.memory-mb.amount": oneOf("1024")},
	{"spark.yarn.executor.resource.yarn.io/gpu.amount": oneOf("1")},
	{"spark.yarn.executor.resource.gpu.amount": oneOf("1")},
	{"spark.yarn.report.loggingFrequency": counts}, {"spark.yarn.priority": oneOf("1", "high")},
	{"spark.yarn.maxAppAttempts": counts}, {"spark.yarn.am.cores": counts},
	{"spark.yarn.executor.failuresValidityInterval": ms},
	{"spark.yarn.exclude.nodes": oneOf("a,b", "")},
	// Kubernetes
	{"spark.kubernetes.container.image": oneOf("image:1", "")},
	{"spark.kubernetes.container.image.pullPolicy": oneOf("Always", "always", "IfNotPresent", "Sometimes")},
	{"spark.kubernetes.memoryOverheadFactor": oneOf("0", "0.1", "0.9", "1", "1.5", "-0.1")},
	{"spark.kubernetes.executor.podNamePrefix": oneOf("job", "My_Job", "a.b", "-a", "a-", "UPPER", "spark-pi-1")},
	{"spark.kubernetes.driver.label.spark-role": oneOf("x")}, {"spark.kubernetes.executor.label.spark-exec-id": oneOf("x")},
	{"spark.kubernetes.executor.label.spark-app-selector": oneOf("x")}, {"spark.kubernetes.driver.label.team": oneOf("data")},
	{"spark.kubernetes.driver.annotation.a": oneOf("b")},
	{"spark.kubernetes.pyspark.pythonVersion": oneOf("2", "3", "3.8")},
	{"spark.kubernetes.executor.request.cores": oneOf("1", "500m", "0.5", "x", "")},
	{"spark.kubernetes.driver.limit.cores": oneOf("1", "500m", "x", "0.1")},
	{"spark.kubernetes.driver.service.ipFamilyPolicy": oneOf("SingleStack", "singlestack", "PreferDualStack", "Dual")},
	{"spark.kubernetes.driver.volumes.persistentVolumeClaim.data.mount.path": oneOf("/data"), "spark.kubernetes.driver.volumes.persistentVolumeClaim.data.options.claimName": oneOf("claim")},
	{"spark.kubernetes.driver.volumes.persistentVolumeClaim.data.mount.path": oneOf("/data")},
	{"spark.kubernetes.executor.volumes.hostPath.data.options.path": oneOf("/tmp")},
	{"spark.kubernetes.executor.volumes.disk.data.mount.path": oneOf("/data"), "spark.kubernetes.executor.volumes.disk.data.options.path": oneOf("/data")},
	{"spark.kubernetes.executor.volumes.emptyDir.data.mount.path": oneOf("/data"), "spark.kubernetes.executor.volumes.emptyDir.data.options.sizeLimit": oneOf("1Gi", "x")},
	{"spark.kubernetes.driver.secretKeyRef.TOKEN": oneOf("name:key", "name")},
	{"spark.kubernetes.file.upload.path": oneOf("s3a://b/x")}, {"spark.jars": oneOf("local:///a.jar", "/nowhere/a.jar")},
	{"spark.driver.host": oneOf("10.0.0.1", "driver.example")}, {"spark.driver.bindAddress": oneOf("0.0.0.0")},
	{"spark.shuffle.service.enabled": yesNo}, {"spark.submit.pyFiles": oneOf("local:///a.py")},
	{"spark.kubernetes.allocation.batch.size": counts}, {"spark.kubernetes.allocation.batch.delay": ms},
	{"spark.kerberos.renewal.credentials": oneOf("keytab", "ccache", "ticket")},
	// masters
	{"spark.master": oneOf("local[2]", "local[*]", "local[0]", "local[x]", "local[2,3]", "local[-1]", "LOCAL", "yarn-client", "yarn-cluster", "mesos://host:5050", "foo", "spark://", "spark://a_b:7077", "spark://host", "local-cluster[1,1]")},
}

// dynamic adds what dynamic allocation needs to come so far.
func dynamic(c constraint) constraint {
	c["spark.dynamicAllocation.enabled"] = oneOf("true", "true", "true", "false")
	c["spark.dynamicAllocation.shuffleTracking.enabled"] = oneOf("true")
	return c
}

func amounts(r *rand.Rand) string {
	return pick(r, "1", "2", "4", "0", "0.5", "0.25", "0.3", "0.50001", "0.7", "1.5", "2.0", "-1", "x", "0.0001")
}

func startOptions(r *rand.Rand) string {
	return pick(r, "", "-Da=b ", "-verbose:gc ") + pick(r, "-Xmx4g", "-Dspark.a=b", "-Dspark=1", "-Da=b", "-Xms1g", "-Xss4m", "-XX:+UseG1GC", `"-Xmx4g"`, "'-Dspark.a=b'", "-Da=-Xmx4g", "-dspark.a=b", `-Da="open`, "x-Xmx", "-XX:MaxHeapSize=1g")
}

// randomStart breaks a configuration that starts in one or a few places.
func randomStart(r *rand.Rand) any {
	c := randomPlace(r)
	if c.Language == "r" || c.Language == "python" && c.Manager == "yarn" {
		c.Language = "jvm" // their archives are none of the configuration's
	}
	if c.Manager == "standalone" && c.Language == "python" {
		c.Mode = "client"
	}
	if c.Manager == "kubernetes" {
		c.Set["spark.kubernetes.container.image"] = "image:1"
	}
	for range pick(r, 0, 1, 1, 1, 1, 1, 2, 3) {
		for key, text := range ordered(pick(r, constraints...)) {
			c.Set[key] = text(r)
		}
	}
	if c.Manager == "standalone" {
		delete(c.Set, "spark.authenticate.secret") // its master would have to know it
	}
	return c
}
