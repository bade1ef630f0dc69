# What the settings of a streaming job show of its queries.
package policies.lib.streaming

import data.policies.lib.assignment

# Somebody tuned where this job's queries keep their state.
stateful if {
	some a in input.assignments
	regex.match(`^spark\.sql\.streaming\.(stateStore|statefulOperator)\.`, a.name)
	assignment.own(a)
}
