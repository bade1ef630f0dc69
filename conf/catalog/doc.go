// Package catalog knows every Spark key, release by release: type, unit,
// default, alternatives, whether it is static, and what Spark's own tables say
// of deprecated and removed keys.
//
// It belongs to the model: conf types values with it, the engine generates the
// policies' input schema from it. The data is generated from real Spark
// releases by tools/sparkref, whose README says how each field is asked of
// Spark, and embedded. All releases are decoded together on first use and share
// what they agree on; documentation is unpacked only when somebody asks for it.
// The common view is for jobs whose release nobody told: it says of each key
// what is true in every release that knows it. Keys that nobody can list, such
// as spark.hadoop.*, are families.
package catalog
