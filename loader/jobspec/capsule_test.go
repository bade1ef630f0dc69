package jobspec

import (
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/source"
)

// TestReferencesAsValues puts references to jobs and clusters where only plain
// values belong: each is refused or harmless, and never leaves the file unread.
func TestReferencesAsValues(t *testing.T) {
	for _, expr := range []string{
		`job.a`, `[job.a]`, `toset([job.a, job.b])`, `setunion([job.a], [job.b])`, `distinct([job.a, job.a])`, `jsonencode(job.a)`, `"${job.a}"`, `"x${cluster.c}"`,
		`format("%s %v %#v", job.a, job.a, job.a)`, `job.a == job.b`, `job.a == cluster.c`, `keys(job.a)`, `length(job.a)`, `merge(job.a, {})`,
		`{ (job.a) = 1 }`, `{ x = job.a }`, `[for x in job.a : x]`, `{ for k, v in { x = job.a } : k => v }`, `{ for v in [job.a] : v => v }`,
		`job.a.name`, `job.a[0]`, `job.a[*]`, `job.a.*.x`, `[job.a, cluster.c][*]`, `job.a ? 1 : 2`, `true ? job.a : cluster.c`, `!job.a`, `-job.a`, `job.a + 1`,
		`coalesce(job.a, "x")`, `contains([job.a], job.a)`, `lookup({ x = job.a }, "x", 1)`, `zipmap(["x"], [job.a])`, `sort([job.a])`, `tostring(job.a)`, `tomap({ x = job.a })`,
		`flatten([[job.a]])`, `setproduct([job.a], [job.b])`, `concat([job.a], [1])`, `element([job.a], 0)`, `formatlist("%s", [job.a])`, `join(",", [job.a])`, `max(job.a)`,
		`null`, `{ x = null }`, `[null]`, `toset([null])`, `tomap({ x = null })`, `job`, `each`, `var`, `local.nothing`, `{ "a" : "b" }["c"]`, `[][0]`, `jsondecode("{\"a\":{}}")`,
	} {
		for attribute, format := range map[string]string{
			"conf": "conf = ", "item": "conf = { \"spark.x\" = @ }", "for_each": "for_each = ", "inherits": "inherits = ", "one": "inherits = [@]", "cluster": "cluster = ",
			"master": "master = ", "cores": "executor {\n cores = @\n}", "args": "application {\n args = @\n}", "jars": "application {\n jars = [@]\n}", "tags": "tags = ",
			"env": "env = ", "enabled": "enabled = ", "version": "spark_version = ", "expires": "ignore \"x\" {\n expires = @\n reason = @\n}",
		} {
			if !strings.Contains(format, "@") {
				format += "@"
			}
			text := "job \"a\" {\n}\njob \"b\" {\n}\ncluster \"c\" {\n}\nvariable \"v\" {\n}\nlocals {\n l = " + expr + "\n}\njob \"x\" {\n" + strings.ReplaceAll(format, "@", expr) + "\n}\n"
			src := source.New("jobs.spark.hcl", "hcl", []byte(text))
			loaded := Load(src, Options{})
			laws{t, src}.hold(loaded)
			if len(loaded.Jobs) < 2 {
				t.Errorf("%s = %s: %d jobs", attribute, expr, len(loaded.Jobs))
			}
		}
	}
}
