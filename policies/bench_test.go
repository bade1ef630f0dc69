package policies_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/loader"
	"github.com/sparkvet/sparkvet/policies"
)

// shipped are the built-in rules as the command has them.
var shipped = engine.Bundle{Files: policies.Files, Root: "policies", Trusted: true, Outlines: policies.Outlines, Premises: policies.Premises}

// BenchmarkCompile parses, types and prepares all rules: what an organisation's
// bundle of this size would add to a cold start.
func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		if _, err := engine.Compile(engine.Bundle{Files: policies.Files, Root: "policies"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkColdCheck is a cold start without the process: the shipped rules,
// and one small job.
func BenchmarkColdCheck(b *testing.B) {
	folder := filepath.Join("..", "testdata", "projects", "healthy", "yarn")
	for b.Loop() {
		checkFolder(b, folder)
	}
}

// BenchmarkCheckFiles is check on many spark-defaults.conf files of 30 settings.
func BenchmarkCheckFiles(b *testing.B) {
	folder := b.TempDir()
	const files = 200
	for i := range files {
		var text strings.Builder
		for k, setting := range settings {
			fmt.Fprintf(&text, setting+"\n", 1+(i*7+k)%9)
		}
		path := filepath.Join(folder, fmt.Sprint(i), "spark-defaults.conf")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		checkFolder(b, folder)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*files), "µs/file")
}

func checkFolder(b *testing.B, folder string) {
	program, err := engine.Compile(shipped)
	if err != nil {
		b.Fatal(err)
	}
	loaded, err := loader.Load(context.Background(), []string{folder}, loader.Options{})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := engine.Check(context.Background(), program, loaded.Jobs, loaded.Diagnostics, engine.Options{}); err != nil {
		b.Fatal(err)
	}
}

// settings are lines with a digit that differs from file to file.
var settings = strings.Split(strings.TrimSpace(`
spark.master yarn%.0d
spark.submit.deployMode cluster%.0d
spark.app.name job_%d
spark.driver.memory %dg
spark.driver.cores %d
spark.driver.maxResultSize %dg
spark.executor.memory 1%dg
spark.executor.cores %d
spark.executor.instances 2%d
spark.executor.memoryOverhead 2%d00
spark.executor.extraJavaOptions -XX:+UseG1GC -XX:ParallelGCThreads=%d
spark.dynamicAllocation.enabled false%.0d
spark.serializer org.apache.spark.serializer.KryoSerializer%.0d
spark.kryoserializer.buffer.max 12%dm
spark.sql.shuffle.partitions %d00
spark.default.parallelism %d00
spark.sql.adaptive.enabled true%.0d
spark.sql.autoBroadcastJoinThreshold 2%dm
spark.sql.files.maxPartitionBytes 12%dm
spark.sql.warehouse.dir hdfs:///warehouse/%d
spark.eventLog.enabled true%.0d
spark.eventLog.dir hdfs:///logs/%d
spark.network.timeout 12%ds
spark.executor.heartbeatInterval 1%ds
spark.memory.fraction 0.%d
spark.task.maxFailures %d
spark.yarn.queue etl%d
spark.yarn.maxAppAttempts %d
spark.speculation false%.0d
spark.locality.wait %ds
`), "\n")
