package catalog

import (
	"slices"
	"strings"
	"testing"
)

// TestFactsOfRealReleases holds the data against what real Spark sessions
// answered, so that a mistake of the generator does not pass for Spark's word.
func TestFactsOfRealReleases(t *testing.T) {
	literal := func(text string) Default { return Default{Literal, text} }
	tests := []struct {
		release, name string
		kind          Type
		unit          Unit
		byDefault     Default
		module        string
	}{
		{"3.5", "spark.executor.memory", Bytes, MiB, literal("1g"), "core"},
		{"3.5", "spark.executor.memoryOverhead", Bytes, MiB, Default{Kind: Undefined}, "core"},
		{"3.5", "spark.kryoserializer.buffer", Bytes, KiB, literal("64k"), "core"},
		{"3.5", "spark.kryoserializer.buffer.max", Bytes, MiB, literal("64m"), "core"},
		{"3.5", "spark.driver.maxResultSize", Bytes, Byte, literal("1g"), "core"},
		{"3.5", "spark.memory.offHeap.size", Bytes, Byte, literal("0b"), "core"},
		{"3.5", "spark.network.timeout", Duration, Seconds, literal("120s"), "core"},
		{"3.5", "spark.executor.heartbeatInterval", Duration, Milliseconds, literal("10s"), "core"},
		{"3.5", "spark.ui.liveUpdate.period", Duration, Nanoseconds, literal("100ms"), "core"},
		{"3.5", "spark.sql.shuffle.partitions", Int, NoUnit, literal("200"), "sql"},
		{"3.5", "spark.sql.autoBroadcastJoinThreshold", Bytes, Byte, literal("10MB"), "sql"},
		{"3.5", "spark.sql.session.timeZone", String, NoUnit, Default{Computed, "the time zone of the JVM"}, "sql"},
		{"3.5", "spark.driver.host", String, NoUnit, Default{Computed, "the host name of the driver"}, "core"},
		{"3.5", "spark.dynamicAllocation.initialExecutors", Int, NoUnit, Default{Fallback, "spark.dynamicAllocation.minExecutors"}, "core"},
		{"3.5", "spark.dynamicAllocation.shuffleTracking.enabled", Boolean, NoUnit, literal("true"), "core"},
		{"3.5", "spark.shuffle.service.db.backend", Enum, NoUnit, literal("LEVELDB"), "core"},
		{"4.0", "spark.shuffle.service.db.backend", Enum, NoUnit, literal("ROCKSDB"), "core"},
		{"3.5", "spark.sql.ansi.enabled", Boolean, NoUnit, literal("false"), "sql"},
		{"4.0", "spark.sql.ansi.enabled", Boolean, NoUnit, literal("true"), "sql"},
		{"3.5", "spark.speculation.multiplier", Double, NoUnit, literal("1.5"), "core"},
		{"4.0", "spark.speculation.multiplier", Double, NoUnit, literal("3.0"), "core"},
		{"4.0", "spark.log.structuredLogging.enabled", Boolean, NoUnit, literal("false"), "core"},
		{"3.5", "spark.yarn.queue", String, NoUnit, literal("default"), "yarn"},
		{"3.5", "spark.kubernetes.container.image", String, NoUnit, Default{Kind: Undefined}, "kubernetes"},
		{"4.0", "spark.kubernetes.allocation.batch.size", Int, NoUnit, literal("10"), "kubernetes"},
		{"3.5", "spark.connect.grpc.binding.port", Int, NoUnit, literal("15002"), "connect"},
		{"3.5", "spark.master", String, NoUnit, Default{Kind: Undefined}, "core"},
		{"4.0", "spark.shuffle.io.connectionTimeout", Duration, Seconds, Default{Fallback, "spark.network.timeout"}, "core"},
		{"3.0", "spark.executor.memory", Bytes, MiB, literal("1g"), "core"},
		{"4.3", "spark.executor.memory", Bytes, MiB, literal("1g"), "core"},
		{"3.0", "spark.blacklist.enabled", Boolean, NoUnit, Default{Kind: Undefined}, "core"},
		{"3.0", "spark.jars.packages", List, NoUnit, literal(""), "core"}, // a string literal in 3.0
		{"3.2", "spark.jars.packages", List, NoUnit, literal(""), "core"}, // registered
		{"3.4", "spark.connect.grpc.binding.port", Int, NoUnit, literal("15002"), "connect"},
		{"3.4", "spark.connect.grpc.arrow.maxBatchSize", Bytes, MiB, literal("4m"), "connect"},
		{"3.5", "spark.connect.grpc.arrow.maxBatchSize", Bytes, Byte, literal("4194304b"), "connect"},
		{"3.2", "spark.sql.files.openCostInBytes", Long, NoUnit, literal("4194304"), "sql"},
		{"3.3", "spark.sql.files.openCostInBytes", Bytes, Byte, literal("4MB"), "sql"},
		{"4.2", "spark.task.cpus", Int, NoUnit, literal("1"), "core"},
		{"4.3", "spark.task.cpus", Double, NoUnit, literal("1"), "core"},
		{"3.0", "spark.mesos.role", String, NoUnit, Default{Kind: Undefined}, "mesos"},
		{"4.0", "spark.shuffle.io.mode", String, NoUnit, literal("NIO"), "core"},
		{"4.1", "spark.shuffle.io.mode", String, NoUnit, Default{Fallback, "spark.io.mode.default"}, "core"},
		{"4.1", "spark.executor.rpc.netty.dispatcher.numThreads", Int, NoUnit, Default{Fallback, "spark.rpc.netty.dispatcher.numThreads"}, "core"},
		{"4.0", "spark.scheduler.mode", String, NoUnit, literal("FIFO"), "core"},
		{"4.1", "spark.scheduler.mode", Enum, NoUnit, literal("FIFO"), "core"}, // a new way to build an entry
		{"4.1", "spark.history.fs.numCompactThreads", Int, NoUnit, Default{Computed, "a quarter of the processors, rounded up"}, "core"},
		{"4.1", "spark.sql.geospatial.enabled", Boolean, NoUnit, literal("false"), "sql"}, // computed, but the same everywhere
		{"4.3", "spark.sql.ui.retainedExecutions", Int, NoUnit, literal("1000"), "sql"},   // declared in a resource, not in code
		{"4.3", "spark.sql.optimizer.maxIterations", Int, NoUnit, literal("100"), "sql"},
		{"4.3", "spark.sql.optimizer.datasourceV2ExprFolding", Boolean, NoUnit, literal("true"), "sql"},
		{"4.3", "spark.sql.streaming.kafka.useDeprecatedOffsetFetching", Boolean, NoUnit, literal("false"), "sql"},
		{"4.3", "spark.kafka.consumer.cache.capacity", Int, NoUnit, literal("64"), "kafka"},
	}
	for _, want := range tests {
		key := open(t, want.release).Key(want.name)
		if key == nil {
			t.Errorf("%s: no %s", want.release, want.name)
			continue
		}
		if key.Type != want.kind || key.Unit != want.unit || key.Default != want.byDefault || key.Module != want.module {
			t.Errorf("%s: %s is %s %s, default %v, of %s; want %v", want.release, want.name, key.Type, key.Unit, key.Default, key.Module, want)
		}
	}
}

