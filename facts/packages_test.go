package facts

import (
	"slices"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
)

func TestPackages(t *testing.T) {
	for written, want := range map[string]string{
		"org.apache.spark:spark-avro_2.12:3.5.1":                 "org.apache.spark:spark-avro:2.12:3.5.1",
		"org.apache.hadoop:hadoop-aws:3.3.4":                     "org.apache.hadoop:hadoop-aws::3.3.4",
		"com.acme/lib_3/1.0":                                     "com.acme:lib_3::1.0",
		"io.delta:delta-spark_4.0_2.13:4.1.0":                    "io.delta:delta-spark_4.0:2.13:4.1.0",
		"org.apache.iceberg:iceberg-spark-runtime-3.5_2.12:1.10": "org.apache.iceberg:iceberg-spark-runtime-3.5:2.12:1.10",
		"org.apache.spark:spark-avro_2.12":                       "",
	} {
		f := Of(newJob(t, "3.5", "jvm", yarn("spark.jars.packages", written)...)).Get("application.packages")
		if got := f.Any().([]string); !slices.Equal(got, some(want)) {
			t.Errorf("%s reads as %q, want %q", written, got, want)
		}
	}
	for path, want := range map[string]string{
		"s3a://jars/spark-avro_2.12-3.5.1.jar":             ":spark-avro:2.12:3.5.1",
		"hadoop-aws-3.3.4.jar":                             ":hadoop-aws::3.3.4",
		"/opt/iceberg-spark-runtime-3.5_2.12-1.10.0.jar":   ":iceberg-spark-runtime-3.5:2.12:1.10.0",
		"local:///opt/spark-sql-kafka-0-10_2.13-4.0.0.jar": ":spark-sql-kafka-0-10:2.13:4.0.0",
		"hudi-spark3.5-bundle_2.12-1.0.2-SNAPSHOT.jar":     ":hudi-spark3.5-bundle:2.12:1.0.2-SNAPSHOT",
		"https://example/aws-java-sdk-bundle-1.12.262.jar": ":aws-java-sdk-bundle::1.12.262",
		"/opt/jars/*.jar":                                  "",
		"app.jar":                                          "",
		"report-v2.jar":                                    "",
	} {
		s := Of(newJob(t, "3.5", "jvm", yarn("spark.jars", path)...))
		if got := s.Get("application.jars").Any().([]string); !slices.Equal(got, some(want)) {
			t.Errorf("%s reads as %q, want %q", path, got, want)
		}
	}
}

func some(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

func TestScalaOfApplication(t *testing.T) {
	for file, want := range map[string]string{"s3a://apps/daily_2.12-1.0.jar": "2.12", "daily.jar": "", "job.py": ""} {
		job := newJob(t, "3.5", "jvm", yarn()...)
		job.Application.File = conf.Value{Raw: file}
		if got := Of(job).Get("application.scala_version").Any(); got != want {
			t.Errorf("%s: %v, want %q", file, got, want)
		}
	}
	job := newJob(t, "3.5", "jvm", yarn()...)
	job.Application.File = conf.Value{Unknown: "variable JAR has no value here"}
	if f := Of(job).Get("application.scala_version"); f.State != Undecided {
		t.Errorf("an unknown application is %s", f.State)
	}
}

func TestTableFormats(t *testing.T) {
	for _, c := range []struct {
		settings []string
		want     []string
	}{
		{nil, []string{}},
		{[]string{"spark.jars.packages", "org.apache.hudi:hudi-spark3.5-bundle_2.12:1.0.2"}, []string{"hudi"}},
		{[]string{"spark.jars", "/opt/iceberg-spark-runtime-3.5_2.12-1.10.0.jar,/opt/delta-spark_2.12-3.2.0.jar"}, []string{"delta", "iceberg"}},
		{[]string{"spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension"}, []string{"delta"}},
		{[]string{"spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog", "spark.sql.catalog.lake.type", "rest"}, []string{"iceberg"}},
		{[]string{"spark.sql.catalog.spark_catalog", "org.apache.spark.sql.hudi.catalog.HoodieCatalog", "spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions"}, []string{"hudi", "iceberg"}},
		{[]string{"spark.sql.catalog.pg", "org.apache.spark.sql.execution.datasources.v2.jdbc.JDBCTableCatalog"}, []string{}},
	} {
		f := Of(newJob(t, "3.5", "jvm", yarn(c.settings...)...)).Get("application.table_formats")
		if got, ok := f.Any().([]string); !ok || !slices.Equal(got, c.want) {
			t.Errorf("%v: %v (%s), want %v", c.settings, got, f.Reason, c.want)
		}
	}
	for _, unknown := range []string{"spark.jars", "spark.jars.packages", "spark.sql.extensions", "spark.sql.catalog.lake"} {
		if f := Of(newJob(t, "3.5", "jvm", yarn(unknown, "$WHAT")...)).Get("application.table_formats"); f.State != Undecided {
			t.Errorf("with an unknown %s, the table formats are %s", unknown, f.State)
		}
	}
}

func TestBuilds(t *testing.T) {
	for version, want := range map[string][]string{"3.1": {"2.12"}, "3.5.1": {"2.12", "2.13"}, "4.0": {"2.13"}} {
		if got := Of(newJob(t, version, "jvm", yarn()...)).Get("spark.scala_versions").Any().([]string); !slices.Equal(got, want) {
			t.Errorf("Spark %s: Scala %v, want %v", version, got, want)
		}
	}
	if f := Of(newJob(t, "", "jvm", yarn()...)).Get("spark.hadoop_versions"); f.State != Undecided {
		t.Errorf("the Hadoop of an unknown release is %s", f.State)
	}
}

// TestBuildsAreComplete: no release of the catalogue is without its build.
func TestBuildsAreComplete(t *testing.T) {
	for _, line := range catalog.Releases() {
		major, minor := lineOf(line)
		if b := builds[[2]int{major, minor}]; len(b.scala) == 0 || len(b.hadoop) == 0 {
			t.Errorf("what Spark %s is built with is missing", line)
		}
	}
}
