# METADATA
# title: Placeholder that nobody filled in
# description: |
#   Of what looks like a variable Spark fills in only ${spark.some.key}, ${env:NAME} and ${system:name}. Anything
#   else, such as ${NAME}, $NAME or <your-bucket>, it reads as it stands. Kept in a template, the file is fine: then
#   give it a template's name.
# related_resources:
#   - description: ConfigReader
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/internal/config/ConfigReader.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Write the value, or a reference that Spark fills in, such as ${env:NAME}.
package policies.correctness.placeholder_unresolved

import data.policies.lib.value_text

deny contains object.union({"at": a.name, "msg": $"{literal} is nothing that Spark fills in: it reads the text as it stands"}, mended(a, literal)) if {
	some a in input.assignments
	a.effective
	not filled_in_elsewhere
	literal := unfilled(a)
}

# A properties file that no job names may be another program's.
filled_in_elsewhere if input.job.kind == "properties"

filled_in_elsewhere if regex.match(`\.(template|tmpl|tpl|j2|in|erb|dist|example|sample)$`, input.job.name)

# Of other types the loader could not read the value for it.
unfilled(a) := literal if {
	reason := input.unknown[a.name]
	startswith(reason, "Spark leaves ")
	literal := split(reason, " ")[2]
}

unfilled(a) := value_text.placeholder(a.text) if a.name != "spark.app.name"

unfilled(a) := a.text if {
	value_text.token(a.text)
	refused(a)
}

refused(a) if input.invalid[a.name].kind == "type"

refused(a) if a.name == "spark.master"

# Environments, class paths and Hadoop's settings are filled in elsewhere.
unfilled(a) := literal if {
	not value_text.placeholder(a.text)
	input.keys[a.key].status in {"known", "old_name"}
	not regex.match(`ClassPath|LibraryPath|JavaOptions|regex|layout|[uU]rl|command`, a.name)
	literal := value_text.variable(a.text)
}

# Spark fills in what stands in the environment where it reads one of its own
# keys.
mended(a, literal) := {"set": {a.name: replace(a.text, literal, $"$\{env:{name}}")}} if {
	input.keys[a.key].status == "known"
	[_, name] := regex.find_all_string_submatch_n(`^\$\{([A-Za-z_]\w*)\}$`, literal, 1)[0]
} else := {}
