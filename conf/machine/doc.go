// Package machine knows the machines that clouds rent out by name, so that a
// profile that says "m5.4xlarge" says how many cores and how much memory that
// is. It stands beside the model, as the catalogue of Spark's keys does.
package machine
