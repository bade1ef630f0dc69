// Package secret tells what in a text is a credential: by the name in front of
// it, or by its own shape. It is one step off the flow: package engine tells
// policies what it finds, and package report never shows it, so that what a
// rule accuses is what every report hides.
package secret
