// Package jobspec loads native job files, *.spark.hcl: the step from text to
// conf.Job for Spark jobs that are written as HCL blocks. It reads the clusters
// and workloads of a settings file, .sparkvet.hcl, by the same blocks.
//
// A file stands alone. Loading it goes in one direction:
//
//	nesting  refuse what hcl's recursive parser could not survive
//	parse    hcl, going on after errors as far as hcl does
//	check    every block and attribute against the schema
//	names    variables, then locals, then clusters and defaults
//	jobs     inheritance, for_each, and one conf.Job for each job
//
// Expressions see var, local, each, cluster and job, and pure functions only:
// no environment, clock, randomness, network or files. What the file does not
// tell stays unknown, with the reason, all the way into conf.Value. Evaluation
// is metered, so that a hostile file costs bounded time and memory.
//
// The layers of a job, weakest first: its cluster, the defaults block, each
// inherited job (conf, then typed attributes), its own conf, its own typed
// attributes, and those of the selected environment block. Nothing is merged
// here; conf.Resolve does that.
package jobspec
