package submit

// ObservationKind describes one conf.Observation.Kind of this package.
type ObservationKind struct {
	// Name is the Observation's Kind; a rule that reads it is named
	// correctness/<Name>.
	Name string
	// Doc says in a line what was seen and what Text, Suggestion and At hold.
	Doc string
}

// The observations of this package. Each is described in Kinds.
const (
	UnicodeDash             = "unicode_dash"
	SmartQuotes             = "smart_quotes"
	NonBreakingSpace        = "non_breaking_space"
	UnknownSubmitOption     = "unknown_submit_option"
	MissingOptionValue      = "missing_option_value"
	OptionAsValue           = "option_as_value"
	SwitchWithValue         = "switch_with_value"
	ConfWithoutEquals       = "conf_without_equals"
	BlankInConf             = "blank_in_conf"
	UnquotedConfWithSpaces  = "unquoted_conf_with_spaces"
	OptionsAfterApplication = "options_after_application"
	LostContinuation        = "lost_continuation"
	RepeatedOption          = "repeated_option"
	MissingApplication      = "missing_application"
	PySparkWithApplication  = "pyspark_with_application"
	LoadSparkDefaults       = "load_spark_defaults"
	ProxyUser               = "proxy_user"
)

// Kinds is the table of what this package observes. Replacement, where it is
// set, is the text for the bytes under At that mends the command.
var Kinds = [...]ObservationKind{
	{UnicodeDash, "an option that starts with a typographic dash, read as --; Text is the option as written, Suggestion the option, At its name"},
	{SmartQuotes, "typographic quotes around words, which the shell does not take for quotes, read as quotes; Text is the piece with its quotes, Suggestion the piece in plain quotes; no Replacement when the closing quote is missing"},
	{NonBreakingSpace, "a no-break space, which does not separate words for the shell, read as a blank; Text is the word around it"},
	{UnknownSubmitOption, "an option that spark-submit refuses; Text is its name, Suggestion the nearest option or the --conf that was probably meant"},
	{MissingOptionValue, "an option that needs a value at the end of the command; Text is the option"},
	{OptionAsValue, "an option that took the next option as its value, as spark-submit does; Text is both words, At the second"},
	{SwitchWithValue, "a switch, or an option of a shell's own, written with a value (--supervise=false, spark-sql --database=x), which spark-submit drops; Text is the word, Suggestion the switch, or the option with its value apart"},
	{ConfWithoutEquals, "a --conf whose argument holds no equals sign, read as key=value where the next word can be the value; Text is the argument, Suggestion what was probably meant"},
	{BlankInConf, "a blank beside the equals sign of a --conf: quoted, it is part of the key or the value for Spark; unquoted, it ends the word, and is read as if it were not there; Text is the argument, Suggestion the argument without it"},
	{UnquotedConfWithSpaces, "JVM options after a --conf or --driver-java-options value that are cut off at a blank for want of quotes, read as part of the value; Text is the whole argument, Suggestion the argument in quotes"},
	{OptionsAfterApplication, "an option of spark-submit after the application file: it goes to the application; Text is the option"},
	{LostContinuation, "a command that ends at the end of a line although the next line continues it: no backslash, blanks or a comment after it, or a comment line between; read as one command; Text is the word that is cut off, At the word before or the comment"},
	{RepeatedOption, "an option given more than once, of which Spark takes the last only; one for each that is lost; Text is the lost option with its value, Suggestion one option with all values where it takes a list"},
	{MissingApplication, "spark-submit without an application file; At is the command's name"},
	{PySparkWithApplication, "pyspark with an application or another argument of its own, which it refuses; Text is the argument, Suggestion spark-submit"},
	{LoadSparkDefaults, "--load-spark-defaults: the spark-defaults.conf is read under the --properties-file; spark-submit before 4.0 refuses it"},
	{ProxyUser, "--proxy-user; Text is the user"},
}