func TestBounds(t *testing.T) {
	tests := []struct {
		release, name    string
		minimum, maximum *Bound
	}{
		{"3.5", "spark.sql.shuffle.partitions", &Bound{Value: 1}, nil},
		{"3.5", "spark.memory.storageFraction", &Bound{Value: 0}, &Bound{Value: 1, Exclusive: true}},
		{"3.5", "spark.executor.memoryOverheadFactor", &Bound{Value: 0, Exclusive: true}, nil},
		{"3.5", "spark.shuffle.file.buffer", &Bound{Value: 1}, &Bound{Value: 2097151}}, // KiB
		{"3.5", "spark.eventLog.rolling.maxFileSize", &Bound{Value: 10485760}, nil},    // bytes
		{"4.0", "spark.kubernetes.allocation.batch.delay", &Bound{Value: 101}, nil},    // milliseconds
		{"3.5", "spark.executor.memory", nil, nil},
		{"3.5", "spark.memory.fraction", nil, nil}, // SparkConf.validateSettings checks it, no entry does
		{"4.1", "spark.task.cpus", nil, nil},
		{"4.2", "spark.task.cpus", &Bound{Value: 1}, nil},
		{"4.3", "spark.task.cpus", &Bound{Value: 1e-9}, &Bound{Value: 2147483647}}, // a decimal
		{"", "spark.task.cpus", nil, nil},
		{"3.2", "spark.kubernetes.memoryOverheadFactor", &Bound{Value: 0}, &Bound{Value: 1, Exclusive: true}},
		{"3.3", "spark.kubernetes.memoryOverheadFactor", &Bound{Value: 0}, nil},
		{"4.3", "spark.sql.shuffledHashJoinFactor", &Bound{Value: 1}, nil},      // checked apart from its declaration
		{"", "spark.eventLog.rolling.maxFileSize", &Bound{Value: 2097152}, nil}, // 10 MiB up to 4.0
		{"", "spark.sql.streaming.join.stateFormatVersion", &Bound{Value: 1}, &Bound{Value: 4}},
		{"", "spark.deploy.defaultCores", nil, nil},
		{"", "spark.kubernetes.allocation.batch.delay", &Bound{Value: 1}, nil},
	}
	same := func(a, b *Bound) bool { return a == b || a != nil && b != nil && *a == *b }
	for _, want := range tests {
		key := open(t, want.release).Key(want.name)
		if !same(key.Minimum, want.minimum) || !same(key.Maximum, want.maximum) {
			t.Errorf("%q: %s is bounded by %v and %v, want %v and %v", want.release, want.name, key.Minimum, key.Maximum, want.minimum, want.maximum)
		}
	}
}

