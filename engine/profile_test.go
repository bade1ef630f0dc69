package engine

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// TestProfileLimitsRules: rules apply by platform, workload and profile; what
// the profile does not say makes no rule undecided, and what cannot be read does.
func TestProfileLimitsRules(t *testing.T) {
	program := compile(t, fstest.MapFS{
		"a/profile.rego": rule("a/profile", "#   applies_to: {profile: true}\n", `deny contains {"at": "application", "msg": "x"} if input.job.name`),
		"a/emr.rego":     rule("a/emr", "#   applies_to: {platforms: [emr, dataproc]}\n", `deny contains {"at": "application", "msg": "x"} if input.job.platform == "emr"`),
		"a/streams.rego": rule("a/streams", "#   applies_to: {workloads: [streaming]}\n", `deny contains {"at": "application", "msg": "x"} if input.job.workload == "streaming"`),
	})
	says := func(pairs ...string) *conf.ProfileBlock {
		b := &conf.ProfileBlock{Values: map[string]conf.ProfileValue{}}
		for i := 0; i < len(pairs); i += 2 {
			v := conf.Value{Raw: pairs[i+1], Typed: pairs[i+1]}
			if pairs[i+1] == "?" {
				v = conf.Value{Unknown: "variable x has no value"}
			}
			b.Values[pairs[i]] = conf.ProfileValue{Value: v}
		}
		return b
	}
	for _, c := range []struct {
		title     string
		text      string
		profile   conf.Profile
		found     string
		undecided int
	}{
		{"none", "", conf.Profile{}, "", 0},
		{"emr", "", conf.Profile{Cluster: says("platform", "emr")}, "a/emr a/profile", 0},
		{"another", "", conf.Profile{Cluster: says("platform", "glue")}, "a/profile", 0},
		{"unknown", "", conf.Profile{Cluster: says("platform", "?")}, "a/profile", 1},
		{"a workload", "", conf.Profile{Workload: says("workload.kind", "streaming")}, "a/profile a/streams", 0},
		{"inferred", "spark.sql.streaming.checkpointLocation s3://x", conf.Profile{}, "a/streams", 0},
		{"unknown kind", "", conf.Profile{Workload: says("workload.kind", "?")}, "a/profile", 1},
		{"two for one", "", conf.Profile{ClusterReason: "two cluster blocks are for this job"}, "", 1},
	} {
		j := job(t, c.text)
		j.Profile = c.profile
		r, err := Check(context.Background(), program, []*conf.Job{j}, nil, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, f := range r.Findings {
			found = append(found, f.Rule.ID)
		}
		if got := strings.Join(found, " "); got != c.found || r.Counts.Undecided != c.undecided {
			t.Errorf("%s: found %q, %d undecided; want %q, %d", c.title, got, r.Counts.Undecided, c.found, c.undecided)
		}
	}
}

// TestPlatformStandsNowhere: a finding about what a platform sets has no bytes
// of the profile to mend, and no policy sees it as written by somebody.
func TestPlatformStandsNowhere(t *testing.T) {
	program := compile(t, fstest.MapFS{
		"a/b.rego": rule("a/b", "", `deny contains {"at": "spark.dynamicAllocation.enabled", "msg": "x"} if input.conf["spark.dynamicAllocation.enabled"]`),
	})
	settings := source.New(".sparkvet.hcl", "hcl", []byte(`platform = "emr"`))
	j := job(t, "spark.executor.memory 4g")
	cluster := &conf.ProfileBlock{Layers: []*conf.Layer{conf.PlatformNamed("emr").Layer(settings.Span(0, 8), settings.Span(12, 15))}}
	j.RunOn(cluster)
	if err := conf.Resolve(j, "3.5"); err != nil {
		t.Fatal(err)
	}
	r, err := Check(context.Background(), program, []*conf.Job{j}, nil, Options{})
	if err != nil || len(r.Findings) != 1 {
		t.Fatalf("%v, %d findings", err, len(r.Findings))
	}
	if f := r.Findings[0]; f.Assignment != nil || f.At.Source.Name != "job.conf" {
		t.Errorf("the finding is at %s, assignment %v", f.At, f.Assignment)
	}
	list := Input(j)["assignments"].([]any)
	if len(list) != 1 {
		t.Fatalf("%d assignments, want the job's own", len(list))
	}
	n, _ := numbered(list[0].(map[string]any)["id"].(string), assignmentPrefix)
	if _, a := assignment(j, n); a == nil || a.Key != "spark.executor.memory" || a.Value.Raw != "4g" {
		t.Errorf("assignment %d leads to %v", n, a)
	}
}
