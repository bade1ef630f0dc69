package facts

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
)

// workOut puts a formula into a table of its own and works it out for a job.
func workOut(job *conf.Job, x Expr) *Fact {
	table := []Definition{{Name: "test.it", Kind: Int, Expr: x}}
	return of(job, register(table)).Get("test.it")
}

func TestOperators(t *testing.T) {
	job := newJob(t, "3.5", "jvm", yarn("spark.executor.memory", "16g", "spark.executor.cores", "5", "spark.app.name", "daily")...)
	memory := func() *setting { return mebibytes("spark.executor.memory") }
	five := func() *setting { return cores("spark.executor.cores") }
	absent := func() Expr { return only(written("spark.driver.memory"), mebibytes("spark.driver.memory")) }
	one, two, three := named(1, Count, "one"), named(2, Count, "two"), named(3, Count, "three")
	for _, c := range []struct {
		x                        Expr
		value, formula, withNums string
	}{
		{memory(), "16384", "spark.executor.memory", "16384"},
		{textOf("spark.app.name"), "daily", "spark.app.name", "daily"},
		{two, "2", "two", "2"},
		{add(memory(), named(384, MiB, "overhead"), one), "16769", "spark.executor.memory + overhead + one", "16384 + 384 + 1"},
		{add(memory(), absent()), "16384", "spark.executor.memory", "16384"},
		{add(absent(), absent()), "0", "0", "0"},
		{subtract(three, subtract(two, one)), "2", "three - (two - one)", "3 - (2 - 1)"},
		{subtract(three, two, one), "0", "three - two - one", "3 - 2 - 1"},
		{multiply(add(one, two), three), "9", "(one + two) × three", "(1 + 2) × 3"},
		{add(one, multiply(two, three)), "7", "one + two × three", "1 + 2 × 3"},
		{divide(three, multiply(two, one)), "1.5", "three ÷ (two × one)", "3 ÷ (2 × 1)"},
		{divide(divide(three, two), two), "0.75", "three ÷ two ÷ two", "3 ÷ 2 ÷ 2"},
		{maximum(one, three, two), "3", "max(one, three, two)", "max(1, 3, 2)"},
		{maximum(one, absent()), "1", "one", "1"},
		{minimum(two, one), "1", "min(two, one)", "min(2, 1)"},
		{truncate(divide(five(), two)), "2", "trunc(spark.executor.cores ÷ two)", "trunc(5 ÷ 2)"},
		{truncate(ratio(math.Inf(1), "")), "2147483647", "trunc(+Inf)", "trunc(+Inf)"},
		{truncate(ratio(math.NaN(), "")), "0", "trunc(NaN)", "trunc(NaN)"},
		{truncate(ratio(-2.5, "")), "-2", "trunc(-2.5)", "trunc(-2.5)"},
		{roundUp(divide(five(), two)), "3", "ceil(spark.executor.cores ÷ two)", "ceil(5 ÷ 2)"},
		{ceilTo(named(1025, MiB, "need"), named(1024, MiB, "step")), "2048", "ceil_to(need, step)", "ceil_to(1025, 1024)"},
		{ceilTo(named(1024, MiB, "need"), named(1024, MiB, "step")), "1024", "ceil_to(need, step)", "ceil_to(1024, 1024)"},
		{ceilTo(named(0, MiB, "need"), named(1024, MiB, "step")), "0", "ceil_to(need, step)", "ceil_to(0, 1024)"},
		{orElse(cores("spark.executor.cores"), one), "5", "spark.executor.cores", "5"},
		{orElse(cores("spark.task.cpus"), one), "1", "one", "1"},
		{when(since{3, 3}, one, two), "1", "one", "1"},
		{when(since{4, 0}, one, two), "2", "two", "2"},
		{when(not{since{4, 0}}, one, two), "1", "one", "1"},
		{when(on{conf.YARN, conf.Kubernetes}, one, two), "1", "one", "1"},
		{when(in(conf.Client), one, two), "2", "two", "2"},
		{when(language{"python", "jvm"}, one, two), "1", "one", "1"},
		{when(enabled("spark.sql.adaptive.enabled"), one, two), "1", "one", "1"},
		{when(all{in(conf.Cluster), on{conf.YARN}}, one, two), "1", "one", "1"},
		{when(all{in(conf.Client), on{conf.YARN}}, one, two), "2", "two", "2"},
		{when(anyOf{in(conf.Client), on{conf.YARN}}, one, two), "1", "one", "1"},
		{when(anyOf{in(conf.Client), on{conf.Local}}, one, two), "2", "two", "2"},
		{concatenate(word("a"), word("b")), "a b", `a + " " + b`, `a + " " + b`},
		{concatenate(absent(), word("b")), "b", "b", "b"},
		{&answer{enabled("spark.sql.adaptive.enabled")}, "true", "spark.sql.adaptive.enabled", "true"},
		{ratio(1e300, ""), "1e+300", "1e+300", "1e+300"},
		{multiply(named(math.MaxInt64, MiB, "much"), two), "9223372036854775807", "much × two", "9223372036854775807 × 2"},
		{add(named(math.MaxInt64, MiB, "much"), one), "9223372036854775807", "much + one", "9223372036854775807 + 1"},
	} {
		f := workOut(job, c.x)
		if f.State != Known || f.Value.String() != c.value || f.Formula() != c.formula || f.WithNumbers() != c.withNums {
			t.Errorf("%s %s %s\n  = %s\n  = %s\nwant %s\n  = %s\n  = %s", f.State, f.Reason, f.Value, f.Formula(), f.WithNumbers(), c.value, c.formula, c.withNums)
		}
	}
}

