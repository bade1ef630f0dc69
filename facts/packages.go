package facts

import (
	"regexp"
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
)

// coordinates reads Maven coordinates, fileNames the names of jar files. Both
// give group:artefact:Scala version:version for each, with nothing where there
// is nothing: ":hadoop-aws::3.3.4" is the file hadoop-aws-3.3.4.jar.
func coordinates(list Expr) Expr { return &operation{&parsingCoordinates, []Expr{list}} }
func fileNames(list Expr) Expr   { return &operation{&parsingFileNames, []Expr{list}} }

// scalaOf is the Scala version that the name of a jar file ends with.
func scalaOf(file Expr) Expr { return &operation{&findingScala, []Expr{file}} }

var (
	parsingCoordinates = operator{name: "coordinates", alone: eachPackage(parseCoordinate), check: gives(List, None)}
	parsingFileNames   = operator{name: "file_names", alone: eachPackage(parseFileName), check: gives(List, None)}
	findingScala       = operator{name: "scala", alone: scalaOfFile, check: gives(String, None)}
)

// eachPackage parses the elements of a list, leaving out those that are none.
func eachPackage(parse func(string) (string, bool)) func(Value) (Value, conf.Reason) {
	return func(v Value) (Value, conf.Reason) {
		packages := []string{}
		for _, element := range v.List {
			if p, ok := parse(element); ok && !slices.Contains(packages, p) {
				packages = append(packages, p)
			}
		}
		return list(packages), ""
	}
}

// parseCoordinate follows MavenUtils.extractMavenCoordinates, which takes a
// slash for a colon.
func parseCoordinate(text string) (string, bool) {
	parts := strings.Split(strings.ReplaceAll(strings.TrimSpace(text), "/", ":"), ":")
	if len(parts) != 3 || parts[1] == "" {
		return "", false
	}
	artefact, scala := cutScala(parts[1])
	return strings.Join([]string{parts[0], artefact, scala, parts[2]}, ":"), true
}

var (
	jarName = regexp.MustCompile(`^([A-Za-z][\w.-]*?)-([0-9][\w.+-]*)\.jar$`)
	// Scala 3 uses the library of 2.13, so that its suffix tells of no conflict.
	scalaSuffix = regexp.MustCompile(`_(2\.1[0-9])$`)
	// scalaThenVersion is where a name is cut before all: the version may hold
	// further hyphens, and so may what stands before the Scala version.
	scalaThenVersion = regexp.MustCompile(`^([A-Za-z][\w.-]*_2\.1[0-9])-([0-9][\w.+-]*)\.jar$`)
)

// parseFileName reads artefact_scala-version.jar at the end of a path or URL.
func parseFileName(path string) (string, bool) {
	name := path[strings.LastIndexByte(path, '/')+1:]
	found := scalaThenVersion.FindStringSubmatch(name)
	if found == nil {
		found = jarName.FindStringSubmatch(name)
	}
	if found == nil || strings.ContainsRune(name, ':') {
		return "", false
	}
	artefact, scala := cutScala(found[1])
	return strings.Join([]string{"", artefact, scala, found[2]}, ":"), true
}

// cutScala takes the Scala version off an artefact's name.
func cutScala(artefact string) (name, scala string) {
	if at := scalaSuffix.FindStringIndex(artefact); at != nil {
		return artefact[:at[0]], artefact[at[0]+1:]
	}
	return artefact, ""
}

func scalaOfFile(v Value) (Value, conf.Reason) {
	p, _ := parseFileName(v.Text)
	if parts := strings.Split(p, ":"); len(parts) == 4 {
		return text(parts[2]), ""
	}
	return text(""), ""
}

func packageFacts() []Definition {
	const submit = "org.apache.spark.util.MavenUtils.extractMavenCoordinates"
	return []Definition{
		{
			Name: "application.packages", Kind: List, Source: submit,
			Doc:  "The packages that spark.jars.packages asks for, each as group:artefact:Scala version:version; a package without a Scala version has nothing there.",
			Expr: coordinates(listOf("spark.jars.packages")),
		},
		{
			Name: "application.jars", Kind: List, Source: "Maven's names of files, artefact_scala-version.jar",
			Doc:  "What the names of the files in spark.jars say, each as :artefact:Scala version:version; files that are not named so are left out.",
			Expr: fileNames(listOf("spark.jars")),
		},
		{
			Name: "application.scala_version", Kind: String, Source: "sbt's names of files, artefact_scala-version.jar",
			Doc: "The Scala version in the name of the application's jar; empty when it says none.",
			Expr: scalaOf(&property{name: "the application's file", kind: String, of: func(s *Set) (Value, conf.Reason) {
				file := s.job.Application.File
				return text(file.Raw), file.Unknown
			}}),
		},
	}
}
