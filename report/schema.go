package report

import "embed"

// Schemas holds the published JSON schema of every JSON document but that of
// sparkvet input, which engine.Schema makes: schema/check.json, facts.json,
// rules.json, explain.json, version.json.
//
//go:embed schema/*.json
var Schemas embed.FS
