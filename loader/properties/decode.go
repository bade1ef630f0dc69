package properties

import "github.com/magiconair/properties"

// decode reads the escapes of one logical line. A line without any stands for
// itself.
func (e entry) decode() (key, value string, err error) {
	if !e.escaped {
		return string(e.key), string(e.value), nil
	}
	// The library skips blanks and a mark of order before a key, and knows no
	// empty key, so that it is given one that begins with a letter.
	const prefix = "k"
	line := make([]byte, 0, len(prefix)+len(e.key)+1+len(e.value))
	line = append(append(append(append(line, prefix...), e.key...), '='), e.value...)
	library := properties.Loader{Encoding: properties.UTF8, DisableExpansion: true}
	read, err := library.LoadBytes(line)
	if err != nil {
		return "", "", err
	}
	for _, name := range read.Keys() {
		value, _ = read.Get(name)
		key = name[len(prefix):]
	}
	return key, value, nil
}
