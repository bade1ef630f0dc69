package jobspec

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// application gathers what a job runs from all it is made of.
func (f *file) application(l lineage) conf.Application {
	var app conf.Application
	if w, ok := l.value("application.class"); ok {
		app.Class = asText(w.value)
	}
	if w, ok := l.value("application.args"); ok {
		app.Args, app.ArgsAt = f.arguments(w)
	}
	if w, ok := l.value("application.file"); ok {
		app.File = confValue(w.value, "")
		app.FileAt = f.valueSpan(w.attribute.Expr)
		app.Language = language(app.File.Raw, w.attribute.Expr)
	}
	if app.Language == "" && app.Class != "" {
		app.Language = "jvm"
	}
	return app
}

// arguments are the application's own; one that is not known stands as it was
// written.
func (f *file) arguments(w written) (args []string, at []source.Span) {
	exprs := []hclsyntax.Expression{w.attribute.Expr}
	if list, ok := w.attribute.Expr.(*hclsyntax.TupleConsExpr); ok {
		exprs = list.Exprs
	}
	if w.unknown != "" {
		for _, expr := range exprs {
			args, at = append(args, f.valueSpan(expr).Text()), append(at, f.valueSpan(expr))
		}
		return args, at
	}
	args = elements(w.Value)
	for i := range args {
		if len(exprs) != len(args) { // a function made the list
			i = 0
		}
		at = append(at, f.valueSpan(exprs[i]))
	}
	return args, at
}

// language is known by the file's suffix (SparkSubmit.isPython, isR), which may
// be written even where the path is not known: "${var.bucket}/daily.py".
func language(path string, expr hclsyntax.Expression) string {
	if t, ok := expr.(*hclsyntax.TemplateExpr); ok && path == "" && len(t.Parts) > 0 {
		if end, ok := t.Parts[len(t.Parts)-1].(*hclsyntax.LiteralValueExpr); ok && end.Val.Type() == cty.String {
			path = end.Val.AsString()
		}
	}
	switch {
	case strings.HasSuffix(path, ".py"):
		return "python"
	case strings.HasSuffix(strings.ToLower(path), ".r"):
		return "r"
	case strings.HasSuffix(path, ".jar"):
		return "jvm"
	}
	return ""
}