func TestOperatorsOnTheUnknown(t *testing.T) {
	job := newJob(t, "", "", "spark.master", "$MASTER", "spark.executor.cores", "x", "spark.executor.memory", "$HEAP", "spark.driver.memory", "2g")
	one, two := named(1, Count, "one"), named(2, Count, "two")
	heap := func() *setting { return mebibytes("spark.executor.memory") }
	for _, c := range []struct {
		x                 Expr
		state             State
		reason            conf.Reason
		formula, withNums string
	}{
		{heap(), Undecided, "spark.executor.memory: variable HEAP has no value here", "spark.executor.memory", "?"},
		{cores("spark.executor.cores"), Undecided, "spark.executor.cores does not parse", "spark.executor.cores", "?"},
		{count("spark.executor.instances"), Undecided, "spark.executor.instances is not written, and has no default", "spark.executor.instances", "?"},
		{add(mebibytes("spark.driver.memory"), heap()), Undecided, "spark.executor.memory: variable HEAP has no value here", "spark.driver.memory + spark.executor.memory", "2048 + ?"},
		{add(heap(), meaningless("there is none")), Inapplicable, "there is none", "spark.executor.memory + ?", "spark.executor.memory + ?"},
		{add(meaningless("there is none"), heap()), Inapplicable, "there is none", "? + spark.executor.memory", "? + spark.executor.memory"},
		{divide(one, named(0, Count, "zero")), Undecided, "it would be a division by 0", "one ÷ zero", "1 ÷ 0"},
		{when(on{conf.YARN}, one, two), Undecided, "variable MASTER has no value here", "one if on yarn, else two", "1 if on yarn, else 2"},
		{add(one, when(on{conf.YARN}, one, two)), Undecided, "variable MASTER has no value here", "one + (one if on yarn, else two)", "1 + (1 if on yarn, else 2)"},
		{when(on{conf.YARN}, one, named(1, Count, "uno")), Known, "", "uno", "1"},
		{when(since{4, 0}, one, two), Undecided, "the Spark version is not known", "one if since Spark 4.0, else two", "1 if since Spark 4.0, else 2"},
		{when(since{3, 0}, one, two), Known, "", "one", "1"},
		{when(since{9, 0}, one, two), Known, "", "two", "2"},
		{when(language{"python"}, one, two), Undecided, "the application's language is not known", "one if the application is in python, else two", "1 if the application is in python, else 2"},
		{when(all{language{"python"}, since{9, 0}}, one, two), Known, "", "two", "2"},
		{when(anyOf{language{"python"}, since{3, 0}}, one, two), Known, "", "one", "1"},
		{when(all{language{"python"}, anyOf{on{conf.YARN}, in(conf.Client)}}, one, two), Undecided, "the application's language is not known",
			"one if the application is in python and (on yarn or in client mode), else two", "1 if the application is in python and (on yarn or in client mode), else 2"},
		{atLeast(2, named(1, Count, "one"), "too few"), Undecided, "too few", "one", "1"},
		{count("spark.task.cpus").from(2), Undecided, "Spark refuses spark.task.cpus below 2", "spark.task.cpus", "?"},
		{fraction("spark.memory.fraction").within(0, 0.5), Undecided, "Spark refuses spark.memory.fraction above 0.5", "spark.memory.fraction", "?"},
	} {
		f := workOut(job, c.x)
		if f.State != c.state || f.Reason != c.reason || f.Formula() != c.formula || f.WithNumbers() != c.withNums {
			t.Errorf("%s %s\n  = %s\n  = %s\nwant %s %s\n  = %s\n  = %s", f.State, f.Reason, f.Formula(), f.WithNumbers(), c.state, c.reason, c.formula, c.withNums)
		}
	}
}

