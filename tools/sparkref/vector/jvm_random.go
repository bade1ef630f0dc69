package vector

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// Java options that people write, by what a JVM may make of them. Ended are
// those that some Java of the last ten years no longer knows.
var (
	endedOptions = strings.Fields(`
		-XX:+PrintGCDateStamps -XX:+PrintGCTimeStamps -XX:+PrintTenuringDistribution -XX:+PrintHeapAtGC
		-XX:+PrintAdaptiveSizePolicy -XX:+PrintReferenceGC -XX:+PrintGCApplicationStoppedTime
		-XX:+PrintGCApplicationConcurrentTime -XX:+PrintGCCause -XX:+PrintPromotionFailure -XX:PrintFLSStatistics=1
		-XX:+PrintClassHistogramBeforeFullGC -XX:+PrintClassHistogramAfterFullGC -XX:+PrintJNIGCStalls
		-XX:+PrintParallelOldGCPhaseTimes -XX:+PrintStringDeduplicationStatistics -XX:+G1PrintHeapRegions
		-XX:+G1PrintRegionLivenessInfo -XX:+G1SummarizeConcMark -XX:+G1SummarizeRSetStats -XX:+UseGCLogFileRotation
		-XX:NumberOfGCLogFiles=10 -XX:GCLogFileSize=10m -XX:+PrintSafepointStatistics -XX:PrintSafepointStatisticsCount=1
		-XX:+TraceClassLoading -XX:+TraceClassUnloading -XX:+UseConcMarkSweepGC -XX:+UseParNewGC -XX:+CMSClassUnloadingEnabled
		-XX:+CMSConcurrentMTEnabled -XX:CMSInitiatingOccupancyFraction=70 -XX:+CMSParallelRemarkEnabled
		-XX:+CMSScavengeBeforeRemark -XX:+UseCMSInitiatingOccupancyOnly -XX:CMSFullGCsBeforeCompaction=5
		-XX:+CMSIncrementalMode -XX:ParallelCMSThreads=4 -XX:+UseCMSCompactAtFullCollection -XX:+UseParallelOldGC
		-XX:MaxPermSize=256m -XX:PermSize=128m -XX:+UseCompressedStrings -XX:+UseSplitVerifier -XX:+UseFastAccessorMethods
		-XX:+AggressiveOpts -XX:+UseCGroupMemoryLimitForHeap -XX:MaxRAMFraction=1 -XX:MinRAMFraction=1
		-XX:InitialRAMFraction=4 -XX:OldSize=100m -XX:+UseBiasedLocking -XX:-UseBiasedLocking -XX:+ZGenerational
		-XX:+UseSharedSpaces -XX:+UseMembar -Xincgc -d32 -d64 -Xprof -Xverify:none -Xrunhprof -XX:+UseStringCache
		-XX:+OptimizeStringConcat -XX:BiasedLockingStartupDelay=0 -XX:+UseHugeTLBFS`)
	collectorOptions = strings.Fields("-XX:+UseSerialGC -XX:+UseParallelGC -XX:+UseG1GC -XX:+UseShenandoahGC -XX:+UseZGC -XX:+UseConcMarkSweepGC -XX:+UseParallelOldGC -XX:+UseEpsilonGC")
	// None with which a JVM starts by luck, or writes what its compiler does.
	lockedOptions = strings.Fields(`
		-XX:G1NewSizePercent=10 -XX:G1MaxNewSizePercent=50 -XX:G1MixedGCLiveThresholdPercent=85
		-XX:G1OldCSetRegionThresholdPercent=10 -XX:ShenandoahGuaranteedGCInterval=20000 -XX:ShenandoahUncommitDelay=1000
		-XX:+UseEpsilonGC -XX:+EnableJVMCI -XX:+TrustFinalNonStaticFields
		-XX:+UseCriticalJavaThreadPriority -XX:hashCode=2 -XX:+UseZGC -XX:+UseCGroupMemoryLimitForHeap
		-XX:+DebugNonSafepoints -XX:+LogCompilation
		-XX:+LogVMOutput -XX:+PrintNMTStatistics -XX:GuaranteedSafepointInterval=0 -XX:+VerifyBeforeGC -XX:+VerifyAfterGC
		-XX:+WhiteBoxAPI -XX:+TraceTypeProfile -XX:-ZProactive
		-XX:+UseCompactObjectHeaders -XX:G1SummarizeRSetStatsPeriod=1 -XX:+G1EagerReclaimHumongousObjects`)
	unlockOptions = strings.Fields("-XX:+UnlockExperimentalVMOptions -XX:+UnlockDiagnosticVMOptions")
	todayOptions  = strings.Fields(`
		-XX:+PrintGCDetails -XX:+PrintGC -verbose:gc -Xloggc:gc.log -Xlog:gc* -Xlog:gc*:file=gc.log
		-Xlog:gc*,gc+age=trace,safepoint:file=gc.log:time,uptime,level,tags:filecount=5,filesize=10m -Xlog:disable -Xlog:all=warning
		-XX:+HeapDumpOnOutOfMemoryError -XX:HeapDumpPath=. -XX:+ExitOnOutOfMemoryError -XX:+CrashOnOutOfMemoryError
		-XX:OnOutOfMemoryError=true -XX:MaxGCPauseMillis=200 -XX:InitiatingHeapOccupancyPercent=35 -XX:ParallelGCThreads=4
		-XX:ConcGCThreads=2 -XX:MaxMetaspaceSize=512m -XX:MetaspaceSize=256m -XX:MaxDirectMemorySize=1g -Xss4m -Xms512m -Xmn256m
		-XX:+UseStringDeduplication -XX:+UseCompressedOops -XX:-UseCompressedOops -XX:+UseNUMA
		-XX:+DisableExplicitGC -XX:+ParallelRefProcEnabled -XX:ReservedCodeCacheSize=240m -XX:+UseContainerSupport
		-XX:MaxRAMPercentage=75 -XX:MaxRAMPercentage=75.0 -XX:NewRatio=3 -XX:SurvivorRatio=8 -XX:MaxTenuringThreshold=15
		-XX:G1HeapRegionSize=16m -XX:G1ReservePercent=15 -XX:G1HeapWastePercent=5 -XX:-OmitStackTraceInFastThrow
		-XX:+UseGCOverheadLimit -XX:-UseGCOverheadLimit -XX:+PreserveFramePointer -XX:+FlightRecorder -ea -server -client
		-Dfile.encoding=UTF-8 -Djava.security.manager=allow -Djava.net.preferIPv4Stack=true -XX:NewSize=100m -XX:MaxNewSize=200m
		-XX:+IgnoreUnrecognizedVMOptions -XX:-IgnoreUnrecognizedVMOptions -XX:+UseTLAB -XX:+TieredCompilation`)
	// Written in a way that no JVM may take.
	brokenOptions = strings.Fields(`
		-XX:+UseG1 -XX:+UseG1Gc -XX:+UseGIGC -XX:+UseParalelGC -XX:+HeapDumpOnOutOfMemory -XX:MaxGCPauseMilis=200
		-XX:UseG1GC -XX:UseParallelGC -XX:HeapDumpOnOutOfMemoryError -XX:+UseG1GC=true -XX:+MaxGCPauseMillis=200 -XX:+ParallelGCThreads=4
		-XX:MaxGCPauseMillis -XX:ParallelGCThreads -XX:+G1HeapRegionSize=16m -XX:-MaxMetaspaceSize=512m -XX:UseG1GC=true
		-XX+UseG1GC -XX:MaxGCPauseMillis=200ms -XX:MaxMetaspaceSize=512mb -XX:MetaspaceSize=256MB -XX:G1HeapRegionSize=16mb
		-XX:MaxDirectMemorySize=1gb -XX:MaxMetaspaceSize=0.5g -XX:G1ReservePercent=15% -XX:MaxRAMPercentage=75% -XX:ParallelGCThreads=4.0
		-Xms1gb -Xms1.5g -Xss4mb -Xmn256mb -Xms -Xss -Xlog:gs* -Xlog:gc*:gc.log:time:filesize=10 -Xlog:gc*:file=gc.log:uptimes
		-Xlog:gc*=verbose -Xlogg:gc.log -Xloggc -Xfoo -XshowSettings:al -Xlog:gc*:file=nowhere/gc.log -Xloggc:nowhere/gc.log -agentlib:nothing
		-javaagent:nothing.jar -xx:+UseG1GC --XX:+UseG1GC UseG1GC --add-opens java.base/java.lang=ALL-UNNAMED
		--add-opens=java.base/java.lang=ALL-UNNAMED --illegal-access=permit -XX:G1HeapRegionSize= -XX:MaxGCPauseMillis=-1`)
	// Flags whose values have bounds, and values around them.
	boundedOptions = map[string][]string{
		"-XX:G1HeapRegionSize=":               {"1m", "32m", "33m", "48m", "64m", "512m", "513m", "1g", "3m", "512k", "0"},
		"-XX:G1ReservePercent=":               {"0", "50", "51", "60", "100"},
		"-XX:InitiatingHeapOccupancyPercent=": {"0", "45", "100", "101"},
		"-XX:G1HeapWastePercent=":             {"0", "100", "101"},
		"-XX:MaxGCPauseMillis=":               {"0", "1", "200", "1000000"},
		"-XX:MaxTenuringThreshold=":           {"0", "15", "16", "17", "31"},
		"-XX:NewRatio=":                       {"0", "1", "8"},
		"-XX:SurvivorRatio=":                  {"0", "1", "65536"},
		"-XX:TargetSurvivorRatio=":            {"90", "100", "101"},
		"-XX:ObjectAlignmentInBytes=":         {"4", "8", "16", "24", "256", "512"},
		"-XX:MaxHeapFreeRatio=":               {"30", "40", "70", "101"},
		"-XX:MinHeapFreeRatio=":               {"40", "71", "80", "101"},
		"-XX:MaxRAMPercentage=":               {"0", "100", "100.1", "101", "150"},
		"-XX:InitialRAMPercentage=":           {"50", "101"},
		"-XX:ReservedCodeCacheSize=":          {"1m", "64m", "2g", "2049m", "3g"},
		"-XX:MaxMetaspaceSize=":               {"1m", "8m", "64m", "64g"},
		"-XX:ConcGCThreads=":                  {"0", "1", "4", "5", "8"},
		"-XX:ParallelGCThreads=":              {"0", "1", "2", "4", "64"},
		"-XX:CompressedClassSpaceSize=":       {"512k", "1m", "1g", "3g", "4g", "5g"},
		"-XX:GCTimeRatio=":                    {"0", "19", "99"},
		"-XX:StringTableSize=":                {"1000", "60013", "1000003"},
		"-XX:ActiveProcessorCount=":           {"0", "1", "2", "16"},
		"-Xms":                                {"1g", "2g", "1025m", "1024", "512m", "64k", "1t", "0", "4g"},
		"-Xmn":                                {"512m", "1g", "2g", "1m"},
		"-XX:NewSize=":                        {"512m", "2g"},
		"-XX:MaxNewSize=":                     {"512m", "2g", "1m"},
		"-Xss":                                {"1k", "100k", "136k", "256k", "1g", "1025m", "4m", "4096"},
		"-XX:ThreadStackSize=":                {"1024", "4096", "1048576", "1048577"},
		"-XX:InitialHeapSize=":                {"512m", "2g"},
		"-XX:MaxHeapSize=":                    {"512m", "2g", "4m"},
		"-Xmx":                                {"2g", "512m"},
	}
)

