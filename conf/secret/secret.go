package secret

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// words in a name make its value a secret: those of Spark's own redaction
// pattern (spark.redaction.regex in 4.0), and those of keys and passwords that
// it misses.
var words = []string{
	"secret", "password", "token", "accesskey", "access.key", "access_key", "access-key", "passwd", "passphrase",
	"account.key", "accountkey", "account_key", "privatekey", "private.key", "private_key", "apikey", "api.key", "api_key", "api-key",
	"connectionstring", "connection.string", "connection_string", ".sas.",
}

// Named reports whether what stands behind a name, of a setting, an option or a
// variable, is a secret.
func Named(name string) bool {
	lower := strings.ToLower(name)
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(lower, word) })
}

// reference is text that only points at a secret.
var reference = regexp.MustCompile(`^["']?(\$\w+|\$\{[^}:]*\}|\$\([^)]*\)|\{\{[^}]*\}\}|(var|local|data)\.[\w.]+)["']?$`)

// Reference reports whether a text only points at a secret, as $TOKEN or
// var.token do: masking it would hide the good example.
func Reference(text string) bool { return reference.MatchString(text) }

// Literal is a secret in a text, between two offsets.
type Literal struct {
	Start, End int
	// Kind says in words what it is; empty where only the name in front of it
	// makes it one, and it may as well be harmless.
	Kind string
}

// shape is how a kind of credential looks; the last group is the secret.
type shape struct {
	kind    string
	hint    string // in every text that has the shape
	pattern *regexp.Regexp
}

var shapes = sync.OnceValue(func() []shape {
	list := []shape{
		{"an AWS access key", "AKIA", nil}, {"an AWS access key", "ASIA", nil},
		{"a JSON web token", "eyJ", regexp.MustCompile(`\b(eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})`)},
		{"a private key", "-----BEGIN", regexp.MustCompile(`(-----BEGIN [A-Z ]*PRIVATE KEY-----(?s:.*?)(?:-----END [A-Z ]*PRIVATE KEY-----|$))`)},
		{"a password in a URL", "://", regexp.MustCompile(`://[^/\s:@"']+:([^/\s@"']+)@`)},
		{"the signature of a shared access URL", "sig=", regexp.MustCompile(`(?:^|[?&;"'\s])sig=([\w%+/=-]{20,})`)},
		{"a Databricks token", "dapi", regexp.MustCompile(`\b(dapi[0-9a-f]{32})`)},
		{"a GitHub token", "gh", regexp.MustCompile(`\b(gh[pousr]_[A-Za-z0-9]{36,})`)},
		{"a Google API key", "AIza", regexp.MustCompile(`\b(AIza[\w-]{35})`)},
	}
	for i, s := range list {
		if s.pattern == nil {
			list[i].pattern = regexp.MustCompile(`\b(` + s.hint + `[0-9A-Z]{16})\b`)
		}
	}
	return list
})

// example marks what documentation shows in the place of a key.
var example = regexp.MustCompile(`(?i)example|x{6,}|<|\*{3,}`)

// Find returns the secrets in a text, sorted: what looks like one, and the values
// in name=value whose name is that of one. They may overlap.
func Find(text string) []Literal {
	var list []Literal
	for _, s := range shapes() {
		if !strings.Contains(text, s.hint) {
			continue
		}
		for _, m := range s.pattern.FindAllStringSubmatchIndex(text, -1) {
			found := Literal{m[2], m[3], s.kind}
			word := text[found.Start:found.End]
			if refers(word) {
				continue
			}
			if example.MatchString(word) {
				found.Kind = ""
			}
			list = append(list, found)
		}
	}
	list = append(list, pairs(text)...)
	slices.SortStableFunc(list, func(a, b Literal) int { return a.Start - b.Start })
	return list
}

// pairPattern finds name=value inside longer text, such as a JVM option or a
// line that its loader could not read.
var pairPattern = sync.OnceValue(func() *regexp.Regexp {
	var quoted []string
	for _, word := range words {
		quoted = append(quoted, regexp.QuoteMeta(word))
	}
	return regexp.MustCompile(`(?i)([\w.-]*(?:` + strings.Join(quoted, "|") + `)[\w.-]*)["']?\s*=\s*("[^"]*"?|'[^']*'?|[^\s,;&"']+)`)
})

// pairs finds the values in name=value whose name is that of a secret. A pair
// inside quotes goes on until they close.
func pairs(text string) []Literal {
	if !Named(text) { // most text names none, and this is the quicker look
		return nil
	}
	var list []Literal
	for _, m := range pairPattern().FindAllStringSubmatchIndex(text, -1) {
		found := Literal{Start: m[4], End: m[5]}
		if m[0] > 0 && (text[m[0]-1] == '"' || text[m[0]-1] == '\'') {
			found.End = len(text)
			if end := strings.IndexByte(text[found.Start:], text[m[0]-1]); end >= 0 {
				found.End = max(m[5], found.Start+end)
			}
		}
		value := text[found.Start:found.End]
		if Reference(value) {
			continue
		}
		if name := text[m[2]:m[3]]; holds(name) && literal(value) {
			found.Kind = "the value of " + strings.TrimLeft(name, "-")
		}
		list = append(list, found)
	}
	return list
}

// holds reports whether a name ends as those of secrets do: a
// password, but not a passwordFile.
func holds(name string) bool { return ending().MatchString(name) }

var ending = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(secret|password|passwd|passphrase|token|(access|account|private|api|secret)[._-]?key)$`)
})

// pointing begins or is what no literal secret does.
var pointing = regexp.MustCompile(`(?i)\$\{|\$\(|^\$\w|%\w+%|\{\{|<|^(true|false|none|null|changeme|todo|x{3,}|\*+)$|^(/|\./|~|@|[a-z0-9]+://|file:|local:|vault:|arn:|ref:|env:)|your[-_ ]`)

// refers reports whether a text, or a part of it, stands for something that is
// filled in or read elsewhere.
func refers(value string) bool { return pointing.MatchString(value) }

// literal reports whether a value can be a secret itself.
func literal(value string) bool {
	value = strings.Trim(value, `"'`)
	return len(value) >= 4 && !refers(value)
}

// Arguments returns, for each argument of a program, the secrets in it. An
// argument behind an option of a telling name, as in --password hunter2, is one
// as a whole.
func Arguments(arguments []string) [][]Literal {
	found := make([][]Literal, len(arguments))
	for i, a := range arguments {
		found[i] = Find(a)
		if i == 0 {
			continue
		}
		option := arguments[i-1]
		if !strings.HasPrefix(option, "-") || strings.ContainsAny(option, "=$ ") || !Named(option) || strings.HasPrefix(a, "-") || Reference(a) || a == "" {
			continue
		}
		whole := Literal{End: len(a)}
		if holds(option) && literal(a) {
			whole.Kind = "the value of " + option
		}
		found[i] = []Literal{whole}
	}
	return found
}
