# What mends what a loader noticed.
package policies.lib.observation

# The text for the bytes of an observation, where the loader is certain of it.
mended(o) := {"replace": o.replacement} if {
	is_string(o.replacement)
} else := {}
