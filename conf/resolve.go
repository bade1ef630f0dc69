package conf

import (
	"slices"
	"sort"
	"strings"

	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/source"
)

// Resolve merges a job's layers as Spark does and reads every value by its
// key's grammar. A version given by the user replaces the job's own.
func Resolve(j *Job, sparkVersion string) error {
	if sparkVersion != "" {
		j.SparkVersion, j.SparkVersionAt = sparkVersion, source.Span{}
	}
	j.onResource()
	j.bundledVersion()
	j.line, _ = catalog.LineOf(j.SparkVersion)
	cat, err := catalog.Open(j.line)
	if err != nil {
		return err
	}
	j.Catalog = cat
	j.resolveManager()
	j.stack()
	j.read()
	return nil
}

// lastWritten finds the strongest value of a key before the layers are merged,
// among those that a filter takes.
func (j *Job) lastWritten(key string, takes func(*Layer) bool) (Value, bool) {
	for i := len(j.Layers) - 1; i >= 0; i-- {
		if j.Layers[i].Skipped != "" || !takes(j.Layers[i]) {
			continue
		}
		for k := len(j.Layers[i].Assignments) - 1; k >= 0; k-- {
			if a := &j.Layers[i].Assignments[k]; a.Key == key {
				return a.Value, true
			}
		}
	}
	return Value{}, false
}

// resolveManager finds the cluster manager and the deploy mode, on which it
// depends which flags Spark takes (SparkSubmit.prepareSubmitEnvironment). Code
// may still choose another master than spark-submit was given, but comes too
// late for the flags and the deploy mode.
func (j *Job) resolveManager() {
	j.Manager, j.ManagerReason = j.managerOf(func(l *Layer) bool { return l.Kind != RuntimeLayer })
	launched := func(l *Layer) bool { return !l.inCode() }
	j.launchedOn, _ = j.managerOf(launched)
	mode, written := j.lastWritten("spark.submit.deployMode", launched)
	switch {
	case written && mode.Unknown == "":
		j.DeployMode = DeployMode(mode.Raw)
	case !written && j.Complete && j.Unseen == "" && !j.launchedByPlatform():
		j.DeployMode = Client
	}
}

// platformManager is the cluster manager of the job's platform where that says
// it but not the master; empty when it does not.
func (j *Job) platformManager(master Value) ClusterManager {
	v, state := j.Profile.Lookup("platform")
	if state != Written {
		return ""
	}
	if p := PlatformNamed(v.Raw); p != nil && master.Unknown == p.Masterless {
		return p.Manager
	}
	return ""
}

// launchedByPlatform reports whether the job's platform starts the driver by
// itself.
func (j *Job) launchedByPlatform() bool {
	v, _ := j.Profile.Lookup("platform")
	p := PlatformNamed(v.Raw)
	return p != nil && p.Launches
}

// managerOf finds the cluster manager that some of the layers choose, or why it
// is not known.
func (j *Job) managerOf(takes func(*Layer) bool) (ClusterManager, Reason) {
	master, written := j.lastWritten("spark.master", takes)
	switch {
	case written && master.Unknown != "" && j.platformManager(master) != "":
		return j.platformManager(master), ""
	case written && master.Unknown != "":
		return "", master.Unknown
	case written:
		manager, ok := ManagerOf(master.Raw)
		if !ok {
			return "", Reason("spark.master " + master.Raw + " names no cluster manager")
		}
		return manager, ""
	case j.Unseen != "":
		return "", j.Unseen
	case !j.Complete:
		return "", "spark.master is not written in this file"
	case !j.BaseKnown():
		return "", "no master is written here, and the spark-defaults.conf under the job is not known"
	}
	return Local, "" // SparkSubmitArguments: master defaults to local[*]
}

// BaseKnown reports whether what lies under the job is known, the file under a
// command line or the platform's resource: only then is a key that nobody wrote
// here unset for Spark too.
func (j *Job) BaseKnown() bool {
	if j.Resource != nil {
		return true
	}
	for _, l := range j.Layers {
		if (l.Kind == SparkDefaultsLayer || l.Kind == PropertiesFileLayer) && l.Skipped == "" {
			return true
		}
	}
	return false
}

// stack sorts all assignments into settings, weakest first.
func (j *Job) stack() {
	j.settings = make(map[string]*Setting)
	for _, layer := range j.Layers {
		for i := range layer.Assignments {
			a := layer.Assignments[i]
			a.Layer = layer
			a.Dropped = j.refusal(&a)
			if o := OptionFor(a.Key); o != nil && o.YARNKey != "" && layer.Kind == FlagLayer && j.launchedOn == YARN {
				a.Key, a.Joined = o.YARNKey, true
			}
			name, key := a.Key, (*catalog.Key)(nil)
			if k, _ := j.Catalog.Resolve(a.Key); k != nil {
				name, key = k.Name, k
			}
			s := j.settings[name]
			if s == nil {
				s = &Setting{Name: name, Key: key}
				j.settings[name] = s
			}
			s.Stack = append(s.Stack, a)
		}
	}
	j.names = make([]string, 0, len(j.settings))
	for name, s := range j.settings {
		j.names = append(j.names, name)
		if len(s.Stack) > 1 {
			sort.SliceStable(s.Stack, func(a, b int) bool { return s.strength(&s.Stack[a]) < s.strength(&s.Stack[b]) })
			s.join()
		}
	}
	slices.Sort(j.names)
}

