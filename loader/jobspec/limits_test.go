package jobspec

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

func load(text string) conf.Loaded {
	return Load(source.New("jobs.spark.hcl", "hcl", []byte(text)), Options{})
}

// TestHostile loads files that describe far more than they hold: each must come
// back with a diagnostic that says so, rather than with an exhausted machine.
func TestHostile(t *testing.T) {
	const n = 10_000
	repeat := func(before, middle, after string) string { return before + strings.Repeat(middle, n) + after }
	doubling := func(item string) string {
		var b strings.Builder
		b.WriteString("locals {\n a0 = \"0123456789\"\n")
		for i := 1; i < 40; i++ {
			fmt.Fprintf(&b, " a%d = "+item+"\n", i, i-1)
		}
		b.WriteString("}\njob \"j\" {\n master = local.a39\n}\n")
		return b.String()
	}
	for name, c := range map[string]struct{ text, want string }{
		"brackets":            {repeat("a = ", "[", ""), "brackets nest more than 100 deep"},
		"closed brackets":     {repeat("a = ", "[", "") + strings.Repeat("]", n), "brackets nest more than 100 deep"},
		"parentheses":         {repeat("a = ", "(", ""), "brackets nest more than 100 deep"},
		"blocks":              {repeat("", "a {\n", ""), "brackets nest more than 100 deep"},
		"templates":           {repeat("a = ", `"${`, ""), "brackets nest more than 100 deep"},
		"for in for":          {repeat("a = ", "[for x in y: ", ""), "brackets nest more than 100 deep"},
		"here-documents":      {repeat("a = ", "<<A\n${", ""), "brackets nest more than 100 deep"},
		"not not":             {repeat("a = ", "!", "true"), "more than 2000 operators in one expression"},
		"minus minus":         {repeat("a = ", "-", "1"), "more than 2000 operators in one expression"},
		"plus plus":           {repeat("a = 1", "+1", ""), "more than 2000 operators in one expression"},
		"condition":           {repeat("a = ", "true?1:", "1"), "more than 2000 operators in one expression"},
		"not over lines":      {repeat("a = [", "!\n", "true]"), "more than 2000 operators in one expression"},
		"index":               {repeat("a = x", "[y]", ""), "more than 2000 operators in one expression"},
		"splat":               {repeat("a = x", "[*]", ""), "more than 2000 operators in one expression"},
		"template directives": {repeat(`a = "`, "%{if true}", `"`), "more than 2000 operators in one expression"},
		"here-document":       {repeat("a = <<A\n", "x\n", "y\nA\n"), "more than 10000 lines in one text"},
		"name of names":       {repeat("a = ", "a::", "b()"), "more than 2000 operators in one expression"},
		"closing":             {repeat("", "}\n", ""), "argument or block definition required"},
		"no values":           {repeat("", "a =\n", ""), "invalid expression"},
		"quotes":              {repeat("", "\"\n", ""), "invalid multi-line string"},
		"one attribute":       {repeat("", "a = 1\n", ""), "attribute redefined"},
		"doubling text":       {doubling(`"${local.a%[2]d}${local.a%[2]d}"`), "this expression makes too large a value"},
		"doubling lists":      {doubling(`[local.a%[2]d, local.a%[2]d]`), "this expression makes too large a value"},
		"doubling escapes":    {doubling(`jsonencode([local.a%[2]d, local.a%[2]d])`), "this expression makes too large a value"},
		"loops": {`locals {
  r = range(1000)
  a = [for a in local.r : [for b in local.r : [for c in local.r : [for d in local.r : 1]]]]
}`, "this expression makes too large a value"},
		"idle loops":  {"locals {\n r = range(1000)\n a = [for a in local.r : length([for b in local.r : length([for c in local.r : c]) ])]\n}", "this expression makes too large a value"},
		"product":     {"locals {\n r = range(1000)\n a = setproduct(local.r, local.r, local.r)\n}", "error in function call"},
		"format":      {"locals {\n a = format(\"%999999999d\", 1)\n}", "error in function call"},
		"join":        {"locals {\n r = join(\",,,,\", range(1000))\n a = join(local.r, split(\"\", local.r))\n}", "error in function call"},
		"indent":      {"locals {\n a = indent(999999999, \"a\\nb\")\n}", "error in function call"},
		"replace":     {"locals {\n r = join(\",,,,\", range(1000))\n a = replace(local.r, \"\", local.r)\n}", "error in function call"},
		"json":        {"locals {\n a = jsondecode(\"" + strings.Repeat("[", n) + "\")\n}", "error in function call"},
		"number":      {"locals {\n a = 1e999999999\n}", "this number is larger or smaller than Spark can hold"},
		"number key":  {"job \"j\" {\n conf = { 1e999999999 = 1 }\n}", "this number is larger or smaller than Spark can hold"},
		"tower":       {"job \"j\" {\n conf = { \"a\" = 1e300" + strings.Repeat("*1e300", 1999) + " }\n}", "this expression makes too large a value"},
		"chain":       {"locals {\n a0 = []\n" + chain(n) + "}", "this expression makes too large a value"},
		"many locals": {"locals {\n a0 = 1\n" + plainChain(n) + "}", ""},
		"many names":  {manyUnknown(20_000), "is not a name"},
		"inheritance": {inheritance(9_000, 1), "inherits from more than 100 blocks"},
		"heirs first": {inheritance(9_000, -1), "inherits from more than 100 blocks"},
		"diamond":     {diamond(40), "inherits from more than 100 blocks"},
		"many jobs":   {"job \"j\" {\n for_each = { for i in setproduct(range(101), range(100)) : \"${i[0]}-${i[1]}\" => i }\n}", "this file makes more than 10000 jobs"},
		"many signs":  {strings.Repeat("-", maxWords+1), "words and signs is not read"},
		"huge file":   {strings.Repeat("# a comment of some length\n", 200_000), "a job file of 5400000 bytes is not read"},
	} {
		t.Run(name, func(t *testing.T) {
			loaded := load(c.text)
			if len(loaded.Diagnostics) > maxDiagnostics+1 || len(loaded.Jobs) > maxJobs {
				t.Errorf("%d diagnostics, %d jobs", len(loaded.Diagnostics), len(loaded.Jobs))
			}
			for _, d := range loaded.Diagnostics {
				if c.want != "" && strings.Contains(d.Summary, c.want) {
					return
				}
			}
			if c.want != "" {
				t.Errorf("no diagnostic says %q: %.300s", c.want, draw(conf.Loaded{Diagnostics: loaded.Diagnostics}))
			}
		})
	}
}

