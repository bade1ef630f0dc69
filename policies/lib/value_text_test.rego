package policies.lib.value_text_test

import data.policies.lib.value_text

test_commented if {
	every raw in ["4g # heap", "200\t#", "true // default"] {
		value_text.commented(raw)
	}
	every raw in ["4g", "a#b", "s3a://bucket/x", "two words # here"] {
		not value_text.commented(raw)
	}
	value_text.uncommented("4g  # heap") == "4g"
}

test_quoted if {
	every raw in [`"4g"`, `'4g'`, `""`] {
		value_text.quoted(raw)
	}
	every raw in ["4g", `"a" "b"`, `"4g`, `-Da="b c"`] {
		not value_text.quoted(raw)
	}
	value_text.unquoted(`"4g"`) == "4g"
}

test_placeholder if {
	value_text.placeholder("hdfs://<namenode>:8020/logs") == "<namenode>"
	value_text.placeholder("<your bucket>") == "<your bucket>"
	value_text.placeholder("CHANGE_ME") == "CHANGE_ME"
	value_text.placeholder("s3a://your-bucket/logs") == "your-bucket"
	every raw in ["(?<year>[0-9]+)", "s3a://tour-bucket", "a < b", "4g", "s3a://yourself/x"] {
		not value_text.placeholder(raw)
	}
}

test_variable if {
	value_text.variable("${HEAP}") == "${HEAP}"
	value_text.variable("/data/$USER/tmp") == "$USER"
	every raw in ["${env:HOME}", "${spark.app.id}", "a$b", "cost$"] {
		not value_text.variable(raw)
	}
}

test_spoilt if {
	every raw in ["4g # heap", `"4g"`, "<heap>", "$HEAP"] {
		value_text.spoilt(raw)
	}
	not value_text.spoilt("yes")
}

test_token if {
	value_text.token("SPARKEXECUTORMEMORYm")
	value_text.token("NUM_EXECUTORS")
	not value_text.token("TRUE")
	not value_text.token("4G")
}
