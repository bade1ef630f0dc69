# METADATA
# title: Serializer that does not exist
# description: |
#   spark.serializer is the full name of a class; Spark knows no short names. A class that is not there ends the job when
#   it starts. Spark's own are org.apache.spark.serializer.JavaSerializer and KryoSerializer.
# related_resources:
#   - description: Spark configuration, compression and serialization
#     ref: https://spark.apache.org/docs/latest/configuration.html#compression-and-serialization
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write org.apache.spark.serializer.KryoSerializer or org.apache.spark.serializer.JavaSerializer.
package policies.serialization.unknown_serializer

deny contains {
	"at": "spark.serializer",
	"msg": $"there is no class {shown(class)}{suggestion}: Spark does not start",
	"set": mended,
} if {
	class := input.conf["spark.serializer"]
	impossible(class)
	not class in ours
	named := [name | some name in ours; resembles(class, name)]
	suggestion := concat("", [$", only {name}" | some name in named])
	mended := {"spark.serializer": name | some name in named}
}

shown("") := `""`

shown(class) := class if class != ""

ours := {"org.apache.spark.serializer.JavaSerializer", "org.apache.spark.serializer.KryoSerializer"}

# A class of somebody else's is in a package of its own.
impossible(class) if regex.match(`^\w*$`, class)

impossible(class) if regex.match(`^org\.apache\.spark\.serializer\.\w+$`, class)

resembles(class, name) if {
	endswith(name, ".KryoSerializer")
	regex.match(`(?i)(kryo|kyro)\w*$`, class)
}

resembles(class, name) if {
	endswith(name, ".JavaSerializer")
	regex.match(`(?i)java\w*$`, class)
}
