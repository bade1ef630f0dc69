package vector

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
)

// decode reads pairs of a text and what it is read into, and refuses fields
// that nobody reads.
func decode(pairs ...any) error {
	for i := 0; i < len(pairs); i += 2 {
		d := json.NewDecoder(bytes.NewReader(pairs[i].(json.RawMessage)))
		d.DisallowUnknownFields()
		if err := d.Decode(pairs[i+1]); err != nil {
			return fmt.Errorf("%s: %w", pairs[i], err)
		}
	}
	return nil
}

// sameJSON compares two JSON values; numbers by their digits.
func sameJSON(a, b []byte) bool {
	var x, y any
	for text, into := range map[*any][]byte{&x: a, &y: b} {
		d := json.NewDecoder(bytes.NewReader(into))
		d.UseNumber()
		if d.Decode(text) != nil {
			return false
		}
	}
	return reflect.DeepEqual(x, y)
}
