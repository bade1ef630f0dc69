// Package loader finds texts and turns them into jobs: the first step of the
// flow, from paths to resolved conf.Jobs.
//
//	discover  the given files, and in given folders those that may be Spark's
//	read      each text, up to a size, and tell its format (registry.go)
//	load      each text by its format's own package, in parallel
//	link      put the spark-defaults.conf and properties files under the jobs
//	resolve   merge each job's layers as Spark does (conf.Resolve)
//
// A text that cannot be read yields a diagnostic and the others go on. A new
// input format is a new folder beside this file and one line in the registry.
package loader
