# The catalogs that a job sets up: spark.sql.catalog.<name> is the class,
# and what stands below it are the options that the class is given.
package policies.lib.sql_catalogs

prefix := "spark.sql.catalog."

# Name → class, of what is known.
class[name] := a.raw if {
	some a in input.assignments
	a.effective
	name := trim_prefix(a.name, prefix)
	startswith(a.name, prefix)
	not contains(name, ".")
}

# Names of which the class is written, also where it cannot be known.
classed contains name if {
	some a in input.assignments
	a.effective
	startswith(a.name, prefix)
	name := trim_prefix(a.name, prefix)
	not contains(name, ".")
}

# Name → option → text, of what is known.
options[name][option] := a.raw if {
	some a in input.assignments
	a.effective
	startswith(a.name, prefix)
	rest := trim_prefix(a.name, prefix)
	name := split(rest, ".")[0]
	option := trim_prefix(rest, $"{name}.")
	option != rest
}

# Whether an option is written, also where its value cannot be known.
has(name, option) if {
	some a in input.assignments
	a.effective
	a.name == $"{prefix}{name}.{option}"
}

iceberg[name] if {
	some name, text in class
	text in {"org.apache.iceberg.spark.SparkCatalog", "org.apache.iceberg.spark.SparkSessionCatalog"}
}
