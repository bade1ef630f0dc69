package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/sparkvet/sparkvet/engine"
)

// Pages of a folder are written in Markdown, from what explain shows.

// generated stands at the head of every page that nobody should edit.
const generated = "<!-- Made from the rules and their examples by: go test ./policies -update -->\n"

// CategoryMarkdown writes the page of a category: an index, and the page of
// every rule.
func CategoryMarkdown(w io.Writer, category string, pages []RulePage) error {
	m := &markdown{bufio.NewWriter(w)}
	fmt.Fprintf(m, "# %s\n\n%s\n", category, generated)
	m.index(rulesOf(pages), "")
	for _, p := range pages {
		m.rule(p)
	}
	return m.Flush()
}

// IndexMarkdown writes the index of all categories.
func IndexMarkdown(w io.Writer, rules []*engine.Rule) error {
	m := &markdown{bufio.NewWriter(w)}
	fmt.Fprintf(m, "# Rules\n\n%s\n%d rules. A rule is three neighbours: `name.rego`, its tests `name_test.rego`, and its example `name.txtar`.\n"+
		"Severities: an *error* is refused, can never run, or does something else than is written; a *warning* is known to cost money, speed\n"+
		"or safety; *info* is advice. Fixable: `sparkvet fix` can write what it needs.\n", generated, len(rules))
	start := 0
	for i, r := range rules {
		if next := i + 1; next == len(rules) || rules[next].Category() != r.Category() {
			fmt.Fprintf(m, "\n## [%s](%s/README.md)\n\n", r.Category(), r.Category())
			m.index(rules[start:next], r.Category()+"/README.md")
			start = next
		}
	}
	return m.Flush()
}

func rulesOf(pages []RulePage) []*engine.Rule {
	var rules []*engine.Rule
	for _, p := range pages {
		rules = append(rules, p.Rule)
	}
	return rules
}

type markdown struct{ *bufio.Writer }

// index is a table of rules that leads to their pages in a file.
func (m *markdown) index(rules []*engine.Rule, file string) {
	fmt.Fprint(m, "| rule | severity | fixable | what it finds |\n|---|---|---|---|\n")
	for _, r := range rules {
		name := strings.TrimPrefix(r.ID, r.Category()+"/")
		fmt.Fprintf(m, "| [%s](%s#%s) | %s | %s | %s |\n", name, file, name, r.Severity, yes(r.Fixable), inTable(r.Title))
	}
}

// rule is the page of one rule.
func (m *markdown) rule(p RulePage) {
	r := p.Rule
	fmt.Fprintf(m, "\n## %s\n\n**%s.** `%s`, %s, since %s\n", strings.TrimPrefix(r.ID, r.Category()+"/"), plainText(r.Title), r.ID, r.Severity, r.Since)
	for paragraph := range strings.SplitSeq(strings.TrimSpace(r.Description), "\n\n") {
		fmt.Fprintf(m, "\n%s\n", plainText(strings.Join(strings.Fields(paragraph), " ")))
	}
	if p.Example != nil {
		m.example(exampleOf(p.Example))
	}
	fmt.Fprintf(m, "\n**How to put it right.** %s\n", plainText(strings.Join(strings.Fields(r.Fix), " ")))
	m.params(r)
	fmt.Fprintf(m, "\n**Applies to** %s.\n", plainText(scope(&r.AppliesTo)))
	if names := reads(r); len(names) > 0 {
		fmt.Fprintf(m, "\n**Reads** `%s`.\n", strings.Join(names, "`, `"))
	}
	if len(r.YieldsTo) > 0 {
		fmt.Fprintf(m, "\n**Gives way to** `%s`.\n", strings.Join(r.YieldsTo, "`, `"))
	}
	for i, link := range r.Links {
		if i == 0 {
			fmt.Fprint(m, "\n**Sources**\n\n")
		}
		fmt.Fprintf(m, "- [%s](%s)\n", plainText(link.Text), link.URL)
	}
}

// example shows what is wrong, what is said of it, and what it should be.
func (m *markdown) example(e shownExample) {
	fmt.Fprintf(m, "\n%s\n\nBefore:\n", plainText(strings.Join(strings.Fields(e.introduction), " ")))
	m.files(e.before)
	m.fence("text", e.report)
	if e.fixed {
		fmt.Fprint(m, "\nAfter the fix:\n")
	} else {
		fmt.Fprint(m, "\nAfter:\n")
	}
	m.files(e.after)
}

func (m *markdown) files(files []txtar.File) {
	for _, file := range files {
		fmt.Fprintf(m, "\n`%s`\n", file.Name)
		m.fence(languageOf(file.Name), string(file.Data))
	}
}

// fence is a block of text as it stands.
func (m *markdown) fence(language, text string) {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	fmt.Fprintf(m, "\n%s%s\n%s\n%s\n", fence, language, strings.TrimRight(text, "\n"), fence)
}

func (m *markdown) params(r *engine.Rule) {
	for i, name := range paramNames(r) {
		if i == 0 {
			fmt.Fprint(m, "\n| parameter | default | |\n|---|---|---|\n")
		}
		fmt.Fprintf(m, "| `%s` | `%v` | %s |\n", name, r.Params[name].Default, inTable(r.Params[name].Doc))
	}
}

// plainText keeps Markdown from reading marks in running text.
func plainText(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "<", `\<`, "[", `\[`, "`", "\\`").Replace(s)
}

// inTable is running text in a table.
func inTable(s string) string { return strings.ReplaceAll(plainText(s), "|", `\|`) }
