# What is known of HotSpot's flags. Java 11, 17, 21 and 25 were asked
# themselves (java <flag> -version); what ended before Java 11 is from the
# release notes of Java 8 to 10.
package policies.lib.jvm_flags

# Garbage-collection logging of Java 8, which unified logging replaced.
gc_logging := {
	"G1PrintHeapRegions", "G1PrintRegionLivenessInfo", "G1SummarizeConcMark", "G1SummarizeRSetStats",
	"GCLogFileSize", "NumberOfGCLogFiles", "PrintAdaptiveSizePolicy", "PrintClassHistogramAfterFullGC",
	"PrintClassHistogramBeforeFullGC", "PrintFLSStatistics", "PrintGCApplicationConcurrentTime",
	"PrintGCApplicationStoppedTime", "PrintGCCause", "PrintGCDateStamps", "PrintGCTimeStamps", "PrintHeapAtGC",
	"PrintJNIGCStalls", "PrintParallelOldGCPhaseTimes", "PrintPromotionFailure", "PrintReferenceGC",
	"PrintStringDeduplicationStatistics", "PrintTenuringDistribution", "UseGCLogFileRotation",
}

# The concurrent mark-sweep collector.
mark_sweep := {
	"CMSClassUnloadingEnabled", "CMSConcurrentMTEnabled", "CMSInitiatingOccupancyFraction", "CMSParallelRemarkEnabled",
	"CMSScavengeBeforeRemark", "UseCMSInitiatingOccupancyOnly", "UseConcMarkSweepGC",
}

# The flags that ended: the last long-term release of Java in which each has an
# effect, and what does the work now. Newer Java does not start with them, or
# passes over them in silence where it is told to (-XX:+IgnoreUnrecognizedVMOptions),
# as Spark does from 3.3 on. Spark runs on Java 8, 11 and 17 up to 3.5, and on 17
# and newer from 4.0 on.
ended := object.union_n([
	{flag: {"last": 8, "now": "-Xlog:gc*"} | some flag in gc_logging},
	{flag: {"last": 11} | some flag in mark_sweep},
	{
		"MaxPermSize": {"last": 7, "now": "-XX:MaxMetaspaceSize"}, "PermSize": {"last": 7, "now": "-XX:MetaspaceSize"},
		"UseCompressedStrings": {"last": 7}, "UseSplitVerifier": {"last": 7},
		"-Xincgc": {"last": 8}, "-d32": {"last": 8}, "-d64": {"last": 8}, "CMSFullGCsBeforeCompaction": {"last": 8},
		"CMSIncrementalMode": {"last": 8}, "ParallelCMSThreads": {"last": 8}, "UseCMSCompactAtFullCollection": {"last": 8},
		"UseCGroupMemoryLimitForHeap": {"last": 8, "now": "-XX:+UseContainerSupport"}, "UseFastAccessorMethods": {"last": 8},
		"UseParNewGC": {"last": 8, "now": "-XX:+UseG1GC"},
		"AggressiveOpts": {"last": 11}, "PrintSafepointStatistics": {"last": 11, "now": "-Xlog:safepoint"},
		"TraceClassLoading": {"last": 11, "now": "-Xlog:class+load"}, "TraceClassUnloading": {"last": 11, "now": "-Xlog:class+unload"},
		"UseConcMarkSweepGC": {"last": 11, "now": "-XX:+UseG1GC"}, "UseParallelOldGC": {"last": 11, "now": "-XX:+UseParallelGC"},
	},
])

# Flags that the JVM takes only after the option that unlocks them: so it was
# with every Java asked.
unlock[flag] := "-XX:+UnlockExperimentalVMOptions" if some flag in {
	"G1MaxNewSizePercent", "G1MixedGCLiveThresholdPercent", "G1NewSizePercent", "G1OldCSetRegionThresholdPercent",
}

unlock[flag] := "-XX:+UnlockDiagnosticVMOptions" if some flag in {"DebugNonSafepoints", "LogCompilation", "PrintAssembly", "PrintInlining"}

# Collectors of which the JVM starts with one at most.
collectors := {"UseG1GC", "UseParallelGC", "UseSerialGC", "UseShenandoahGC", "UseZGC"}