// chain nests a list in a list with every local.
func chain(n int) string {
	var b strings.Builder
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, " a%d = [local.a%d]\n", i, i-1)
	}
	return b.String()
}

// plainChain is written so that every local waits for all the others.
func plainChain(n int) string {
	var b strings.Builder
	for i := n; i > 0; i-- {
		fmt.Fprintf(&b, " a%d = local.a%d\n", i, i-1)
	}
	return b.String()
}

func manyUnknown(n int) string {
	var b strings.Builder
	b.WriteString("locals {\n")
	for i := range n {
		fmt.Fprintf(&b, " a%d = b%d + local.c%d\n", i, i, i)
	}
	return b.String() + "}\n"
}

// inheritance is a chain of jobs; step -1 writes the heirs first.
func inheritance(n, step int) string {
	var b strings.Builder
	first := 0
	if step < 0 {
		first = n - 1
	}
	for i := first; i >= 0 && i < n; i += step {
		if i == 0 {
			b.WriteString("job \"j0\" {\n}\n")
			continue
		}
		fmt.Fprintf(&b, "job \"j%d\" {\n inherits = [job.j%d]\n}\n", i, i-1)
	}
	return b.String()
}

func diamond(n int) string {
	var b strings.Builder
	b.WriteString("job \"j0\" {\n}\n")
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, "job \"j%d\" {\n inherits = [job.j%d, job.j%d]\n}\n", i, i-1, i-1)
	}
	return b.String()
}