func TestStaticAndRuntime(t *testing.T) {
	tests := []struct {
		release, name   string
		static, runtime bool
	}{
		{"4.0", "spark.sql.shuffle.partitions", false, true},
		{"4.0", "spark.sql.warehouse.dir", true, false},
		{"4.0", "spark.sql.extensions", true, false},
		{"4.0", "spark.executor.memory", false, false},
		{"4.0", "spark.master", false, false},
		{"3.0", "spark.sql.warehouse.dir", true, false},
		{"3.1", "spark.sql.hive.version", false, true},
		{"3.2", "spark.sql.hive.version", true, false},
		{"", "spark.sql.hive.version", false, false}, // not so in all releases
		{"", "spark.sql.warehouse.dir", true, false},
	}
	for _, want := range tests {
		if key := open(t, want.release).Key(want.name); key.Static != want.static || key.Runtime != want.runtime {
			t.Errorf("%q: %s: static %v, runtime %v", want.release, want.name, key.Static, key.Runtime)
		}
	}
}

func TestValues(t *testing.T) {
	key := open(t, "4.0").Key("spark.sql.sources.partitionOverwriteMode")
	if !slices.Equal(key.Values, []string{"DYNAMIC", "STATIC"}) || key.Folds != Upper {
		t.Errorf("%v, folds to %v", key.Values, key.Folds)
	}
	if key := open(t, "4.1").Key("spark.scheduler.mode"); !slices.Equal(key.Values, []string{"FAIR", "FIFO", "NONE"}) || key.Folds != Upper {
		t.Errorf("%v, folds to %v", key.Values, key.Folds)
	}
	if key := open(t, "").Key("spark.scheduler.mode"); key.Type != String || key.Values != nil {
		t.Errorf("the common view is stricter than 4.0: %s, %v", key.Type, key.Values)
	}
	// 4.0 reads lz4raw no longer, so only the common view still has it.
	codec := "spark.sql.parquet.compression.codec"
	if slices.Contains(open(t, "4.0").Key(codec).Values, "lz4raw") || !slices.Contains(open(t, "").Key(codec).Values, "lz4raw") {
		t.Error("the common view does not allow what one release allows")
	}
	if key := open(t, "3.5").Key("spark.executor.extraJavaOptions"); key.Prepend != "spark.executor.defaultJavaOptions" || key.PrependSeparator != " " {
		t.Errorf("prepends %q with %q", key.Prepend, key.PrependSeparator)
	}
}

