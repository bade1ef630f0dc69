# Settings that somebody wrote for a platform that works them out itself.
package policies.lib.sizing

# Name → places, of the assignments that Spark would use. What the platform's
# own name stands for is nobody's setting.
written(names, prefixes) := {name: ids |
	some a in input.assignments
	a.effective
	a.spelling != "platform"
	a.layer != "platform"
	name := a.name
	listed(name, names, prefixes)
	ids := {b.id | some b in input.assignments; b.name == name; b.effective}
}

listed(name, names, _) if name in names

listed(name, _, prefixes) if strings.any_prefix_match(name, prefixes)

# The answer about all of them at once: one cause, one finding, at the first.
answer(found, why) := {
	"at": min(found[names[0]]),
	"msg": $"{concat(", ", names)}: {why}",
	"notes": array.slice(names, 1, count(names)),
	"unset": names,
	"unsafe": true,
} if {
	names := sort(object.keys(found))
	count(names) > 0
}
