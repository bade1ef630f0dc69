// Package properties reads spark-defaults.conf, the file of --properties-file
// and any other properties file that holds spark.* keys.
//
// It stands at the start of the flow: its text becomes a conf.Layer of
// assignments, to lie under a job, and a conf.Job of its own, a fragment.
// What a file means is what java.util.Properties reads from it through a
// UTF-8 InputStreamReader, each value then trimmed as Spark trims it
// (org.apache.spark.util.Utils.getPropertiesFromFile). tools/sparkref compares
// the two on random files.
//
// A file passes through four hands. The scanner splices logical lines and
// knows the bytes of every key and value; magiconair/properties decodes the
// escapes of one logical line at a time; the templates of deployment tools
// make keys and values unknown; what the text shows and the settings do not is
// kept as observations. ${…} is text here: the model expands it as Spark does.
package properties
