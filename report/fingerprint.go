package report

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/sparkvet/sparkvet/engine"
)

// identified is a finding with what tells it from all others.
type identified struct {
	*engine.Finding
	// Fingerprint stays the same when lines move: it is made of the rule and
	// its case, the file, the job, the key, and a number where these are equal.
	Fingerprint string
}

// identify gives every finding its fingerprint.
func identify(findings []engine.Finding) []identified {
	list := make([]identified, len(findings))
	seen := make(map[string]int, len(findings))
	for i := range findings {
		f := &findings[i]
		identity := strings.Join([]string{f.ID(), fileOf(f), jobOf(f), keyOf(f)}, "\x00")
		ordinal := seen[identity]
		seen[identity]++
		digest := sha256.Sum256([]byte(identity + "\x00" + strconv.Itoa(ordinal)))
		list[i] = identified{f, hex.EncodeToString(digest[:16])}
	}
	return list
}

func fileOf(f *engine.Finding) string {
	if f.At.IsZero() {
		return ""
	}
	return f.At.Source.Name
}

func jobOf(f *engine.Finding) string {
	if f.Job == nil {
		return ""
	}
	return f.Job.Name
}

func keyOf(f *engine.Finding) string {
	if f.Setting == nil {
		return ""
	}
	return f.Setting.Name
}
