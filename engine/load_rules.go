package engine

import (
	"slices"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// loadRules are the findings that loaders make: text that cannot be read is a
// finding like any other, with a place and a name.
var loadRules = []*Rule{
	{
		ID: conf.SyntaxCode, Title: "Text that breaks its format", Severity: source.Error, Since: "0.1.0",
		Description: "The text, or a part of it, does not follow the grammar of its format, so that Spark, the shell or HCL would not read it as meant. What could be read was still checked.",
		Fix:         "Mend the text at the place named.",
	},
	{
		ID: conf.UnreadableCode, Title: "File that cannot be read", Severity: source.Error, Since: "0.1.0",
		Description: "A file or folder that was asked for could not be opened or read, so nothing in it was checked.",
		Fix:         "Correct the path or the permissions.",
	},
	{
		ID: conf.TooLargeCode, Title: "File too large to be configuration", Severity: source.Error, Since: "0.1.0",
		Description: "The file is larger than any configuration; it was not read, so nothing in it was checked.",
		Fix:         "Leave the file out, or split it.",
	},
	{
		ID: conf.BinaryCode, Title: "Binary data where text should be", Severity: source.Error, Since: "0.1.0",
		Description: "The file's name is that of a configuration file, and its content is not text.",
		Fix:         "Replace the file, or leave it out.",
	},
	{
		ID: conf.ReferenceCode, Title: "File that a job names is not there", Severity: source.Warning, Since: "0.1.0",
		Description: "A job names a properties file that could not be found, so that what it would set is unknown.",
		Fix:         "Correct the path, or run sparkvet where the file is.",
	},
}

// loadRule finds a loader's rule by its code.
func loadRule(code string) *Rule {
	for _, r := range loadRules {
		if r.ID == code {
			return r
		}
	}
	return nil
}

// diagnosed turns a loader's diagnostic into a finding; false for a notice.
func diagnosed(d source.Diagnostic) (Finding, bool) {
	rule := loadRule(d.Code)
	if rule == nil || d.Severity == source.Info {
		return Finding{}, false
	}
	return Finding{Rule: rule, Severity: d.Severity, Message: d.Summary, Advice: d.Detail, At: d.At.Root(), Notes: d.Notes}, true
}

// LoadRules returns the rules behind the findings of loaders, which no policy
// makes.
func LoadRules() []*Rule { return slices.Clone(loadRules) }
