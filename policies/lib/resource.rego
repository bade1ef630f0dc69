# The platform's definition of a job: what stands in its maps and lists.
package policies.lib.resource

# All paths, also of what cannot be known.
paths := object.keys(object.union(input.resource.attributes, input.resource.unknown))

# The entries of the maps at paths that end with a name: path → the map's own
# path and the key.
entries(name) := {path: {"of": found[1], "key": found[2]} |
	some path in paths
	some found in regex.find_all_string_submatch_n($`^(?:(.*)\.)?{name}\["([^"]*)"\]$`, path, 1)
}

# EMR's configurations: the properties under a classification, by path.
classified[path] := {"classification": classification, "key": entry.key} if {
	some path, entry in entries("properties")
	classification := input.resource.attributes[$"{entry.of}.classification"]
}
