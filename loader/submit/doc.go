// Package submit loads spark-submit command lines from shell scripts: the step
// text → conf.Job for everything a shell runs.
//
// The flow of a text through the package:
//
//	templates masked → shell parser → statements in order of execution, with
//	what is known of the shell's variables (script, scope) → the arguments of
//	each command (decoder) → wrappers such as sudo or docker exec taken off,
//	nested shells entered (wrapper, nested) → typography mended, lost
//	continuations joined → Spark's own option grammar (submission) → conf.Job
//
// # Places
//
// Each decoded byte remembers where it was written. A value that stands in the
// command points there. A value that came through a variable or an array
// element that the script itself sets points at the literal in the assignment:
// that is what has to be edited. A value put together from several places
// points at the word that uses them. A switch has no value of its own: its
// ValueAt is its KeyAt. All places are spans of the root source.
//
// # What is known
//
// A variable has a value where the script sets it to a literal on every path;
// ${V:-default} is the default when the script does not set V. A file read
// with source or . is not looked into and is taken to change nothing that the
// script sets itself. Everything else is unknown, with its reason. Words that
// may hold further options ($SPARK_OPTS, "$@") make the job's Unseen.
//
// Where Spark would refuse the command, or a typographic accident hides what
// was meant, the command is read as its author meant it and an Observation
// says so (see Kinds); everything else is read as Spark reads it.
package submit
