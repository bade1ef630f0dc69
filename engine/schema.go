package engine

import (
	"maps"

	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/facts"
)

// object is a JSON schema, or a part of one.
type object = map[string]any

// inputParts describes the parts of the input document that are not made from
// the catalogue or the table of facts.
var inputParts = map[string]object{
	"job": record("what the job is; parts that are not known are absent", with(profileParts(), object{
		"name": text("tells jobs apart in reports"), "kind": text("spark-submit, spark-shell, pyspark, spark-sql, spark-defaults, properties or jobspec"),
		"complete": boolean("false for a fragment such as a lone spark-defaults.conf"), "open": boolean("further settings come from where they cannot be read"),
		"master": text("spark.master as written"), "cluster_manager": text("yarn, kubernetes, standalone, local or mesos"),
		"deploy_mode": text("client or cluster"), "spark_version": text("as written"), "spark_version_written": boolean("the job's own text says so"), "spark_release": text("release line whose catalogue is used"),
		"language": text("python, r, jvm or sql"), "application": text("the primary resource"), "class": text("the main class"),
	})),
	"resource": resourceSchema(),
	"conf":     nil,
	"unset":    nil,
	"facts":    nil,
	"written":  mapping("key → the layer that wrote the value Spark uses", text("")),
	"unknown":  mapping("key → why its value cannot be known", text("")),
	"invalid": mapping("key → why Spark refuses its value", record("", object{
		"kind": text("type, fraction, range or choice"), "message": text(""), "raw": text("the value as written"),
	})),
	"keys": mapping("key as written → what the catalogue knows of it", record("", object{
		"status": text("known, old_name, family or unknown"), "current": text("the current name of an old one"), "since": text("version that renamed it"), "translated": boolean("Spark converts the value of the old name"),
		"type": text(""), "unit": text("of a bare number"), "static": boolean("a SQL key fixed when the session starts"), "values": list("allowed values", text("")),
		"nearest": text("the one known key that an unknown one resembles"), "distance": integer("edits between the two"),
		"case_only": boolean("they differ only in case"), "releases": text("release lines that know the key"), "older": text("what the job's release calls a key of a later one"),
		"deprecated": record("a row of Spark's own tables", object{
			"since": text(""), "message": text(""), "replacement": text(""), "removed": boolean(""), "default": text("the only value a removed key may have"),
			"same_values": boolean("the replacement takes the same values"),
		}),
	})),
	"assignments": list("every value that was written, losers included", record("", object{
		"id": text("the name to answer with in at"), "key": text("as written"), "name": text("the current name"), "raw": text("the value; absent when unknown"),
		"text":    text("the same, for rules about what the author wrote here: of a value from elsewhere they have nothing to say"),
		"secrets": list("what kinds of literal secret the value shows", text("")),
		"layer":   text(""), "spelling": text("the flag or attribute, when it is not the key"), "effective": boolean("Spark uses this one"),
		"restates": boolean("the value is the one that Spark uses without it"),
		"dropped":  text("why Spark does not take it; empty when it does"),
	})),
	"arguments": list("the application's own arguments", record("", object{
		"id": text("the name to answer with in at"), "text": text("as the application gets it"),
		"secrets": list("what kinds of literal secret it shows", text("")),
	})),
	"observations": list("what the loader noticed that is no setting", record("", object{
		"id": text("the name to answer with in at"), "kind": text(""), "text": text("the word in question"), "suggestion": text("what should probably stand there"),
		"replacement": text("text that certainly mends the bytes; absent when there is none"),
	})),
}

// Schema is the JSON schema of the input document; with reads, cut down to the
// keys that these name, which is what a policy is compiled against.
func Schema(reads []policy.Read) map[string]any {
	n := everything
	if reads != nil {
		n = needsOf(reads)
	}
	properties := object{}
	for name, part := range inputParts {
		if part != nil {
			properties[name] = part
		}
	}
	effective, unset := object{}, object{}
	c, err := catalog.Open("")
	if err != nil {
		panic(err) // the embedded catalogue is tested to open
	}
	add := func(name string) {
		effective[name] = keySchema(c.Key(name))
		unset[name] = boolean("")
	}
	if n.allKeys {
		for key := range c.Keys() {
			add(key.Name)
		}
	}
	for _, name := range n.keys {
		add(name)
	}
	properties["conf"] = record("key → the value that Spark uses: sizes in bytes, durations in ms", effective)
	properties["unset"] = record("key → true: keys that nobody wrote; empty for a fragment", unset)
	properties["facts"] = factsSchema()
	return object{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "sparkvet policy input",
		"type": "object", "properties": properties, "additionalProperties": false,
	}
}

func keySchema(key *catalog.Key) object {
	if key == nil { // of an open family
		return text("")
	}
	return valueSchema(key.Type)
}

func valueSchema(t catalog.Type) object {
	switch t {
	case catalog.Boolean:
		return boolean("")
	case catalog.Int, catalog.Long:
		return integer("")
	case catalog.Bytes:
		return integer("bytes")
	case catalog.Duration:
		return integer("ms")
	case catalog.Double:
		return object{"type": "number"}
	case catalog.List:
		return list("", text(""))
	}
	return text("")
}

func factsSchema() object {
	groups := map[string]object{}
	for _, d := range facts.Table() {
		group, name := splitFact(d.Name)
		if groups[group] == nil {
			groups[group] = object{}
		}
		groups[group][name] = factSchema(d)
	}
	properties := object{}
	for group, members := range groups {
		properties[group] = record("", members)
	}
	return record("group → name → value; facts that cannot be decided are absent", properties)
}

func factSchema(d facts.Definition) object {
	switch d.Kind {
	case facts.Int:
		return integer(d.Unit)
	case facts.Float:
		return object{"type": "number", "description": d.Unit}
	case facts.Bool:
		return boolean("")
	case facts.List:
		return list("", text(""))
	}
	return text("")
}

// with is the union of two sets of properties.
func with(a, b object) object {
	maps.Copy(a, b)
	return a
}

func documented(o object, doc string) object {
	if doc != "" {
		o["description"] = doc
	}
	return o
}

func text(doc string) object    { return documented(object{"type": "string"}, doc) }
func integer(doc string) object { return documented(object{"type": "integer"}, doc) }
func boolean(doc string) object { return documented(object{"type": "boolean"}, doc) }

func list(doc string, items object) object {
	return documented(object{"type": "array", "items": items}, doc)
}

func mapping(doc string, values object) object {
	return documented(object{"type": "object", "additionalProperties": values}, doc)
}

func record(doc string, properties object) object {
	return documented(object{"type": "object", "properties": properties, "additionalProperties": false}, doc)
}
