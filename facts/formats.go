package facts

import (
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
)

// tableFormats names the table formats that lists of packages and classes
// belong to.
func tableFormats(lists ...Expr) Expr { return &operation{&recognising, lists} }

var recognising = operator{
	name: "table_formats", identity: list([]string{}), check: gives(List, None),
	alone:   func(a Value) (Value, conf.Reason) { return list(formatsOf(a.List)), "" },
	combine: func(a, b Value) (Value, conf.Reason) { return list(merged(a.List, formatsOf(b.List))), "" },
}

// formats lists, for each table format, what the names of its artefacts and
// classes hold.
var formats = []struct {
	name  string
	marks []string
}{
	{"delta", []string{"io.delta:", "io.delta.", ":delta-core:", ":delta-spark", "org.apache.spark.sql.delta."}},
	{"hudi", []string{"org.apache.hudi:", "org.apache.hudi.", "org.apache.spark.sql.hudi.", ":hudi-"}},
	{"iceberg", []string{"org.apache.iceberg:", "org.apache.iceberg.", ":iceberg-"}},
}

func formatsOf(names []string) []string {
	found := []string{}
	for _, format := range formats {
		marked := func(name string) bool {
			return slices.ContainsFunc(format.marks, func(mark string) bool { return strings.Contains(name, mark) })
		}
		if slices.ContainsFunc(names, marked) {
			found = append(found, format.name)
		}
	}
	return found
}

func merged(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// catalogs are the classes of the catalogs that a job sets up, each under
// spark.sql.catalog.<name>. Which names there are is seen only in a job.
type catalogs struct{}

const (
	extensionsKey = "spark.sql.extensions"
	catalogPrefix = "spark.sql.catalog."
)

func (x *catalogs) keys(s *Set) []string {
	var keys []string
	for _, key := range s.job.Written() {
		if name, ok := strings.CutPrefix(key, catalogPrefix); ok && !strings.Contains(name, ".") && s.job.Setting(key).Effective() != nil {
			keys = append(keys, key)
		}
	}
	return keys
}

func (x *catalogs) evaluate(s *Set) result {
	if s.job.Unseen != "" {
		return undecided(s.job.Unseen)
	}
	classes := []string{}
	for _, key := range x.keys(s) {
		l := s.job.Lookup(key)
		if reason := unread(key, &l); reason != "" {
			return undecided(reason)
		}
		classes = append(classes, l.Value.Raw)
	}
	return known(list(classes))
}

func (x *catalogs) explain(e *explanation, _ int) {
	if e.style == uses {
		for _, key := range x.keys(e.set) {
			e.use(keyOf(key))
		}
		return
	}
	if e.style == numbers {
		if r := x.evaluate(e.set); r.state == Known {
			e.write(r.value.String())
			return
		}
	}
	e.write("classes of catalogs")
}

func (x *catalogs) check(c *checker) signature {
	c.key(catalogPrefix+"spark_catalog", String, None)
	return signature{List, None}
}

func formatFacts() []Definition {
	return []Definition{
		{
			Name: "application.table_formats", Kind: List, Source: "the names of Delta Lake, Apache Iceberg and Apache Hudi's packages, extensions and catalogs",
			Doc:  "The table formats that the job's packages, session extensions and catalogs bring: delta, iceberg, hudi.",
			Expr: tableFormats(fact("application.packages"), fact("application.jars"), only(written(extensionsKey), listOf(extensionsKey)), &catalogs{}),
		},
	}
}
