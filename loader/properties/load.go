package properties

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

const (
	// format is the format's name in source.Source.
	format source.Kind = "properties"
	// maximumSettings is how many settings of one file are read; a file of more
	// is no configuration, and each takes some two hundred bytes of memory.
	maximumSettings = 1 << 12
	// maximumNotes is how many diagnostics of one severity, and how many
	// observations, one file yields at most.
	maximumNotes = 100
)

// reader makes a layer of a text.
type reader struct {
	src          *source.Source
	layer        *conf.Layer
	diagnostics  []source.Diagnostic
	observations []conf.Observation
	blocks       blocks
	// spark: some key is Spark's.
	spark bool
	// said counts the diagnostics of each severity.
	said [source.Error + 1]int
}

// Layer reads a properties file as a layer to lie under jobs. Every setting
// is kept in its order, duplicates and keys that are not Spark's among them.
// Severity Error among the diagnostics means that Spark refuses the file.
func Layer(src *source.Source, kind conf.LayerKind) (*conf.Layer, []source.Diagnostic) {
	r := read(src, kind)
	return r.layer, r.diagnostics
}

// Load reads a properties file as a job of its own, a fragment. A file without
// any spark key that is not called spark-defaults is not Spark's, and yields
// nothing.
func Load(src *source.Source) conf.Loaded {
	kind, jobKind := conf.PropertiesFileLayer, "properties"
	named := strings.HasPrefix(path.Base(src.Name), "spark-defaults")
	if named {
		kind, jobKind = conf.SparkDefaultsLayer, "spark-defaults"
	}
	r := read(src, kind)
	if !named && !r.spark {
		return conf.Loaded{}
	}
	return conf.Loaded{
		Jobs: []*conf.Job{{
			Name:         src.Name,
			Kind:         jobKind,
			Unseen:       r.layer.Unseen,
			At:           src.Whole().Root(),
			Layers:       []*conf.Layer{r.layer},
			Observations: r.observations,
		}},
		Diagnostics: r.diagnostics,
	}
}

func read(src *source.Source, kind conf.LayerKind) *reader {
	src.Kind = format
	r := &reader{src: src, layer: &conf.Layer{Kind: kind, At: src.Whole().Root()}}
	s := &scanner{text: src.Text}
	for s.begin() {
		if length := r.blocks.directive(s.text[s.at:], r.layer); length > 0 {
			s.at += length
			continue
		}
		if len(r.layer.Assignments) == maximumSettings {
			r.diagnose(source.Error, conf.TooLargeCode, source.Extent{Start: s.at, End: s.at},
				fmt.Sprintf("more than %d settings in one file", maximumSettings),
				"the settings from here on are not checked")
			break
		}
		r.add(s.entry())
	}
	return r
}

// add makes an assignment of an entry, unless Spark refuses it or a template
// hides its key.
func (r *reader) add(e entry) {
	spark := bytes.HasPrefix(bytes.TrimPrefix(e.key, []byte(byteOrderMark)), []byte("spark."))
	r.spark = r.spark || spark
	if e.malformed.End != 0 {
		r.malformed(e.malformed)
		return
	}
	key, value, err := e.decode()
	if err != nil {
		r.diagnose(source.Error, conf.SyntaxCode, e.keyAt, "setting cannot be decoded", err.Error())
		return
	}
	if e.notUTF8.End != 0 {
		r.diagnose(source.Warning, conf.SyntaxCode, e.notUTF8,
			fmt.Sprintf("byte 0x%02X is not UTF-8: Spark reads U+FFFD in its place", r.src.Text[e.notUTF8.Start]),
			"save the file as UTF-8")
	}
	if hidden := hiddenKey(key); hidden != "" {
		if r.layer.Unseen == "" {
			r.layer.Unseen = hidden
		}
		return
	}
	if spark {
		r.observe(key, e)
	}
	r.layer.Assignments = append(r.layer.Assignments, conf.Assignment{
		Key:   key,
		Value: conf.Value{Raw: value, Unknown: r.blocks.hidden(value)},
		KeyAt: r.span(e.keyAt), ValueAt: r.span(e.valueAt),
		Layer: r.layer,
	})
}

// malformed reports an escape at which java.util.Properties gives up.
func (r *reader) malformed(at source.Extent) {
	for at.End < len(r.src.Text) && at.End < at.Start+len(`\uXXXX`) && isWord(r.src.Text[at.End]) {
		at.End++
	}
	r.diagnose(source.Error, conf.SyntaxCode, at,
		"malformed escape "+r.span(at).Text()+": Spark refuses the whole file",
		`write four hexadecimal digits after \u, or \\u for a backslash and a u`)
}

func (r *reader) diagnose(severity source.Severity, code string, at source.Extent, summary, detail string) {
	switch r.said[severity]++; {
	case r.said[severity] > maximumNotes:
		return
	case r.said[severity] == maximumNotes:
		detail += "; further places like this one in the file are not listed"
	}
	r.diagnostics = append(r.diagnostics, source.Diagnostic{
		Severity: severity, Code: code, Summary: summary, Detail: detail, At: r.span(at),
	})
}

func (r *reader) span(at source.Extent) source.Span {
	return r.src.Span(at.Start, at.End).Root()
}
