package conf

// Reason says in a few words why something cannot be known:
// "shell variable HEAP has no value here". The empty Reason means it is known.
type Reason string

// Value is the text of a setting and what Spark makes of it.
type Value struct {
	// Raw is the text as Spark would read it, after shell, properties or HCL
	// decoding.
	Raw string
	// Typed is Raw read by the key's type: Bytes, Millis, bool, int64, float64,
	// string or []string. Nil when the value is unknown or invalid.
	Typed any
	// Unknown says why the text cannot be known from the files alone.
	Unknown Reason
	// Invalid says why Spark refuses the text for this key, in words like
	// Spark's own.
	Invalid string
	// InvalidKind is the Refusal.Kind behind Invalid.
	InvalidKind string
}

// Bytes is a size in bytes, already truncated to the key's unit as Spark does.
type Bytes int64

// Millis is a duration in milliseconds, already truncated to the key's unit.
type Millis int64

// MiB converts to whole mebibytes, as Spark's bytesConf(ByteUnit.MiB) keys do.
func (b Bytes) MiB() int64 { return int64(b) >> 20 }

// Known reports whether the value was written out and parses.
func (v Value) Known() bool { return v.Unknown == "" && v.Invalid == "" }
