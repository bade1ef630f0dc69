package conf

import "testing"

// glueJob is a resource with attributes of every kind of knowledge.
func glueJob() *Resource {
	text := func(s string) Value { return Value{Raw: s, Typed: s} }
	return &Resource{Kind: "aws_glue_job", Attributes: []Attribute{
		{Path: "glue_version", Value: text("4.0")},
		{Path: "worker_type", Value: Value{Unknown: "var.worker has no default"}},
		{Path: `default_arguments["--conf"]`, Value: text("spark.a=b")},
		{Path: "non_overridable_arguments", Value: Value{Unknown: "local.fixed is not known"}},
	}}
}

func TestResource(t *testing.T) {
	r := glueJob()
	if a := r.Attribute(`default_arguments["--conf"]`); a == nil || a.Value.Raw != "spark.a=b" {
		t.Errorf("got %+v", a)
	}
	for path, want := range map[string]struct {
		absent bool
		reason Reason
	}{
		"worker_type":                             {false, "var.worker has no default"},
		"number_of_workers":                       {true, ""},
		"default_arguments":                       {false, ""},
		`default_arguments["--datalake-formats"]`: {true, ""},
		`non_overridable_arguments["--conf"]`:     {false, "local.fixed is not known"},
		"glue":                                    {true, ""},
	} {
		if got := r.Absent(path); got != want.absent {
			t.Errorf("%s absent: %v", path, got)
		}
		if got := r.Unknown(path); got != want.reason {
			t.Errorf("%s unknown: %q, want %q", path, got, want.reason)
		}
	}
	r.Unseen = "a dynamic block"
	if r.Absent("number_of_workers") || r.Unknown("number_of_workers") != "a dynamic block" || r.Unknown("glue_version") != "" {
		t.Error("what cannot be read may hold what nobody seems to have written")
	}
}

func TestPathPattern(t *testing.T) {
	for path, want := range map[string]string{
		"worker_type":                      "worker_type",
		`default_arguments["--conf"]`:      `default_arguments["*"]`,
		"configurations[3].classification": "configurations[*].classification",
		`configurations[0].configurations[1].properties["spark.a[0].b"]`: `configurations[*].properties["*"]`,
	} {
		if got := PathPattern(path); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}

func TestPlatformOfResource(t *testing.T) {
	j := &Job{Resource: glueJob(), Complete: true}
	if err := Resolve(j, ""); err != nil {
		t.Fatal(err)
	}
	if err := Resolve(j, ""); err != nil { // again, as with another version
		t.Fatal(err)
	}
	platform, _ := j.Profile.Lookup("platform")
	release, _ := j.Profile.Lookup("release")
	if platform.Raw != "glue" || release.Raw != "4.0" || j.Catalog.Release != "3.3" {
		t.Errorf("Glue 4.0 is %s %s with Spark %q", platform.Raw, release.Raw, j.Catalog.Release)
	}
	if j.DeployMode != "" {
		t.Errorf("Glue starts the driver, and no command chooses %q mode", j.DeployMode)
	}
	if j.Manager != "" || j.ManagerReason != "the glue platform chooses the master" || len(j.Layers) != 1 {
		t.Errorf("Glue runs on %q: %s; %d layers", j.Manager, j.ManagerReason, len(j.Layers))
	}
}

// TestProfileOverResource: what the profile and the job say comes first.
func TestProfileOverResource(t *testing.T) {
	shared := &ProfileBlock{Values: map[string]ProfileValue{"release": {Value: Value{Raw: "5.0", Typed: "5.0"}}}}
	j := &Job{Resource: glueJob(), Profile: Profile{Cluster: shared}}
	if err := Resolve(j, ""); err != nil {
		t.Fatal(err)
	}
	if platform, _ := j.Profile.Lookup("platform"); platform.Raw != "glue" || j.Catalog.Release != "3.5" {
		t.Errorf("%s with Spark %q", platform.Raw, j.Catalog.Release)
	}
	if len(shared.Values) != 1 {
		t.Error("a block that jobs share was changed")
	}
	j = &Job{Resource: glueJob(), SparkVersion: "4.0"}
	if err := Resolve(j, ""); err != nil {
		t.Fatal(err)
	}
	if j.Catalog.Release != "4.0" {
		t.Errorf("a version that is written nearer gave way to the platform's: %s", j.Catalog.Release)
	}
}

func TestBundledSpark(t *testing.T) {
	for _, test := range []struct{ platform, version, want string }{
		{"emr", "emr-6.15.0", "3.4"}, {"emr", "emr-6.11.1", "3.3"}, {"emr", "emr-7.9.0", "3.5"}, {"emr", "emr-5.36.0", ""}, {"emr", "emr-9.0.0", ""},
		{"emr-serverless", "emr-6.9.0", "3.3"}, {"glue", "5.0", "3.5"}, {"glue", "2.0", ""}, {"databricks", "13.3.x-scala2.12", "3.4"},
		{"databricks", "16.4.x-photon-scala2.12", "3.5"}, {"databricks", "auto:latest-lts", ""}, {"dataproc", "2.2-debian12", "3.5"},
		{"dataproc-serverless", "2.1", "3.4"}, {"yarn", "3.3", ""}, {"emr", "", ""},
	} {
		if got := bundledSpark(test.platform, test.version); got != test.want {
			t.Errorf("%s %s brings Spark %q, want %q", test.platform, test.version, got, test.want)
		}
	}
}

// TestResourceKinds holds the table in itself.
func TestResourceKinds(t *testing.T) {
	for name, kind := range ResourceKinds {
		if kind.Platform == "" {
			t.Errorf("%s has no platform", name)
		}
		if _, ok := kind.Attributes[kind.Version]; kind.Version != "" && !ok {
			t.Errorf("%s: %s is none of its attributes", name, kind.Version)
		}
	}
}