// jvmFixed asks about every option alone, about each pair of collectors, and
// about options that are unlocked too late, in time, or in the other setting.
func jvmFixed() []any {
	var all []any
	seen := map[string]bool{}
	alone := func(words ...string) {
		text := strings.Join(words, " ")
		if !seen[text] {
			seen[text] = true
			all = append(all, jvmQuestion{JVM: "executor", Heap: "1g", Options: map[string]string{"extraJavaOptions": text}})
		}
	}
	for _, options := range [][]string{endedOptions, collectorOptions, lockedOptions, todayOptions, brokenOptions} {
		for _, option := range options {
			alone(option)
		}
	}
	for _, flag := range slices.Sorted(maps.Keys(boundedOptions)) {
		for _, value := range boundedOptions[flag] {
			alone(flag + value)
		}
	}
	for i, first := range collectorOptions {
		for _, second := range collectorOptions[i+1:] {
			alone(first, second)
		}
	}
	for _, option := range lockedOptions {
		alone(append(unlockOptions, option)...)
	}
	return all
}

// randomJVM asks about one to four options for the driver or an executor, in
// one of the two settings that hold them or in both.
func randomJVM(r *rand.Rand) jvmQuestion {
	q := jvmQuestion{JVM: pick(r, "driver", "executor"), Heap: pick(r, "1g", "1g", "2g", "512m"), Options: map[string]string{}}
	settings := []string{pick(r, "extraJavaOptions", "extraJavaOptions", "defaultJavaOptions")}
	if one(r, 3) {
		settings = []string{"defaultJavaOptions", "extraJavaOptions"}
	}
	for range 1 + r.IntN(4) {
		to := pick(r, settings...)
		q.Options[to] = strings.TrimSpace(q.Options[to] + " " + randomOption(r))
	}
	return q
}

func randomOption(r *rand.Rand) string {
	switch r.IntN(12) {
	case 0, 1:
		return pick(r, endedOptions...)
	case 2, 3:
		option := pick(r, collectorOptions...)
		if one(r, 4) {
			return strings.Replace(option, "+", "-", 1) + " " + pick(r, collectorOptions...)
		}
		return option
	case 4:
		return pick(r, lockedOptions...)
	case 5:
		return pick(r, unlockOptions...) + pick(r, "", " "+pick(r, lockedOptions...))
	case 6, 7:
		flag := pick(r, slices.Sorted(maps.Keys(boundedOptions))...)
		return flag + pick(r, boundedOptions[flag]...)
	case 8:
		return pick(r, brokenOptions...)
	}
	return pick(r, todayOptions...)
}
