// Package source is the leaf of the flow: a text with a name, byte spans in
// it, diagnostics about it and edits to it.
//
// Bytes are the truth. A place is a half-open byte span in a named source;
// lines and columns are views, computed when a place is shown. Everything else
// in sparkvet imports this package, and it imports nothing of sparkvet.
package source
