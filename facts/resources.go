package facts

import (
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
)

// resources is how many tasks the custom resources of an executor (GPUs) are
// enough for. Their keys are not known beforehand, so that the formula is made
// for each job; for a job whose tasks ask for none it counts as nothing.
type resources struct{}

const (
	taskResource     = "spark.task.resource."
	executorResource = "spark.executor.resource."
	amount           = ".amount"
)

// mostResources bounds the work that a hostile file can make.
const mostResources = 32

// limits are the tasks that each resource is enough for. They follow
// ResourceUtils.calculateAmountAndPartsForFraction: up to half of one, tasks
// share; above, they take whole ones.
func (x *resources) limits(s *Set) []Expr {
	keys := taskAmounts(s.job)
	if len(keys) > mostResources {
		return []Expr{unknowable("the tasks ask for too many kinds of resource")}
	}
	var limits []Expr
	for _, key := range keys {
		task := read(key, Float, Ratio).from(0)
		executor := count(executorResource + strings.TrimPrefix(key, taskResource)).from(1)
		share := divide(executor, task)
		switch r := task.evaluate(s); {
		case r.state == Known && r.value.Float == 0: // Spark passes it over
			continue
		case r.state == Known && r.value.Float <= 0.5:
			share = multiply(executor, truncate(divide(ratio(1, ""), task)))
		case r.state == Known && r.value.Float != float64(int64(r.value.Float)):
			share = unknowable(conf.Reason("Spark refuses a fraction above 0.5 for " + key))
		default:
			share = atLeast(1, truncate(share), conf.Reason("an executor has less than a task asks for by "+key))
		}
		limits = append(limits, share)
	}
	return limits
}

// taskAmounts lists the keys by which the tasks of a job ask for resources.
func taskAmounts(job *conf.Job) []string {
	var keys []string
	names := job.Written()
	first, _ := slices.BinarySearch(names, taskResource)
	for _, key := range names[first:] {
		if !strings.HasPrefix(key, taskResource) {
			break
		}
		if strings.HasSuffix(key, amount) && job.Setting(key).Effective() != nil {
			keys = append(keys, key)
		}
	}
	return keys
}

func (x *resources) evaluate(s *Set) result { return minimum(x.limits(s)...).evaluate(s) }

func (x *resources) explain(e *explanation, surroundings int) {
	if e.set == nil {
		e.write("tasks that its resources are enough for")
		return
	}
	minimum(x.limits(e.set)...).explain(e, surroundings)
}

func (x *resources) check(c *checker) signature {
	c.key(taskResource+"gpu"+amount, "", None)
	c.key(executorResource+"gpu"+amount, "", None)
	return signature{Int, Count}
}
