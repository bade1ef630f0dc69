package policies.lib.jvm_flags_test

import data.policies.lib.jvm_flags

test_what_ended if {
	jvm_flags.ended.MaxPermSize.last == 7
	jvm_flags.ended.PrintGCTimeStamps == {"last": 8, "now": "-Xlog:gc*"}
	jvm_flags.ended.UseConcMarkSweepGC == {"last": 11, "now": "-XX:+UseG1GC"}
	jvm_flags.ended.CMSScavengeBeforeRemark == {"last": 11}
}

test_refused if {
	jvm_flags.refused("MaxPermSize") == 17
	jvm_flags.refused("PrintGCTimeStamps") == 11
	jvm_flags.refused("UseConcMarkSweepGC") == 17
}

test_flags_of_today_have_no_end if {
	every flag in ["UseG1GC", "MaxNewSize", "PrintGCDetails", "HeapDumpOnOutOfMemoryError", "-verbose:gc"] {
		not jvm_flags.ended[flag]
	}
}

test_unlock if {
	jvm_flags.unlock.G1NewSizePercent == "-XX:+UnlockExperimentalVMOptions"
	jvm_flags.unlock.DebugNonSafepoints == "-XX:+UnlockDiagnosticVMOptions"
}

test_collectors if "UseZGC" in jvm_flags.collectors
