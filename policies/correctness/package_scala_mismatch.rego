# METADATA
# title: Package for another Scala version
# description: |
#   The suffix of an artefact's name (_2.12) is the Scala version that it was compiled with. Scala's library is not
#   binary compatible between 2.11, 2.12 and 2.13, and Spark brings one of them: with another package the job fails with
#   NoSuchMethodError, NoClassDefFoundError or AbstractMethodError when it first uses it.
# related_resources:
#   - description: Downloading Spark, and the Scala versions of its releases
#     ref: https://spark.apache.org/docs/latest/#downloading
#   - description: Binary compatibility of Scala releases
#     ref: https://docs.scala-lang.org/overviews/core/binary-compatibility-of-scala-releases.html
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Take the package with the suffix of the Scala version that Spark was built with.
package policies.correctness.package_scala_mismatch

import data.policies.lib.packages

release := input.job.spark_release

offered := concat(" and ", input.facts.spark.scala_versions)

deny contains object.union(
	{
		"at": key,
		"msg": $"{concat(", ", names)}: Spark {release} is published for Scala {offered} only; what these packages call is not in its library",
	},
	mended(key),
) if {
	some key in {"spark.jars.packages", "spark.jars"}
	names := sort([p.name | some p in packages.brought; p.at == key; packages.foreign_scala(p)])
	count(names) > 0
}

deny contains {
	"at": "application",
	"msg": $"the application was built for Scala {scala}; Spark {release} is published for Scala {offered} only",
} if {
	scala := input.facts.application.scala_version
	packages.foreign_scala({"scala": scala})
}

# Which of two versions is Spark's own does not matter: it is one.
deny contains {
	"at": key,
	"msg": $"{concat(", ", names)}: packages for Scala {concat(" and ", suffixes)} do not work in one Spark, which has one Scala library",
} if {
	mixed := [p | some p in packages.brought; p.scala != ""; not packages.foreign_scala(p)]
	suffixes := sort({p.scala | some p in mixed})
	count(suffixes) > 1
	names := sort([p.name | some p in mixed])
	key := max([p.at | some p in mixed])
}

# Where Spark has one Scala version, there is no doubt which is meant.
mended("spark.jars.packages") := {"set": {"spark.jars.packages": packages.rewritten(changes)}, "unsafe": true} if {
	[scala] := input.facts.spark.scala_versions
	changes := {p.name: replace(p.name, packages.suffix(p.scala), packages.suffix(scala)) | some p in packages.brought; packages.foreign_scala(p)}
} else := {}

mended("spark.jars") := {}
