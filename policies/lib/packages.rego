# The packages that a job brings: what spark.jars.packages asks for, and what
# the names of the files in spark.jars say.
package policies.lib.packages

brought contains parsed("spark.jars.packages", text) if some text in input.facts.application.packages

brought contains parsed("spark.jars", text) if some text in input.facts.application.jars

# The facts write a package as group:artefact:Scala version:version.
parsed(key, text) := {
	"at": key, "group": group, "artefact": artefact, "scala": scala, "version": version,
	"name": named(key, group, artefact, scala, version),
} if {
	[group, artefact, scala, version] := split(text, ":")
}

# A package as it was written: Maven coordinates, or the name of a file.
named("spark.jars.packages", group, artefact, scala, version) := $"{group}:{artefact}{suffix(scala)}:{version}"

named("spark.jars", _, artefact, scala, version) := $"{artefact}{suffix(scala)}-{version}.jar"

suffix("") := ""

suffix(scala) := $"_{scala}" if scala != ""

# A package of a group, by its coordinates or by the name of its file.
of(p, group, _) if p.group == group

of(p, _, names) if {
	p.group == ""
	some name in names
	startswith(p.artefact, name)
}

# A package for a Scala version that the Spark release is not published for.
foreign_scala(p) if {
	p.scala != ""
	not p.scala in input.facts.spark.scala_versions
	input.facts.spark.release
}

# The whole of spark.jars.packages, with some packages in other words.
rewritten(changes) := concat(",", [object.get(changes, text, text) |
	some coordinate in input.conf["spark.jars.packages"]
	text := trim_space(coordinate)
])

# The release line of a version: 3.5 of 3.5.1.
line(version) := regex.find_n(`^[0-9]+\.[0-9]+`, version, 1)[0]
