package report

import (
	"fmt"
	"io"
	"strings"
)

// Version is what sparkvet version shows.
type Version struct {
	Version string
	// Revision is the commit it was built from; may be empty.
	Revision string
	// Go that it was built with.
	Go string
	// SparkReleases there is a catalogue of keys for.
	SparkReleases []string
}

// Text writes the version for people.
func (v Version) Text(w io.Writer) error {
	built := v.Go
	if v.Revision != "" {
		built = short(v.Revision, 12) + ", " + built
	}
	_, err := fmt.Fprintf(w, "sparkvet %s (%s)\nSpark %s\n", v.Version, built, strings.Join(v.SparkReleases, ", "))
	return err
}

// JSON writes the version as data.
func (v Version) JSON(w io.Writer) error {
	return encode(w, versionDocument{documentVersion, tool{"sparkvet", v.Version}, v.Revision, v.Go, v.SparkReleases})
}

type versionDocument struct {
	Version       int      `json:"version"`
	Tool          tool     `json:"tool"`
	Revision      string   `json:"revision,omitempty"`
	Go            string   `json:"go"`
	SparkReleases []string `json:"spark_releases"`
}
