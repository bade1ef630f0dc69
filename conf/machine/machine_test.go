package machine

import (
	"strings"
	"testing"
)

// TestTable holds machines of every vendor against their vendors' pages.
func TestTable(t *testing.T) {
	for _, want := range []Type{
		{"m5.4xlarge", 16, 65536, "x86_64", 57344},
		{"c5.12xlarge", 48, 98304, "x86_64", 90112},
		{"r5.8xlarge", 32, 262144, "x86_64", 253952},
		{"r4.8xlarge", 32, 249856, "x86_64", 241664},
		{"m6g.4xlarge", 16, 65536, "arm64", 54272},
		{"r7g.2xlarge", 8, 65536, "arm64", 54272},
		{"m7g.2xlarge", 8, 32768, "arm64", 0},
		{"i3en.24xlarge", 96, 786432, "x86_64", 778240},
		{"n1-standard-8", 8, 30720, "x86_64", 0},
		{"n2-highmem-16", 16, 131072, "x86_64", 0},
		{"e2-standard-4", 4, 16384, "x86_64", 0},
		{"c2-standard-30", 30, 122880, "x86_64", 0},
		{"Standard_D8s_v3", 8, 32768, "x86_64", 0},
		{"Standard_E16ds_v5", 16, 131072, "x86_64", 0},
		{"Standard_D16ps_v5", 16, 65536, "arm64", 0},
		{"Standard_F8s_v2", 8, 16384, "x86_64", 0},
		{"Standard_L8s_v3", 8, 65536, "x86_64", 0},
	} {
		got := Lookup(want.Name)
		if got == nil || *got != want {
			t.Errorf("%s is %+v, want %+v", want.Name, got, want)
		}
	}
	if Lookup("m9.4xlarge") != nil {
		t.Error("m9.4xlarge is known")
	}
	vendors := map[string]int{}
	for _, machine := range byName() {
		vendors[machine.Vendor()]++
		if ratio := float64(machine.MiB) / float64(machine.VCores); ratio < 512 || ratio > 32768 {
			t.Errorf("%s has %.0f MiB for each core", machine.Name, ratio)
		}
	}
	for _, vendor := range []string{"EC2", "Azure", "Compute Engine"} {
		if vendors[vendor] < 100 {
			t.Errorf("%d machines of %s", vendors[vendor], vendor)
		}
	}
}

func TestNearest(t *testing.T) {
	for given, want := range map[string]string{
		"m5.4xlarg": "m5.4xlarge", "M5.4XLARGE": "m5.4xlarge", "standard_d8s_v5": "Standard_D8s_v5", "n2-standart-8": "n2-standard-8", "my-own-box": "", "": "",
	} {
		if got := Nearest(given); got != want {
			t.Errorf("%q: did you mean %q, want %q", given, got, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"m5.large\t2\t8192":                       "3 fields",
		"m5.large\ttwo\t8192\tx86_64":             "no size",
		"m5.large\t2\t0\tx86_64":                  "no size",
		"m5.large\t2\t8192\tmips":                 "no processor",
		"m5.large\t2\t8192\tx86_64\t8192":         "YARN has",
		"\t2\t8192\tx86_64":                       "without a name",
		"# a\n\na\t1\t9\tarm64\na\t1\t9\tarm64\n": "line 4: a stands there twice",
	} {
		if _, err := parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	for b.Loop() {
		if _, err := parse(table); err != nil {
			b.Fatal(err)
		}
	}
}
