package facts

import (
	"regexp"
	"strconv"

	"github.com/sparkvet/sparkvet/conf"
)

func kubernetesFacts() []Definition {
	const (
		executor = "org.apache.spark.deploy.k8s.features.BasicExecutorFeatureStep"
		driver   = "org.apache.spark.deploy.k8s.features.BasicDriverFeatureStep"
	)
	anyMode := Scope{Managers: []conf.ClusterManager{conf.Kubernetes}}
	clusterMode := Scope{Managers: anyMode.Managers, Mode: conf.Cluster}
	return []Definition{
		{
			Name: "kubernetes.executor_cpu_request", Unit: Cores, Kind: Float, Applies: anyMode, Source: executor,
			Doc:  "CPU that an executor's pod requests. The number of task slots does not follow it.",
			Expr: requested("spark.kubernetes.executor.request.cores", fact("executor.cores")),
		},
		{
			Name: "kubernetes.executor_cpu_limit", Unit: Cores, Kind: Float, Applies: anyMode, Source: executor,
			Doc:  "CPU above which an executor's pod is throttled; it has no limit unless one is written.",
			Expr: limited("spark.kubernetes.executor.limit.cores"),
		},
		{
			Name: "kubernetes.driver_cpu_request", Unit: Cores, Kind: Float, Applies: clusterMode, Source: driver,
			Doc:  "CPU that the driver's pod requests.",
			Expr: requested("spark.kubernetes.driver.request.cores", fact("driver.cores")),
		},
		{
			Name: "kubernetes.driver_cpu_limit", Unit: Cores, Kind: Float, Applies: clusterMode, Source: driver,
			Doc:  "CPU above which the driver's pod is throttled; it has no limit unless one is written.",
			Expr: limited("spark.kubernetes.driver.limit.cores"),
		},
	}
}

func requested(key string, otherwise Expr) Expr {
	return when(written(key), cpus(textOf(key)), &fractional{otherwise})
}

// fractional is a whole number where others may have fractions.
type fractional struct{ Expr }

func (x *fractional) evaluate(s *Set) result {
	r := x.Expr.evaluate(s)
	if r.state == Known {
		r.value = decimal(r.value.number())
	}
	return r
}

func (x *fractional) check(c *checker) signature {
	return signature{Float, x.Expr.check(c).unit}
}

func limited(key string) Expr {
	return when(written(key), cpus(textOf(key)), meaningless(conf.Reason(key+" is not written")))
}

// cpus reads a Kubernetes quantity of CPU: "2", "0.5", "500m".
func cpus(quantity Expr) Expr { return &operation{&quantities, []Expr{quantity}} }

var quantities = operator{name: "cpus", alone: parseQuantity, check: gives(Float, Cores)}

// quantity is the grammar of k8s.io/apimachinery/pkg/api/resource.Quantity: an
// exponent or a suffix, not both.
var quantity = regexp.MustCompile(`^\+?((?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)$|^\+?([0-9]+\.?[0-9]*|\.[0-9]+)(n|u|m|[kMGTPE]|[KMGTPE]i)$`)

// scales are the parts that make one core, and the cores that make one part.
var scales = map[string]struct{ of, times float64 }{
	"n": {1e9, 1}, "u": {1e6, 1}, "m": {1e3, 1}, "": {1, 1},
	"k": {1, 1e3}, "M": {1, 1e6}, "G": {1, 1e9}, "T": {1, 1e12}, "P": {1, 1e15}, "E": {1, 1e18},
	"Ki": {1, 1 << 10}, "Mi": {1, 1 << 20}, "Gi": {1, 1 << 30}, "Ti": {1, 1 << 40}, "Pi": {1, 1 << 50}, "Ei": {1, 1 << 60},
}

func parseQuantity(v Value) (Value, conf.Reason) {
	if m := quantity.FindStringSubmatch(v.Text); m != nil {
		if f, err := strconv.ParseFloat(m[1]+m[2], 64); err == nil {
			return decimal(f / scales[m[3]].of * scales[m[3]].times), ""
		}
	}
	return Value{}, conf.Reason("Kubernetes does not read " + quoted(v.Text) + " as a quantity of CPU")
}
