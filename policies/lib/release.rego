# Which Spark release a job runs on, where that decides.
package policies.lib.release

# The job's release is this line or a later one. Undefined where the release is
# unknown.
at_least(line) if numbers(input.job.spark_release) >= numbers(line)

before(line) if numbers(input.job.spark_release) < numbers(line)

numbers(line) := [to_number(part) | some part in split(line, ".")]

# What holds from this line on holds for every job.
oldest := "3.0"

# How sure a claim about releases from one line on is; undefined before it.
certainty(line) := "error" if {
	line == oldest
} else := "error" if {
	at_least(line)
} else := "warning" if {
	not input.job.spark_release
}

# What to add to a message where the release is unknown.
from(line) := "" if {
	line == oldest
} else := "" if {
	input.job.spark_release
} else := $" (from Spark {line} on)"
