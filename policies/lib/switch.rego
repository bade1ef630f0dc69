# Settings that Spark reads only while another one, their switch, is on.
package policies.lib.switch

import data.policies.lib.assignment

# The settings of a job that begin like this and stand where the switch stands:
# a job may switch off what its defaults describe. Sorted; without the switch.
beside(switch, prefix) := sort({a.name |
	some a in input.assignments
	a.effective
	startswith(a.name, prefix)
	a.name != switch
	lower(a.raw) != "false"
	assignment.own(a)
	level(a, switch)
})

level(a, switch) if a.layer == input.written[switch]

level(_, switch) if left_alone(switch)

# Nobody wrote it, as far as all that is here can tell.
left_alone(switch) if {
	input.job.complete
	not input.job.open
	not input.written[switch]
}

# Of an answer, whether it rests on nobody having written the switch.
default absent(_) := false

absent(switch) if left_alone(switch)

# A setting and its value, or how it came to its default.
said(switch, value) := $"{switch} is {value}, its default" if {
	left_alone(switch)
} else := $"{switch} is {value}"
