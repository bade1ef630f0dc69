// Package zone knows the names of time zones, as Spark reads them: by Java's
// ZoneId.of, with a short name or two more. It stands beside the model, as the
// catalogue of Spark's keys does.
package zone