func TestCustomResources(t *testing.T) {
	for _, c := range []struct {
		settings []string
		want     any
		numbers  string
	}{
		{[]string{"spark.executor.resource.gpu.amount", "2", "spark.task.resource.gpu.amount", "1"}, int64(2), "min(trunc(8 ÷ 1), trunc(2 ÷ 1))"},
		{[]string{"spark.executor.resource.gpu.amount", "2", "spark.task.resource.gpu.amount", "0.4"}, int64(4), "min(trunc(8 ÷ 1), 2 × trunc(1 ÷ 0.4))"},
		{[]string{"spark.executor.resource.gpu.amount", "2", "spark.task.resource.gpu.amount", "0"}, int64(8), "trunc(8 ÷ 1)"},
		{[]string{"spark.executor.resource.gpu.amount", "1", "spark.task.resource.gpu.amount", "2"}, nil, "min(trunc(8 ÷ 1), trunc(1 ÷ 2))"},
		{[]string{"spark.executor.resource.gpu.amount", "1", "spark.task.resource.gpu.amount", "0.7"}, nil, "min(trunc(8 ÷ 1), ?)"},
		{[]string{"spark.task.resource.gpu.amount", "1"}, nil, "min(trunc(8 ÷ 1), trunc(? ÷ 1))"},
		{[]string{"spark.executor.resource.gpu.amount", "many", "spark.task.resource.gpu.amount", "1"}, nil, "min(trunc(8 ÷ 1), trunc(? ÷ 1))"},
	} {
		f := Of(newJob(t, "3.5", "jvm", yarn(append(c.settings, "spark.executor.cores", "8")...)...)).Get("executor.slots")
		if f.Any() != c.want || f.WithNumbers() != c.numbers {
			t.Errorf("%v: %v (%s) = %s; want %v = %s", c.settings, f.Any(), f.Reason, f.WithNumbers(), c.want, c.numbers)
		}
	}
}

func TestTooManyResources(t *testing.T) {
	settings := yarn()
	for i := range mostResources + 1 {
		settings = append(settings, "spark.task.resource.x"+strconv.Itoa(i)+".amount", "1")
	}
	if f := Of(newJob(t, "3.5", "jvm", settings...)).Get("executor.slots"); f.State != Undecided || f.WithNumbers() != "min(trunc(1 ÷ 1), ?)" {
		t.Errorf("%s = %s", f.State, f.WithNumbers())
	}
}

func BenchmarkValidate(b *testing.B) {
	for b.Loop() {
		if err := Validate(); err != nil {
			b.Fatal(err)
		}
	}
}

func TestValidate(t *testing.T) {
	if err := Validate(); err != nil {
		t.Error(err)
	}
	row := func(name, unit string, kind Kind, x Expr) Definition {
		return Definition{Name: name, Unit: unit, Kind: kind, Doc: "doc", Source: "source", Expr: x}
	}
	one := named(1, Count, "one")
	for _, c := range []struct {
		says  string
		table []Definition
	}{
		{"leads back to itself", []Definition{row("a.a", None, Int, add(fact("a.b"), one)), row("a.b", None, Int, add(one, when(written("spark.master"), one, fact("a.a"))))}},
		{"leads back to itself", []Definition{row("a.a", None, Int, atLeast(1, fact("a.a"), ""))}},
		{"there is no such fact", []Definition{row("a.a", Count, Int, fact("a.b"))}},
		{"taken twice", []Definition{row("a.a", Count, Int, one), row("a.a", Count, Int, one)}},
		{"not group.name", []Definition{row("Executor", Count, Int, one)}},
		{"name and the unit", []Definition{row("a.a_mib", Count, Int, one)}},
		{"name and the unit", []Definition{row("a.a", MiB, Int, named(1, MiB, ""))}},
		{"the definition says", []Definition{row("a.a", Count, Float, one)}},
		{"do not mix", []Definition{row("a.a", Count, Int, add(one, named(1, MiB, "")))}},
		{"one branch gives", []Definition{row("a.a", Count, Int, when(since{4, 0}, one, named(1, MiB, "")))}},
		{"has no unit here", []Definition{row("a.a_mib", MiB, Int, multiply(named(1, MiB, ""), named(1, Cores, "")))}},
		{"has no unit here", []Definition{row("a.a_ratio", Ratio, Float, divide(named(1, MiB, ""), named(1, Cores, "")))}},
		{"nothing to round", []Definition{row("a.a", Count, Int, truncate(one))}},
		{"works on numbers only", []Definition{row("a.a", None, String, add(word("a"), word("b")))}},
		{"works on text only", []Definition{row("a.a", None, String, concatenate(one, one))}},
		{"no Spark release knows spark.executor.memmory", []Definition{row("a.a_mib", MiB, Int, mebibytes("spark.executor.memmory"))}},
		{"no Spark release knows spark.no", []Definition{row("a.a", Count, Int, when(all{not{written("spark.no")}}, one, one))}},
		{"not int in \"count\"", []Definition{row("a.a", Count, Int, count("spark.executor.memory"))}},
		{"not bool", []Definition{row("a.a", None, Bool, &answer{enabled("spark.executor.cores")})}},
		{"doc or source is missing", []Definition{{Name: "a.a", Unit: Count, Kind: Int, Expr: one}}},
	} {
		err := validate(register(c.table))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%v, want %q", err, c.says)
		}
	}
}