func TestDeprecations(t *testing.T) {
	name := "spark.sql.legacy.parquet.int96RebaseModeInWrite"
	if d := open(t, "3.5").Deprecation(name); d == nil || d.Removed || d.Replacement != "spark.sql.parquet.int96RebaseModeInWrite" {
		t.Errorf("3.5: %+v", d)
	}
	if d := open(t, "4.0").Deprecation(name); d == nil || !d.Removed || d.DefaultValue != "CORRECTED" || d.Since != "4.0.0" {
		t.Errorf("4.0: %+v", d)
	}
	if d := open(t, "").Deprecation(name); d == nil || d.Removed {
		t.Errorf("common view: %+v; not removed in 3.5", d)
	}
	if d := open(t, "").Deprecation("spark.sql.fromJsonForceNullableSchema"); d == nil || !d.Removed || d.DefaultValue != "true" {
		t.Errorf("common view: %+v", d)
	}
	blacklist := "spark.blacklist.enabled"
	if d := open(t, "3.0").Deprecation(blacklist); d != nil {
		t.Errorf("3.0: %+v", d)
	}
	if d := open(t, "3.1").Deprecation(blacklist); d == nil || d.Since != "3.1.0" || !strings.Contains(d.Message, "spark.excludeOnFailure.enabled") {
		t.Errorf("3.1: %+v", d)
	}
	if d := open(t, "3.5").Deprecation("spark.yarn.jar"); d == nil || d.Since != "2.0" || d.Replacement != "spark.yarn.jars" {
		t.Errorf("spark.yarn.jar: %+v", d)
	}
	if d := open(t, "3.5").Deprecation("spark.executor.memory"); d != nil {
		t.Errorf("spark.executor.memory: %+v", d)
	}
	for _, release := range views() {
		var names []string
		for d := range open(t, release).Deprecations() {
			names = append(names, d.Name)
			if d.Since == "" || d.Message == "" {
				t.Errorf("%q: %+v", release, d)
			}
		}
		if len(names) < 50 || !slices.IsSorted(names) {
			t.Errorf("%q: %d rows, sorted %v", release, len(names), slices.IsSorted(names))
		}
	}
}

func TestDoc(t *testing.T) {
	if doc := Doc("3.5", "spark.executor.memory"); !strings.HasPrefix(doc, "Amount of memory to use per executor process") {
		t.Errorf("%q", doc)
	}
	older, newer := Doc("3.5.1", "spark.sql.ansi.enabled"), Doc("4.0", "spark.sql.ansi.enabled")
	if older == "" || newer == "" || Doc("", "spark.sql.ansi.enabled") != newer {
		t.Errorf("3.5: %q\n4.0: %q", older, newer)
	}
	if doc := Doc("3.5", "spark.api.mode"); doc != "" {
		t.Errorf("3.5 documents a key of 4.0: %q", doc)
	}
	if Doc("3.0", "spark.executor.memory") == "" || Doc("3.0", "spark.executor.minMemoryOverhead") != "" {
		t.Error("3.0 documents other keys than it has")
	}
	if doc := Doc("", "spark.mesos.role"); doc == "" || doc != Doc("3.5", "spark.mesos.role") {
		t.Errorf("a key that is gone has not its last documentation: %q", doc)
	}
	if Doc("2.4", "spark.executor.memory") != "" || Doc("", "spark.executor") != "" {
		t.Error("documentation of an unknown release or key")
	}
	documented := 0
	for key := range open(t, Newest()).Keys() {
		if Doc("", key.Name) != "" {
			documented++
		}
	}
	if documented < 1200 {
		t.Errorf("only %d keys are documented", documented)
	}
}
