package loader

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/loader/jobspec"
	"github.com/sparkvet/sparkvet/loader/properties"
	"github.com/sparkvet/sparkvet/loader/submit"
	"github.com/sparkvet/sparkvet/source"
)

// format is one way in which Spark configuration is written.
type format struct {
	kind source.Kind
	// detects tells a text of the format by its base name, and by how it
	// begins where the name is empty or has no extension.
	detects func(base string, head []byte) bool
	load    func(src *source.Source, o Options) conf.Loaded
	// editor writes into texts of the format; nil when nothing does.
	editor func(o Options) conf.Editor
}

// formats is the registry; of several that detect a text, the first has it.
var formats = []format{
	{"hcl", isJobFile, func(s *source.Source, o Options) conf.Loaded {
		return jobspec.Load(s, jobspec.Options{Variables: o.Variables})
	}, func(o Options) conf.Editor {
		return jobspec.Editor{Options: jobspec.Options{Variables: o.Variables}}
	}},
	{"shell", isScript, func(s *source.Source, _ Options) conf.Loaded { return submit.Load(s) },
		func(Options) conf.Editor { return submit.Editor{} }},
	{"properties", isProperties, func(s *source.Source, _ Options) conf.Loaded { return properties.Load(s) },
		func(Options) conf.Editor { return properties.Editor{} }},
}

// Editors returns what writes settings into the texts that Load reads with the
// same options, by the kind of their sources.
func Editors(o Options) map[source.Kind]conf.Editor {
	editors := map[source.Kind]conf.Editor{}
	for _, f := range formats {
		if f.editor != nil {
			editors[f.kind] = f.editor(o)
		}
	}
	return editors
}

// detect returns the format of a text; nil when it has none of ours.
func detect(base string, head []byte) *format {
	for i := range formats {
		if formats[i].detects(base, head) {
			return &formats[i]
		}
	}
	return nil
}

var (
	jobBlock = regexp.MustCompile(`(?m)^\s*((job|cluster|variable)\s+"[^"\n]*"|locals|defaults)\s*\{`)
	shebang  = regexp.MustCompile(`^#![^\n]*\b(ba|da|k|z|a)?sh\b`)
	// command is a line, not a comment, that starts Spark.
	command = regexp.MustCompile(`(?m)^([^#\n]*[\s/;&|"'(])?(spark[0-9]*-(submit|shell|sql)|pyspark)(\s|$)`)
	setting = regexp.MustCompile(`(?m)^[ \t\f]*spark\.[\w.-]+([ \t\f]*[=:]|[ \t\f]|$)`)
	// defaultsName is spark-defaults.conf and its variants, without the suffix
	// of a template: spark-defaults-prod.conf, spark-defaults.conf-yarn,
	// emr_spark-defaults.properties.
	defaultsName = regexp.MustCompile(`^([\w.-]*[-_.])?spark[-_]?defaults([-_.][\w-]+)*$`)
)

// templateSuffixes follow the name that the file has once it is rendered.
var templateSuffixes = []string{
	".template", ".tmpl", ".tpl", ".j2", ".jinja", ".jinja2", ".erb", ".ctmpl", ".mustache", ".in", ".example", ".sample", ".dist",
}

// otherLanguages are extensions under which spark-defaults is the subject of a
// file and not its format.
var otherLanguages = []string{
	".yaml", ".yml", ".json", ".xml", ".md", ".rst", ".html", ".toml", ".py", ".scala", ".java", ".rb", ".go", ".tf", ".hcl", ".ps1", ".cmd", ".bat",
}

func isJobFile(base string, head []byte) bool {
	return strings.HasSuffix(base, ".spark.hcl") || base == "" && jobBlock.Match(head)
}

func isScript(base string, head []byte) bool {
	switch path.Ext(base) {
	case ".sh", ".bash", ".ksh", ".zsh", ".command":
		return true
	case "":
		return shebang.Match(head) || base == "" && command.Match(head)
	}
	return false
}

func isProperties(base string, head []byte) bool {
	if base == "" {
		return setting.Match(head)
	}
	if suffix := path.Ext(base); slices.Contains(templateSuffixes, suffix) {
		base = strings.TrimSuffix(base, suffix)
	}
	extension := path.Ext(base)
	return extension == ".properties" ||
		extension == ".conf" && strings.HasPrefix(base, "spark") ||
		defaultsName.MatchString(base) && !slices.Contains(otherLanguages, extension)
}
