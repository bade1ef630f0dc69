package zone

import "testing"

// TestKnown holds what getZoneId of Spark 3.5.9 and 4.3.0 said on Java 17.
func TestKnown(t *testing.T) {
	for text, want := range map[string]bool{
		"UTC": true, "Z": true, "GMT": true, "UT": true, "Europe/Berlin": true, "CET": true, "PST": true, "EST": true, "GMT0": true, "Etc/GMT+8": true,
		"+1": true, "+01": true, "+0130": true, "+01:30": true, "+013015": true, "+01:30:15": true, "-18:00": true, "+1:30": true, "+10:3": true,
		"UTC+1": true, "UTC+01:30": true, "GMT-8": true, "UT+2": true, "GMT+1:00": true, "UTC+1:5": true, "GMT+01:3": true,

		"": false, "z": false, "Mars": false, "europe/berlin": false, "utc": false, "Asia/Pekin": false, "+19": false, "+18:01": false,
		"+01:60": false, "UTC+19": false, "UTC 1": false, "GMT+": false, "+": false, "1": false, "+01:3:0": false,
		"ROC": false, "UTC+": false, " UTC": false, "++1": false, "UTCZ": false, "a+1:30": false,
	} {
		if got := Known(text); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}

func TestMeant(t *testing.T) {
	for text, want := range map[string]string{"europe/berlin": "Europe/Berlin", "utc": "UTC", "Mars": ""} {
		if got := Meant(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
