package facts

import (
	"math"
	"strconv"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
)

// Set holds the facts of one job. Each is worked out when first asked for, and
// remembered; a Set is not safe for use by several goroutines.
type Set struct {
	job      *conf.Job
	registry *registry
	facts    []Fact        // in table order; State is empty until worked out
	lookups  []conf.Lookup // by key number; State is empty until asked for
	uses     []Use         // backs the facts' Uses
	pending  []Use         // the uses of the facts being worked out, innermost last
	// collecting walks the formulas for their uses.
	collecting explanation

	// What conditions ask about; a reason stands where there is no answer.
	manager       conf.ClusterManager
	managerReason conf.Reason
	mode          conf.DeployMode
	modeReason    conf.Reason
	major, minor  int // of Spark; 0 when unknown

	// Why facts of other managers and of the other mode are inapplicable.
	otherManager, otherMode conf.Reason
}

// Of returns the facts of a resolved job.
func Of(job *conf.Job) *Set { return of(job, linked()) }

func of(job *conf.Job, r *registry) *Set {
	s := &Set{
		job: job, registry: r,
		facts:   make([]Fact, len(r.table)),
		lookups: make([]conf.Lookup, len(r.keys)),
		uses:    make([]Use, 0, 2*len(r.table)),
		pending: make([]Use, 0, 16),
	}
	s.collecting = explanation{set: s, style: uses}
	s.manager, s.managerReason = managerOf(job)
	s.mode, s.modeReason = modeOf(job)
	s.major, s.minor = lineOf(job.SparkVersion)
	s.otherManager = conf.Reason("has no meaning when the cluster manager is " + string(s.manager))
	if s.manager == conf.Mesos {
		s.otherManager = "is not worked out for mesos, which Spark 4.0 removed"
	}
	s.otherMode = conf.Reason("has no meaning in " + string(s.mode) + " mode")
	return s
}

// Get returns a fact by its name; nil for an unknown name.
func (s *Set) Get(name string) *Fact {
	i, ok := s.registry.byName[name]
	if !ok {
		return nil
	}
	return s.at(i)
}

// All returns all facts in table order.
func (s *Set) All() []*Fact {
	all := make([]*Fact, len(s.facts))
	for i := range s.facts {
		all[i] = s.at(i)
	}
	return all
}

// at works a fact out on the first call.
func (s *Set) at(i int) *Fact {
	f := &s.facts[i]
	if f.State != "" {
		return f
	}
	d := &s.registry.table[i]
	f.Definition, f.set = d, s
	state, reason := d.Applies.holds(s)
	if state == Undecided {
		// Within the scope or not, it may have no meaning.
		if r := d.Expr.evaluate(s); r.state == Inapplicable {
			state, reason = Inapplicable, r.reason
		}
	}
	if state != Known {
		f.State, f.Reason, f.outside = state, reason, true
		return f
	}
	r := d.Expr.evaluate(s)
	if n := r.value.number(); r.state == Known && (math.IsInf(n, 0) || math.IsNaN(n)) {
		r = undecided(conf.Reason("it comes to " + r.value.String()))
	}
	f.State, f.Reason, f.Value = r.state, r.reason, r.value
	f.Uses = s.usesOf(d.Expr)
	return f
}

// usesOf collects the settings that a formula reads for this job.
func (s *Set) usesOf(x Expr) []Use {
	e := &s.collecting
	outer := e.from // another fact may be waiting for this one
	e.from = len(s.pending)
	x.explain(e, loosest)
	start := len(s.uses)
	s.uses = append(s.uses, s.pending[e.from:]...)
	s.pending = s.pending[:e.from]
	e.from = outer
	return s.uses[start:len(s.uses):len(s.uses)]
}

// lookup asks the job once for each key.
func (s *Set) lookup(k key) *conf.Lookup {
	if k.number < 0 {
		l := s.job.Lookup(k.name)
		return &l
	}
	l := &s.lookups[k.number]
	if l.State == "" {
		*l = s.job.Lookup(k.name)
	}
	return l
}

// managerOf returns a job's cluster manager, or why it is not known.
func managerOf(job *conf.Job) (conf.ClusterManager, conf.Reason) {
	switch {
	case job.Manager == conf.Local && strings.HasPrefix(job.Lookup(masterKey).Value.Raw, "local-cluster"):
		return "", "local-cluster, Spark's own test bed, is neither local mode nor a cluster"
	case job.Manager != "":
		return job.Manager, ""
	case job.ManagerReason != "":
		return "", job.ManagerReason
	}
	return "", "the cluster manager is not known"
}

// modeOf returns a job's deploy mode, or why it is not known.
func modeOf(job *conf.Job) (conf.DeployMode, conf.Reason) {
	switch job.DeployMode {
	case conf.Client, conf.Cluster:
		return job.DeployMode, ""
	case "":
		if reason := job.Lookup(deployModeKey).Value.Unknown; reason != "" {
			return "", reason
		}
		return "", "the deploy mode is not written here"
	}
	return "", conf.Reason(deployModeKey + " " + quoted(string(job.DeployMode)) + " is neither client nor cluster")
}

// The settings behind the cluster manager and the deploy mode.
const (
	masterKey     = "spark.master"
	deployModeKey = "spark.submit.deployMode"
)

// lineOf reads the release line of a Spark version: 3 and 5 of "3.5.1"; zeros
// when it names none.
func lineOf(version string) (major, minor int) {
	first, rest, _ := strings.Cut(version, ".")
	second, _, _ := strings.Cut(rest, ".")
	major, err := strconv.Atoi(first)
	if err != nil || major < 1 {
		return 0, 0
	}
	if minor, err = strconv.Atoi(second); err != nil || minor < 0 {
		return 0, 0
	}
	return major, minor
}

// since decides whether the job's Spark is of a release line or newer. Where
// the version is unknown, it is decided when all releases agree.
func (s *Set) since(major, minor int) truth {
	if s.major > 0 {
		return truthOf(s.major > major || s.major == major && s.minor >= minor)
	}
	every, none := true, true
	for _, line := range catalog.Releases() {
		a, b := lineOf(line)
		if a > major || a == major && b >= minor {
			none = false
		} else {
			every = false
		}
	}
	switch {
	case every:
		return yes
	case none:
		return no
	}
	return maybe
}
