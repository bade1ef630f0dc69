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

# The last long-term release of Java in which a flag has an effect. Spark runs
# on Java 8, 11 and 17 up to 3.5, and on 17 and newer from 4.0 on.
last_java[flag] := 8 if some flag in gc_logging

last_java[flag] := 11 if some flag in mark_sweep

last_java[flag] := java if some flag, java in {
	"MaxPermSize": 7, "PermSize": 7, "UseCompressedStrings": 7, "UseSplitVerifier": 7,
	"-Xincgc": 8, "-d32": 8, "-d64": 8, "CMSFullGCsBeforeCompaction": 8, "CMSIncrementalMode": 8,
	"ParallelCMSThreads": 8, "UseCGroupMemoryLimitForHeap": 8, "UseCMSCompactAtFullCollection": 8,
	"UseFastAccessorMethods": 8, "UseParNewGC": 8,
	"AggressiveOpts": 11, "PrintSafepointStatistics": 11, "TraceClassLoading": 11, "TraceClassUnloading": 11,
	"UseParallelOldGC": 11,
}

# What does the work now.
successor[flag] := "-Xlog:gc*" if some flag in gc_logging

successor[flag] := option if some flag, option in {
	"MaxPermSize": "-XX:MaxMetaspaceSize", "PermSize": "-XX:MetaspaceSize", "PrintSafepointStatistics": "-Xlog:safepoint",
	"TraceClassLoading": "-Xlog:class+load", "TraceClassUnloading": "-Xlog:class+unload",
	"UseCGroupMemoryLimitForHeap": "-XX:+UseContainerSupport", "UseConcMarkSweepGC": "-XX:+UseG1GC",
	"UseParNewGC": "-XX:+UseG1GC", "UseParallelOldGC": "-XX:+UseParallelGC",
}

# Flags that the JVM takes only after the option that unlocks them: so it was
# with every Java asked.
unlock[flag] := "-XX:+UnlockExperimentalVMOptions" if some flag in {
	"G1MaxNewSizePercent", "G1MixedGCLiveThresholdPercent", "G1NewSizePercent", "G1OldCSetRegionThresholdPercent",
}

unlock[flag] := "-XX:+UnlockDiagnosticVMOptions" if some flag in {"DebugNonSafepoints", "LogCompilation", "PrintAssembly", "PrintInlining"}

# Collectors of which the JVM starts with one at most.
collectors := {"UseG1GC", "UseParallelGC", "UseSerialGC", "UseShenandoahGC", "UseZGC"}
