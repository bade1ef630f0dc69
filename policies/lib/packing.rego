# The size of executor that leaves least of a machine over.
package policies.lib.packing

import data.policies.lib.heap

# It in words, with what it leaves over.
words := $"{fitting} of {mib} MiB and {each} cores would leave {over}" if {
	n := input.facts.node
	fitting := n.best_executors_count
	mib := n.best_heap_mib
	each := n.best_executor_cores
	over := left(n.best_stranded_mib, n.best_stranded_vcores)
}

left(mib, vcores) := $"{mib} MiB and {tenths(vcores)} cores"

tenths(number) := round(10 * number) / 10

# The fix that sets it, where the two settings alone decide about the size.
default mending := {}

mending := {"set": object.union(memory, cores), "unsafe": true} if {
	input.conf["spark.task.cpus"] == 1
	not input.written["spark.kubernetes.executor.request.cores"]
}

# Of the two, what changes.
default memory := {}

memory := {"spark.executor.memory": heap.exact(best)} if {
	best := input.facts.node.best_heap_mib
	best != input.facts.executor.heap_mib
}

default cores := {}

cores := {"spark.executor.cores": $"{best}"} if {
	best := input.facts.node.best_executor_cores
	best != input.facts.executor.cores
}

# The size follows from the processors that tasks compute on besides.
accelerated if {
	some a in input.assignments
	startswith(a.name, "spark.executor.resource.")
}
