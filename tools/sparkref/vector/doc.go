// Package vector holds sparkvet against real Sparks, release by release.
//
// A kind of question is something that a Spark can be asked without a cluster:
// what it makes of a value, of the arguments of spark-submit, of a whole
// configuration. Each has three parts: a generator of random questions here, a
// class in tools/sparkref/ask that puts them to Spark, and a comparison here of
// Spark's answer with what the loaders, the model, the facts or the rules say.
//
// The questions with the answers of every release, the vectors, are checked in
// under testdata, and go test replays them with Go alone. tools/sparkref/README.md
// says how they are made, and how to ask fresh ones.
package vector
