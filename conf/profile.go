package conf

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/source"
)

// Profile is what a project says of a job that no Spark setting says: the
// cluster it runs on and the work it does. The zero Profile says nothing.
type Profile struct {
	Cluster, Workload *ProfileBlock
	// ClusterReason and WorkloadReason say why it is not known which block the
	// job has.
	ClusterReason, WorkloadReason Reason
}

// ProfileBlock is one block of a profile: a cluster, a kind of worker in it, or
// a workload. Jobs share blocks, which do not change after loading.
type ProfileBlock struct {
	// Name is the block's label.
	Name string
	At   source.Span
	// Values that are written, or that follow from one that is, by ProfileKey.
	Values map[string]ProfileValue
	// Workers are the kinds of worker of a cluster.
	Workers []*ProfileBlock
	// Layers are what a cluster sets for all its jobs, weakest first.
	Layers []*Layer
	// Unseen says that a cluster sets more for its jobs than can be read, and
	// Unread that the block itself says more.
	Unseen, Unread Reason
	// Jobs are those that a block of a settings file is for.
	Jobs Patterns
}

// Patterns say which jobs a block of a settings file is for.
type Patterns struct {
	// Everything: the block names no jobs, and is for all of them.
	Everything bool
	// List holds the paths of their files as in .gitignore, relative to the
	// settings file's folder.
	List []string
	// Unknown says why the list cannot be known.
	Unknown Reason
	// At is where they were written.
	At source.Span
}

// ProfileValue is one thing that a profile says, and where.
type ProfileValue struct {
	Value
	// At is where it was written, or where that was written which it follows
	// from.
	At source.Span
	// Origin says what it follows from ("EC2's m5.4xlarge"); empty when it was
	// written.
	Origin string
}

// ProfileKey is one thing that a profile may say.
type ProfileKey struct {
	// Name is the attribute, after its block where that is not the cluster
	// itself: "platform", "yarn.maximum_allocation_mb", "worker.memory",
	// "workload.kind".
	Name string
	// Type is Bytes, Int, Double, Boolean or String.
	Type catalog.Type
	// Values are the words that a String may be; any text when empty.
	Values []string
	// Least is the smallest number that makes sense.
	Least float64
	// Input is the name under input.job by which policies see the value; empty
	// when they see it through facts.
	Input string
	Doc   string
}

// The prefixes of the names of values that do not stand in the cluster itself.
const (
	workerPrefix   = "worker."
	workloadPrefix = "workload."
)

