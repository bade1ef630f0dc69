package jobspec

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/source"
)

// BenchmarkLoad reads files of 1, 100 and 10,000 jobs, written out one by one
// and made by for_each.
func BenchmarkLoad(b *testing.B) {
	orders, err := os.ReadFile("testdata/orders.spark.hcl")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("orders", func(b *testing.B) { benchmark(b, string(orders), 1) })
	for _, n := range []int{1, 100, 10_000} {
		b.Run(fmt.Sprintf("blocks/%d", n), func(b *testing.B) { benchmark(b, blocks(n), n) })
		b.Run(fmt.Sprintf("for_each/%d", n), func(b *testing.B) { benchmark(b, instancesOf(n), n) })
	}
}

func benchmark(b *testing.B, text string, jobs int) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		loaded := Load(source.New("jobs.spark.hcl", "hcl", []byte(text)), Options{})
		if len(loaded.Jobs) != jobs || len(loaded.Diagnostics) > 0 {
			b.Fatal(len(loaded.Jobs), loaded.Diagnostics)
		}
	}
}

const shared = `locals {
  lake = "s3://acme-lake"
}
cluster "emr" {
  platform = "emr"
}
job "base" {
  abstract = true
  cluster  = cluster.emr
  conf = merge({ "spark.sql.adaptive.enabled" = true }, { for k in ["executor", "driver"] : "spark.yarn.${k}.label" => k })
}
`

func blocks(n int) string {
	var b strings.Builder
	b.WriteString(shared)
	for i := range n {
		fmt.Fprintf(&b, `job "job_%d" {
  inherits    = [job.base]
  deploy_mode = "cluster"
  application {
    file = "${local.lake}/apps/job_%d.py"
    args = ["--date", "{{ ds }}"]
  }
  executor {
    cores  = 4
    memory = "18g"
  }
  conf = { "spark.sql.shuffle.partitions" = %d }
}
`, i, i, i)
	}
	return b.String()
}

func instancesOf(n int) string {
	var b strings.Builder
	b.WriteString(shared)
	b.WriteString("variable \"tables\" {\n  type = map(object({ memory = string, partitions = number }))\n  default = {\n")
	for i := range n {
		fmt.Fprintf(&b, "    table_%d = { memory = \"8g\", partitions = %d }\n", i, i)
	}
	return b.String() + `  }
}
job "ingest" {
  for_each    = { for name, table in var.tables : name => merge(table, { path = "${local.lake}/${name}" }) }
  inherits    = [job.base]
  deploy_mode = "cluster"
  application {
    file = "local:///opt/app/ingest.py"
    args = ["--table", each.key, "--path", each.value.path]
  }
  executor {
    cores  = 4
    memory = each.value.memory
  }
  conf = {
    "spark.sql.shuffle.partitions" = each.value.partitions
  }
}
`
}
