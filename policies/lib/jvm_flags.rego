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
# effect, the first that does not start with it, where that is not the next one
# (it warns until then), and what does the work now. Told to ignore what it does
# not know, as by Spark from 3.3 on, no Java refuses them.
ended := object.union_n([
	{flag: {"last": 8, "now": "-Xlog:gc*"} | some flag in gc_logging},
	{flag: {"last": 11} | some flag in mark_sweep},
	{
		"MaxPermSize": {"last": 7, "refused": 17, "now": "-XX:MaxMetaspaceSize"},
		"PermSize": {"last": 7, "refused": 17, "now": "-XX:MetaspaceSize"},
		"UseCompressedStrings": {"last": 7}, "UseSplitVerifier": {"last": 7},
		"-Xincgc": {"last": 8}, "-d32": {"last": 8}, "-d64": {"last": 8}, "CMSFullGCsBeforeCompaction": {"last": 8},
		"CMSIncrementalMode": {"last": 8}, "ParallelCMSThreads": {"last": 8}, "UseCMSCompactAtFullCollection": {"last": 8},
		"UseCGroupMemoryLimitForHeap": {"last": 8, "now": "-XX:+UseContainerSupport"}, "UseFastAccessorMethods": {"last": 8},
		"UseParNewGC": {"last": 8, "now": "-XX:+UseG1GC"},
		"AggressiveOpts": {"last": 11}, "PrintSafepointStatistics": {"last": 11, "now": "-Xlog:safepoint"},
		"PrintSafepointStatisticsCount": {"last": 11, "now": "-Xlog:safepoint"},
		"TraceClassLoading": {"last": 11, "now": "-Xlog:class+load"}, "TraceClassUnloading": {"last": 11, "now": "-Xlog:class+unload"},
		"UseConcMarkSweepGC": {"last": 11, "now": "-XX:+UseG1GC"}, "UseParallelOldGC": {"last": 11, "now": "-XX:+UseParallelGC"},
		"BiasedLockingStartupDelay": {"last": 17}, "UseBiasedLocking": {"last": 17},
		"InitialRAMFraction": {"last": 21, "now": "-XX:InitialRAMPercentage"}, "MaxRAMFraction": {"last": 21, "now": "-XX:MaxRAMPercentage"},
		"MinRAMFraction": {"last": 21, "now": "-XX:MinRAMPercentage"}, "OldSize": {"last": 21},
	},
])

# The first long-term release of Java that does not start with a flag that ended.
refused(flag) := ended[flag].refused

refused(flag) := min([java | some java in [11, 17, 21, 25]; java > ended[flag].last]) if not ended[flag].refused

# Flags that the JVM takes only after the option that unlocks them: so it was
# with every Java asked.
unlock[flag] := "-XX:+UnlockExperimentalVMOptions" if some flag in {
	"EnableJVMCI", "G1MaxNewSizePercent", "G1MixedGCLiveThresholdPercent", "G1NewSizePercent",
	"G1OldCSetRegionThresholdPercent", "ShenandoahGuaranteedGCInterval", "ShenandoahUncommitDelay",
	"TrustFinalNonStaticFields", "UseCriticalJavaThreadPriority", "UseEpsilonGC", "UseJVMCICompiler",
}

unlock[flag] := "-XX:+UnlockDiagnosticVMOptions" if some flag in {
	"DebugNonSafepoints", "G1SummarizeRSetStatsPeriod", "GuaranteedSafepointInterval", "LogCompilation", "LogVMOutput",
	"PrintAssembly", "PrintCompilation2", "PrintInlining", "PrintIntrinsics", "PrintNMTStatistics", "PrintNMethods",
	"TraceTypeProfile", "VerifyAfterGC", "VerifyBeforeGC", "WhiteBoxAPI",
}

# Collectors of which the JVM starts with one at most.
collectors := {"UseEpsilonGC", "UseG1GC", "UseParallelGC", "UseSerialGC", "UseShenandoahGC", "UseZGC"}
