package policies.lib.jvm_flags_test

import data.policies.lib.jvm_flags

test_last_java if {
	jvm_flags.last_java.MaxPermSize == 7
	jvm_flags.last_java.PrintGCTimeStamps == 8
	jvm_flags.last_java.UseConcMarkSweepGC == 11
}

test_flags_of_today_have_no_end if {
	every flag in ["UseG1GC", "MaxNewSize", "PrintGCDetails", "HeapDumpOnOutOfMemoryError", "-verbose:gc"] {
		not jvm_flags.last_java[flag]
	}
}

test_only_ended_flags_have_a_successor if {
	jvm_flags.successor.PrintGCDateStamps == "-Xlog:gc*"
	jvm_flags.successor.UseParNewGC == "-XX:+UseG1GC"
	object.keys(jvm_flags.successor) - object.keys(jvm_flags.last_java) == set()
}

test_unlock if {
	jvm_flags.unlock.G1NewSizePercent == "-XX:+UnlockExperimentalVMOptions"
	jvm_flags.unlock.DebugNonSafepoints == "-XX:+UnlockDiagnosticVMOptions"
}

test_collectors if "UseZGC" in jvm_flags.collectors
