package facts

import "github.com/sparkvet/sparkvet/conf"

// build is the Scala versions and Hadoop versions of a release's downloads.
type build struct{ scala, hadoop []string }

// builds is what the downloads of a release line are built with: the jars
// scala-library and hadoop-client-api (hadoop-common up to 3.1) in jars/. Spark
// is published for each of these Scala versions, and up to 3.3 also with
// Hadoop 2.7. The first of each is what pip installs.
var builds = map[[2]int]build{
	{3, 0}: {[]string{"2.12"}, []string{"3.2.0", "2.7.4"}},
	{3, 1}: {[]string{"2.12"}, []string{"3.2.0", "2.7.4"}},
	{3, 2}: {[]string{"2.12", "2.13"}, []string{"3.3.1", "2.7.4"}},
	{3, 3}: {[]string{"2.12", "2.13"}, []string{"3.3.2", "2.7.4"}},
	{3, 4}: {[]string{"2.12", "2.13"}, []string{"3.3.4"}},
	{3, 5}: {[]string{"2.12", "2.13"}, []string{"3.3.4"}},
	{4, 0}: {[]string{"2.13"}, []string{"3.4.1"}},
	{4, 1}: {[]string{"2.13"}, []string{"3.4.2"}},
	{4, 2}: {[]string{"2.13"}, []string{"3.5.0"}},
	{4, 3}: {[]string{"2.13"}, []string{"3.5.0"}},
}

func releaseFacts() []Definition {
	const jars = "the folder jars of Spark's downloads"
	return []Definition{
		{
			Name: "spark.scala_versions", Kind: List, Source: jars,
			Doc:  "Scala versions that the Spark release is published for.",
			Expr: &property{name: "Scala of the release", kind: List, of: scalaVersions},
		},
		{
			Name: "spark.hadoop_versions", Kind: List, Source: jars,
			Doc:  "Versions of Hadoop's client that downloads of the Spark release bring. Builds without Hadoop, and platforms, bring their own.",
			Expr: &property{name: "Hadoop of the release", kind: List, of: hadoopVersions},
		},
	}
}

func scalaVersions(s *Set) (Value, conf.Reason) {
	r, reason := builtWith(s)
	return list(r.scala), reason
}

func hadoopVersions(s *Set) (Value, conf.Reason) {
	r, reason := builtWith(s)
	return list(r.hadoop), reason
}

func builtWith(s *Set) (build, conf.Reason) {
	if s.major == 0 {
		return build{}, "the Spark version is not known"
	}
	b, ok := builds[[2]int{s.major, s.minor}]
	if !ok {
		return build{}, "what this release of Spark is built with is not known"
	}
	return b, ""
}
