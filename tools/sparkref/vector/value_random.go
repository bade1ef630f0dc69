package vector

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"

	"github.com/sparkvet/sparkvet/conf/catalog"
)

// pick returns one of several.
func pick[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// one says yes once in n times.
func one(r *rand.Rand, n int) bool { return r.IntN(n) == 0 }

// settings are all registered keys of all releases.
var settings = sync.OnceValue(func() []*catalog.Key {
	c, err := catalog.Open("")
	if err != nil {
		panic(err) // the embedded catalogue is tested to open
	}
	var all []*catalog.Key
	for key := range c.Keys() {
		if !key.Unregistered {
			all = append(all, key)
		}
	}
	return all
})

// randomValue asks for a key of which itself, an older name, or what it falls
// back to is set, or nothing at all.
func randomValue(r *rand.Rand) valueQuestion {
	key := pick(r, settings()...)
	q := valueQuestion{Key: key.Name, Set: map[string]string{}}
	if one(r, 12) {
		return q // its default
	}
	name := key.Name
	if n := len(key.Alternatives); n > 0 && one(r, 3) {
		name = key.Alternatives[r.IntN(n)].Name
	}
	q.Set[name] = randomText(r, key)
	if name != key.Name && one(r, 3) {
		q.Set[key.Name] = randomText(r, key)
	}
	if key.Default.Kind == catalog.Fallback && one(r, 2) {
		q.Set[key.Default.Text] = q.Set[name]
		delete(q.Set, name)
	}
	if one(r, 15) {
		q.Set["spark.test.reference"] = q.Set[name]
		q.Set[name] = pick(r, "${spark.test.reference}", "${ spark.test.reference}", "${spark.test.nowhere}", "${env:NOWHERE}", "${system:nowhere.at.all}", "${"+name+"}", "a${spark.test.reference}b", "${spark.executor.memory}", "$${spark.test.reference}", "${hadoopconf-x}")
	}
	return q
}

// randomText is a text for a key: mostly of its type, often at the edge of
// what is allowed, sometimes nothing of the kind.
func randomText(r *rand.Rand, key *catalog.Key) string {
	text := wellTyped(r, key)
	switch r.IntN(12) {
	case 0:
		return pick(r, " ", "\t", "\u00a0", "  ") + text
	case 1:
		return text + pick(r, " ", "\u3000", ";", ",", "\u0001", "x", "0")
	case 2:
		return pick(r, "", " ", "true", "yes", "0", "-1", "1.5", "1.5g", "4 g", "four", "1_000", "1,000", "0x10", "٣", "1e3", "+5", "-0", "--1", "9223372036854775808", "null", "\"4g\"", "4GiB", "4gib", "1d", "NaN", "Infinity", ".", "5f", "0x1p3", "K", "k")
	case 3:
		return strings.ToUpper(text)
	}
	return text
}

func wellTyped(r *rand.Rand, key *catalog.Key) string {
	if len(key.Values) > 0 && !one(r, 6) {
		value := pick(r, key.Values...)
		if key.Type == catalog.List && one(r, 2) {
			value += pick(r, ",", " , ", ",,") + pick(r, key.Values...)
		}
		return pick(r, value, strings.ToLower(value), strings.ToUpper(value))
	}
	switch key.Type {
	case catalog.Boolean:
		return pick(r, "true", "false", "True", "FALSE")
	case catalog.Int, catalog.Long:
		return number(r, key)
	case catalog.Double:
		return pick(r, number(r, key), strconv.FormatFloat(r.Float64(), 'g', 1+r.IntN(6), 64), fmt.Sprintf("%d.%d", r.IntN(3), r.IntN(1000)), "1e-3", "1.", ".5", "2d")
	case catalog.Bytes:
		return number(r, key) + pick(r, "", "", "b", "k", "kb", "m", "mb", "g", "gb", "t", "tb", "p", "pb", "M", "Gb", "e", "mib")
	case catalog.Duration:
		return number(r, key) + pick(r, "", "", "us", "ms", "s", "m", "min", "h", "d", "S", "Min", "ns", "sec", "w")
	case catalog.List:
		return pick(r, "a", "a,b", " a , b ", ",", "a,,b", "a b", "1,2")
	case catalog.Regex:
		return pick(r, "(?i)secret", "a|b", "(", "[a", "a{2", `\Qx\E`, "(?<n>a)", "(?=a)", `\p{IsGreek}`, "a*+", "")
	}
	return pick(r, "text", "a/b", "org.apache.spark.Nothing", "x=y", "ünïcode", "'q'")
}

// number is a whole number, often one near a bound of the key.
func number(r *rand.Rand, key *catalog.Key) string {
	if bound := pick(r, key.Minimum, key.Maximum); bound != nil && !one(r, 3) {
		return strconv.FormatInt(int64(bound.Value)+int64(r.IntN(5)-2), 10)
	}
	return strconv.FormatInt(pick(r, 0, 1, 2, 3, 4, 8, 100, 200, 512, 1000, 1024, 4096, 65536, 1<<20, 1<<30, 1<<31-1, 1<<31, 1<<32, 1<<40, 1<<53, -1, -2, -1000, 1<<63-1, r.Int64N(1<<16)), 10)
}
