package conf

import (
	"strconv"
	"strings"
)

// The platforms that bring a Spark of their own, as profiles and job files name them.
const (
	emr                = "emr"
	emrServerless      = "emr-serverless"
	glue               = "glue"
	databricks         = "databricks"
	dataproc           = "dataproc"
	dataprocServerless = "dataproc-serverless"
)

// bundled is the Spark that a platform's versions bring, from one version up to
// the next row of the same platform; no Spark means that it is not known.
// Sources: Amazon EMR release guide; AWS Glue release notes; Databricks Runtime
// release notes; Dataproc image and Serverless runtime version lists.
var bundled = []struct {
	platform, from, spark string
}{
	{emr, "6.1", "3.0"}, {emr, "6.3", "3.1"}, {emr, "6.6", "3.2"}, {emr, "6.8", "3.3"}, {emr, "6.12", "3.4"}, {emr, "7.0", "3.5"}, {emr, "8.0", ""},
	{emrServerless, "6.6", "3.2"}, {emrServerless, "6.8", "3.3"}, {emrServerless, "6.12", "3.4"}, {emrServerless, "7.0", "3.5"}, {emrServerless, "8.0", ""},
	{glue, "3.0", "3.1"}, {glue, "4.0", "3.3"}, {glue, "5.0", "3.5"}, {glue, "6.0", ""},
	{databricks, "7.0", "3.0"}, {databricks, "8.0", "3.1"}, {databricks, "10.0", "3.2"}, {databricks, "11.0", "3.3"}, {databricks, "13.0", "3.4"},
	{databricks, "14.0", "3.5"}, {databricks, "17.0", "4.0"}, {databricks, "18.0", ""},
	{dataproc, "2.0", "3.1"}, {dataproc, "2.1", "3.3"}, {dataproc, "2.2", "3.5"}, {dataproc, "2.4", ""},
	{dataprocServerless, "1.1", "3.3"}, {dataprocServerless, "1.2", "3.5"}, {dataprocServerless, "2.0", "3.3"}, {dataprocServerless, "2.1", "3.4"},
	{dataprocServerless, "2.2", "3.5"}, {dataprocServerless, "3.0", "4.0"}, {dataprocServerless, "4.0", ""},
}

// bundledSpark returns the release line of Spark that a version of a platform
// brings ("emr-6.15.0" and "6.15" → "3.4"); empty when it is not known.
func bundledSpark(platform, version string) string {
	major, minor, ok := numbersOf(strings.TrimPrefix(version, "emr-"))
	if !ok {
		return ""
	}
	spark := ""
	for _, row := range bundled {
		fromMajor, fromMinor, _ := numbersOf(row.from)
		if row.platform == platform && (major > fromMajor || major == fromMajor && minor >= fromMinor) {
			spark = row.spark
		}
	}
	return spark
}

// numbersOf reads the first two numbers of a version: "13.3.x-scala2.12",
// "2.2-debian12", "4.0".
func numbersOf(version string) (major, minor int, ok bool) {
	first, rest, _ := strings.Cut(version, ".")
	if i := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' }); i >= 0 {
		rest = rest[:i]
	}
	major, err := strconv.Atoi(first)
	if err != nil {
		return 0, 0, false
	}
	minor, err = strconv.Atoi(rest)
	return major, minor, err == nil
}
