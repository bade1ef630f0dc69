// Command sparkvet checks Spark configuration: it reads the settings where
// people write them, works out what Spark will do with them, and holds that
// against rules.
//
// It is the end of the flow, text → conf.Job → facts → rules → findings: each
// file here is one sub-command, which only reads flags, calls the packages that
// do the work and says how it went with its exit code.
package main
