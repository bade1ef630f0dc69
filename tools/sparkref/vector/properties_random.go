package vector

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// pieces that random files are made of, each list a kind of trouble. What opens
// the tag of a template is left out: sparkvet does not read those as Spark does,
// on purpose.
var pieces = [][]string{
	{"spark.executor.memory", "spark.master", "spark.a", "key", "k", "values", "4g", "local[*]", "x", "0", ""},
	{"=", ":", " ", "\t", "\f", " = ", " : ", "==", ":=", "= :", " \t\f", "=  ", "  =", "\u00a0", "\v"},
	{"\n", "\r", "\r\n", "\n\n", "\r\r", "\n\r", "\r\n\r\n", "\n \t"},
	{"\\\n", "\\\r", "\\\r\n", "\\\n   ", "\\\r\n\t", "\\\\\n", "\\\\\\\n", "\\\n\n", "\\\r\n\r\n", "\\\n#", "\\\n!", "\\\n\\\n", "\\"},
	{"\\t", "\\n", "\\r", "\\f", "\\ ", "\\:", "\\=", "\\#", "\\!", "\\\\", "\\d", "\\é", "\\\x00", "\\\"", "C:\\temp", "\\b"},
	{"\\u0041", "\\u00e9", "\\u20AC", "\\u0020", "\\u000a", "\\u000D", "\\u0000", "\\u003d", "\\ufeff", "\\u00\\\n41", "\\u005cn"},
	{"\\ud83d\\ude00", "\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\ud83d\\\n\\ude00", "\\ud83dx\\ude00", "\\ud83d=\\ude00", "\\uD83D\\uD83D\\uDE00"},
	{"#", "!", "# comment", "! comment \\\n", "#\r", "  # c", "\n#", "\n!x=1", "\r\n  #c\\\r\n", "# \\u12"},
	{"é", "€", "😀", "日本", "\u2028", "\u0085", "–", "“x”", "\ufeff", "\ufffd"},
	{"\x00", "\x01", "\x1f", "\x7f", "\x0b", "\x1c", "\x1b[0m"},
	{"${spark.a}", "${env:HOME}", "$X", "}", "\"q\"", "'q'", "a,b,c", "-XX:+UseG1GC -Dx=y"},
}

// broken are the pieces that make a file refused or not UTF-8; fewer, so that
// most files are read to their end.
var broken = [][]string{
	{"\\u", "\\u1", "\\u12", "\\u123", "\\u12g4", "\\uuuu", "\\u12\\", "\\u 0041", "\\U0041", "\\u123=4", "\\u12\\\\", "\\u00\\\n4"},
	{"\x80", "\xbf", "\xc0\xaf", "\xc3", "\xe2\x82", "\xe2\x82\n", "\xe0\x80\x80", "\xed\xa0\x80", "\xed\xa0\x80\xed\xb0\x80", "\xf0\x9f\x98", "\xf4\x90\x80\x80", "\xf5\x80", "\xff", "\xfe", "\xe2\\\n\x82\xac", "\xf0\x80\x80", "\xf0\x9f", "\xf8\x88\x80\x80\x80", "\xc1\x81"},
}

// randomFile makes a properties file with what makes one hard to read.
func randomFile(r *rand.Rand) []byte {
	var text strings.Builder
	length := 1 + r.IntN(24)
	trouble := r.IntN(4) // the share of broken pieces differs between files
	for range length {
		from := pieces
		if r.IntN(40) < trouble {
			from = broken
		}
		text.WriteString(pick(r, pick(r, from...)...))
		switch r.IntN(8) {
		case 0:
			text.WriteString("\nspark.k" + strconv.Itoa(r.IntN(20)))
		case 1:
			if c := byte(r.IntN(128)); !strings.ContainsRune("{<@%", rune(c)) {
				text.WriteByte(c)
			}
		}
	}
	// Some files are longer than the buffers of java's readers, and meet their
	// ends at any place.
	if one(r, 200) {
		padding := strings.Repeat("x", 8150+r.IntN(60))
		return []byte("#" + padding + "\n" + text.String() + "\\" + text.String())
	}
	return []byte(text.String())
}