// profileKeys is everything that a profile may say.
var profileKeys = []ProfileKey{
	{Name: "platform", Type: catalog.String, Values: PlatformNames(), Input: "platform", Doc: "what the cluster is: its defaults and limits follow"},
	{Name: "release", Type: catalog.String, Input: "platform_version", Doc: "version of the platform, as it writes it: emr-7.1.0, 15.4.x-scala2.12"},
	{Name: "spark_version", Type: catalog.String, Doc: "Spark that the cluster runs"},
	{Name: "java_version", Type: catalog.Int, Least: 8, Input: "java_version", Doc: "Java that the cluster runs: 8, 11, 17, 21"},
	{Name: "hadoop_version", Type: catalog.String, Input: "hadoop_version", Doc: "Hadoop that the cluster runs"},
	{Name: "tenancy", Type: catalog.String, Values: []string{"dedicated", "shared"}, Input: "tenancy", Doc: "whether the job has the cluster for itself"},
	{Name: "objective", Type: catalog.String, Values: []string{"efficiency", "reliability"}, Input: "objective", Doc: "what sizes are chosen for: little waste, or headroom"},

	{Name: "worker.instance_type", Type: catalog.String, Doc: "name of the machine at its vendor: its cores and memory follow"},
	{Name: "worker.count", Type: catalog.Int, Least: 1, Doc: "machines of this kind"},
	{Name: "worker.min", Type: catalog.Int, Doc: "fewest machines of this kind when the cluster scales"},
	{Name: "worker.max", Type: catalog.Int, Least: 1, Doc: "most machines of this kind when the cluster scales"},
	{Name: "worker.cores", Type: catalog.Int, Least: 1, Doc: "virtual cores of one machine"},
	{Name: "worker.memory", Type: catalog.Bytes, Least: 1, Doc: "memory of one machine"},
	{Name: "worker.allocatable_memory", Type: catalog.Bytes, Least: 1, Doc: "what the cluster manager gives out of it: yarn.nodemanager.resource.memory-mb, or a node's allocatable memory"},
	{Name: "worker.allocatable_cores", Type: catalog.Double, Doc: "what the cluster manager gives out of the cores: yarn.nodemanager.resource.cpu-vcores, or a node's allocatable CPU"},
	{Name: "worker.spot", Type: catalog.Boolean, Input: "spot", Doc: "whether the machines may be taken away at any time"},
	{Name: "worker.arch", Type: catalog.String, Values: []string{"x86_64", "arm64"}, Input: "arch", Doc: "processor of the machines"},
	{Name: "worker.local_disk", Type: catalog.String, Doc: "disks in the machines"},

	{Name: "yarn.minimum_allocation_mb", Type: catalog.Int, Least: 1, Doc: "yarn.scheduler.minimum-allocation-mb: the step of the CapacityScheduler"},
	{Name: "yarn.increment_allocation_mb", Type: catalog.Int, Least: 1, Doc: "yarn.scheduler.increment-allocation-mb: the step of the FairScheduler"},
	{Name: "yarn.maximum_allocation_mb", Type: catalog.Int, Least: 1, Doc: "yarn.scheduler.maximum-allocation-mb: the largest container"},
	{Name: "yarn.maximum_allocation_vcores", Type: catalog.Int, Least: 1, Doc: "yarn.scheduler.maximum-allocation-vcores: the most cores of a container"},
	{Name: "yarn.resource_calculator", Type: catalog.String, Values: []string{"default", "dominant"}, Input: "resource_calculator", Doc: "whether the CapacityScheduler counts memory only, or cores too"},
	{Name: "yarn.am_max_attempts", Type: catalog.Int, Least: 1, Doc: "yarn.resourcemanager.am.max-attempts"},

	{Name: "kubernetes.reserved_memory", Type: catalog.Bytes, Doc: "what each node keeps of its memory"},
	{Name: "kubernetes.reserved_cores", Type: catalog.Double, Doc: "what each node keeps of its CPU"},
	{Name: "kubernetes.external_shuffle", Type: catalog.Boolean, Doc: "whether shuffle files outlive executors"},

	{Name: "standalone.worker_memory", Type: catalog.Bytes, Least: 1, Doc: "SPARK_WORKER_MEMORY"},
	{Name: "standalone.worker_cores", Type: catalog.Int, Least: 1, Doc: "SPARK_WORKER_CORES"},

	{Name: "workload.kind", Type: catalog.String, Values: []string{"batch", "streaming", "dstreams", "sql-service", "notebook"}, Input: "workload", Doc: "what the job is for"},
	{Name: "workload.api", Type: catalog.String, Values: []string{"dataframe", "rdd", "typed"}, Input: "api", Doc: "what the application is written with"},
	{Name: "workload.python", Type: catalog.Boolean, Doc: "whether rows go through Python workers"},
	{Name: "workload.barrier", Type: catalog.Boolean, Input: "barrier", Doc: "whether stages run in barrier mode"},
	{Name: "workload.input_bytes", Type: catalog.Bytes, Doc: "what one run reads"},
	{Name: "workload.shuffle_bytes", Type: catalog.Bytes, Doc: "what the largest shuffle of a run writes"},
	{Name: "workload.cached_bytes", Type: catalog.Bytes, Doc: "what a run keeps cached"},
	{Name: "workload.storage", Type: catalog.String, Values: []string{"s3", "hdfs", "gcs", "abfs"}, Input: "storage", Doc: "where the data lies"},
	{Name: "workload.sink", Type: catalog.String, Values: []string{"iceberg", "delta", "hudi", "parquet"}, Input: "sink", Doc: "format of what the job writes"},
	{Name: "workload.production", Type: catalog.Boolean, Input: "production", Doc: "whether others wait for the job's results"},
	{Name: "workload.recurring", Type: catalog.Boolean, Input: "recurring", Doc: "whether the job runs again and again"},
}

// ProfileKeys returns everything that a profile may say, in the order in which
// it is documented.
func ProfileKeys() iter.Seq[ProfileKey] { return slices.Values(profileKeys) }

// ProfileKeyNamed finds a key by its name; nil when there is none.
func ProfileKeyNamed(name string) *ProfileKey {
	for i := range profileKeys {
		if profileKeys[i].Name == name {
			return &profileKeys[i]
		}
	}
	return nil
}

// Known reports whether the profile says anything.
func (p *Profile) Known() bool { return p.Cluster != nil || p.Workload != nil }

// Lookup finds what the profile says, by the name of a ProfileKey other than a
// worker's. When it says nothing the state is Absent, and the reason says why.
func (p *Profile) Lookup(name string) (ProfileValue, State) {
	block, why, none := p.Cluster, p.ClusterReason, noCluster
	if strings.HasPrefix(name, workloadPrefix) {
		block, why, none = p.Workload, p.WorkloadReason, noWorkload
	}
	switch {
	case block != nil:
		return block.Lookup(name)
	case why != "":
		return ProfileValue{Value: Value{Unknown: why}}, Unknown
	}
	return ProfileValue{Value: Value{Unknown: none}}, Absent
}