// join puts the lists together of which Spark makes one
// (SparkSubmit.mergeFileLists).
func (s *Setting) join() {
	for i := 1; i < len(s.Stack); i++ {
		below, a := &s.Stack[i-1], &s.Stack[i]
		if !a.Joined || below.Joined || below.Dropped != "" || strings.TrimSpace(below.Value.Raw) == "" && below.Value.Unknown == "" {
			continue
		}
		if a.Value.Unknown == "" {
			a.Value.Unknown = below.Value.Unknown
		}
		a.Value.Raw = below.Value.Raw + "," + a.Value.Raw
	}
}

// strength orders assignments that layers alone do not: what Spark drops is
// weakest, and an older name is read only when the newer ones are not written,
// whatever the layer (SparkConf.getOption over configsWithAlternatives).
func (s *Setting) strength(a *Assignment) int {
	switch {
	case a.Dropped != "":
		return -1 << 30
	case s.Key == nil || a.Key == s.Name:
		return 0
	}
	return -1 - slices.IndexFunc(s.Key.Alternatives, func(alt catalog.Alternative) bool { return alt.Name == a.Key })
}

// refusal says why Spark does not take an assignment at all.
func (j *Job) refusal(a *Assignment) string {
	switch {
	case a.Layer.Skipped != "":
		return a.Layer.Skipped
	case !strings.HasPrefix(a.Key, "spark.") && !a.Layer.inCode():
		return "spark-submit ignores keys that do not start with spark."
	case a.Layer.Kind == CodeLayer:
		return j.tooLate(a.Key)
	case a.Layer.Kind == RuntimeLayer:
		return j.fixed(a.Key)
	case a.Key == "spark.driver.host" && j.DeployMode == Cluster:
		return "spark-submit removes it in cluster mode, where the driver finds its own"
	}
	o := OptionFor(a.Key)
	switch {
	case o == nil:
		return ""
	case a.Layer.Kind == EnvironmentLayer && catalog.Before(j.line, o.Since):
		return "spark-submit reads " + a.Spelling + " from Spark " + o.Since + " on"
	case a.Layer.Kind == FlagLayer, a.Layer.Kind == EnvironmentLayer, o.Rewritten && a.Spelling == o.Name:
		return o.refusal(j.line, j.launchedOn, j.DeployMode)
	case o.Otherwise != "" && o.takes(j.line, j.launchedOn, j.DeployMode) && !j.given(o):
		return "spark-submit writes " + o.Otherwise + " in its place where " + o.Name + " is not given"
	}
	return ""
}

// given reports whether an option is among the job's own.
func (j *Job) given(o *Option) bool {
	return slices.ContainsFunc(j.Layers, func(l *Layer) bool {
		return l.Kind == FlagLayer && slices.ContainsFunc(l.Assignments, func(a Assignment) bool { return a.Key == o.Key })
	})
}

// read types every value of every stack.
func (j *Job) read() {
	for _, name := range j.names {
		s := j.settings[name]
		for i := range s.Stack {
			s.Stack[i].Value = j.typed(s.Key, s.Stack[i].Key, s.Stack[i].Value)
		}
	}
}

// typed reads one value by its key's type, after substitution.
func (j *Job) typed(key *catalog.Key, written string, v Value) Value {
	if v.Unknown != "" {
		return v
	}
	if key == nil {
		v.Typed = v.Raw
		return v
	}
	text, literal, unknown, invalid := v.Raw, "", Reason(""), ""
	if strings.Contains(v.Raw, "${") {
		text, literal, unknown, invalid = j.substitute(v.Raw, []string{written})
	}
	switch {
	case invalid != "":
		v.Invalid, v.InvalidKind = invalid, "type"
		return v
	case unknown != "":
		v.Unknown = unknown
		return v
	case literal != "" && key.Type != catalog.String && key.Type != catalog.List:
		v.Unknown = Reason("Spark leaves " + literal + " as it stands")
		return v
	}
	text, refusal := translate(key, written, text)
	if refusal == nil {
		v.Typed, refusal = Parse(j.Catalog.Release, key, text)
	}
	switch {
	case refusal == nil:
	case refusal.Kind == "version":
		v.Unknown = Reason(refusal.Message)
	default:
		v.Invalid, v.InvalidKind = refusal.Message, refusal.Kind
	}
	return v
}
