// Package conf is the model: a Job is a stack of Layers, a Layer is a list of
// Assignments, and resolving a job turns them into Settings that know every
// value that was written, where, and which one Spark uses.
//
// Loaders make jobs and resolve nothing. Resolve merges by Spark's precedence
// and reads each value by Spark's own grammar for its key; facts and the
// engine only read what it left behind. Nothing is thrown away: a value that
// lost, one that Spark drops and one that does not parse stay on the stack,
// with the reason.
package conf
