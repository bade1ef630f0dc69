package facts

import "testing"

func BenchmarkAll(b *testing.B) {
	job := newJob(b, "3.5", "jvm", yarn("spark.executor.memory", "16g", "spark.executor.cores", "4")...)
	b.ReportAllocs()
	for b.Loop() {
		Of(job).All()
	}
}

// BenchmarkUndecided explains what is longest: nothing is known, and every
// branch is written out.
func BenchmarkUndecided(b *testing.B) {
	f := Of(newJob(b, "", "", "spark.master", "$MASTER", "spark.executor.memory", "8g")).Get("executor.unified_mib")
	b.ReportAllocs()
	for b.Loop() {
		_ = f.Formula() + f.WithNumbers()
	}
}

func BenchmarkExplain(b *testing.B) {
	f := Of(newJob(b, "3.5", "jvm", yarn("spark.executor.memory", "16g")...)).Get("yarn.container_rounded_mib")
	b.ReportAllocs()
	for b.Loop() {
		_ = f.Formula() + f.WithNumbers()
	}
}
