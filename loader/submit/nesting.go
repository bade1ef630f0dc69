package submit

// nests are the words that open, 1, or close, -1, a level of the shell's
// grammar. Some that open one have no word that closes it; no real script has
// thousands of those.
var nests = map[string]int{
	"if": 1, "while": 1, "until": 1, "for": 1, "select": 1, "case": 1, "time": 1, "coproc": 1, "function": 1, "!": 1,
	"fi": -1, "done": -1, "esac": -1,
}

// tooDeep reports whether a script may nest deeper than the parser should
// follow. It counts brackets, keywords and chains of commands, without regard
// to quotes and comments.
func tooDeep(text []byte) bool {
	depth, chain, word := 0, 0, 0
	for i, b := range text {
		switch b {
		case '(', '{', '[':
			depth++
		case ')', '}', ']':
			if depth--; b == ')' && i > 0 && text[i-1] == '(' {
				depth += 2 // a function's ()
			}
		case '|', '&':
			chain++
		case ';':
			chain = 0
		case '\n':
			if i > 0 && text[i-1] != '|' && text[i-1] != '&' {
				chain = 0
			}
		case ' ', '\t':
		default:
			continue
		}
		depth = max(0, depth+nests[string(text[word:i])])
		if word = i + 1; depth+chain > maximumParsed {
			return true
		}
	}
	return false
}
