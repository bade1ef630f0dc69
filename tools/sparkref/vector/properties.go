package vector

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/loader/properties"
	"github.com/sparkvet/sparkvet/source"
)

// propertiesQuestion is the bytes of a file; in base64, as JSON has it.
type propertiesQuestion struct {
	File []byte `json:"file"`
}

// propertiesAnswer is one of: the settings; the exception's message; that two
// keys differ in halves of characters only, which the answer cannot hold.
type propertiesAnswer struct {
	Settings map[string]string `json:"settings"`
	Refused  string            `json:"refused"`
	Alike    bool              `json:"alike"`
}

func propertiesKind() *Kind {
	return &Kind{
		Name: "properties", Doc: "the bytes of a properties file → the settings or the refusal (Utils.getPropertiesFromFile)", Sample: 4000,
		Random:  func(r *rand.Rand) any { return propertiesQuestion{randomFile(r)} },
		Compare: compareProperties,
	}
}

func compareProperties(_ string, question, answer json.RawMessage) (Outcome, error) {
	var q propertiesQuestion
	var a propertiesAnswer
	if err := decode(question, &q, answer, &a); err != nil {
		return Outcome{}, err
	}
	if a.Alike {
		return Outcome{Excused, "keys that differ in halves of characters only"}, nil
	}
	layer, diagnostics := properties.Layer(source.New("vector.conf", "", q.File), conf.PropertiesFileLayer)
	for _, d := range diagnostics {
		if d.Severity != source.Error {
			continue
		}
		if a.Refused != "" {
			return Outcome{}, nil
		}
		return Outcome{Differs, "refused: " + d.Summary}, nil
	}
	read := map[string]string{}
	for _, assignment := range layer.Assignments {
		read[assignment.Key] = assignment.Value.Raw
	}
	if a.Refused == "" && maps.Equal(read, a.Settings) {
		return Outcome{}, nil
	}
	return Outcome{Differs, fmt.Sprintf("%q of %q", read, q.File)}, nil
}