const (
	noCluster  Reason = "no cluster profile: no cluster block of .sparkvet.hcl is for this job"
	noWorkload Reason = "no workload profile: no workload block of .sparkvet.hcl is for this job"
)

// Lookup finds what a block says, by the name of a ProfileKey.
func (b *ProfileBlock) Lookup(name string) (ProfileValue, State) {
	v, said := b.Values[name]
	switch {
	case said && v.Unknown != "":
		return v, Unknown
	case said:
		return v, Written
	case b.Unread != "":
		return ProfileValue{Value: Value{Unknown: b.Unread}, At: b.At}, Unknown
	}
	return ProfileValue{Value: Value{Unknown: Reason("the profile does not say " + name)}, At: b.At}, Absent
}

// Agreed finds what all kinds of worker of the profile's cluster agree on, by
// the name of a ProfileKey of workers.
func (p *Profile) Agreed(name string) (ProfileValue, State) {
	switch {
	case p.Cluster == nil:
		return p.Lookup(name)
	case len(p.Cluster.Workers) == 0:
		return p.Cluster.Lookup(name)
	}
	first, state := p.Cluster.Workers[0].Lookup(name)
	for _, w := range p.Cluster.Workers[1:] {
		v, s := w.Lookup(name)
		switch {
		case s == Unknown || state == Unknown:
			if state != Unknown {
				first, state = v, s
			}
		case s != state || v.Typed != first.Typed:
			return ProfileValue{Value: Value{Unknown: Reason("the cluster's workers differ in " + strings.TrimPrefix(name, workerPrefix))}, At: w.At}, Unknown
		}
	}
	return first, state
}

// Saying is one thing that a profile says, by name.
type Saying struct {
	Name string // with more than one kind of worker: "worker[2].memory"
	ProfileValue
}

// Said returns everything that the profile says, in the order of ProfileKeys;
// of each kind of worker in turn.
func (p *Profile) Said() []Saying {
	var said []Saying
	add := func(b *ProfileBlock, number string) {
		for _, key := range profileKeys {
			if v, ok := b.Values[key.Name]; ok {
				first, rest, nested := strings.Cut(key.Name, ".")
				if nested {
					rest = "." + rest
				}
				said = append(said, Saying{first + number + rest, v})
			}
		}
	}
	if p.Cluster != nil {
		add(p.Cluster, "")
		for i, w := range p.Cluster.Workers {
			number := ""
			if len(p.Cluster.Workers) > 1 {
				number = "[" + strconv.Itoa(i+1) + "]"
			}
			add(w, number)
		}
	}
	if p.Workload != nil {
		add(p.Workload, "")
	}
	return said
}

// Say finds a value of the profile by any key's name: a worker's is the one on
// which all kinds of worker agree.
func (p *Profile) Say(name string) (ProfileValue, State) {
	if strings.HasPrefix(name, workerPrefix) {
		return p.Agreed(name)
	}
	return p.Lookup(name)
}

// RunOn puts a job on a cluster: what the cluster sets lies under everything
// that the job itself says. Before Resolve.
func (j *Job) RunOn(cluster *ProfileBlock) {
	j.Layers = slices.DeleteFunc(slices.Clone(j.Layers), func(l *Layer) bool { return l.Kind == PlatformLayer || l.Kind == ClusterLayer })
	j.Layers = slices.Concat(cluster.Layers, j.Layers)
	j.Profile.Cluster, j.Profile.ClusterReason = cluster, ""
	if j.Unseen == "" {
		j.Unseen = cluster.Unseen
	}
	if v, state := cluster.Lookup("spark_version"); state == Written && j.SparkVersion == "" {
		j.SparkVersion, j.SparkVersionAt = v.Raw, v.At
	}
}

// WorkloadKind is what a job is for, as its profile says, or as the settings
// show that somebody wrote for this job: those of a file that many jobs lie on
// show nothing. Empty, with a reason, when it is not known.
func (j *Job) WorkloadKind() (string, Reason) {
	v, state := j.Profile.Lookup("workload.kind")
	switch state {
	case Written:
		return v.Raw, ""
	case Unknown:
		return "", v.Unknown
	}
	structured, dstreams := false, false
	for _, name := range j.names {
		a := j.settings[name].Effective()
		if a == nil || a.Layer.Kind != ConfLayer && a.Layer.Kind != FlagLayer {
			continue
		}
		structured = structured || strings.HasPrefix(name, "spark.sql.streaming.")
		dstreams = dstreams || strings.HasPrefix(name, "spark.streaming.")
	}
	switch {
	case structured == dstreams:
		return "", v.Unknown
	case structured:
		return "streaming", ""
	}
	return "dstreams", ""
}
