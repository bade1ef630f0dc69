package policies.lib.retired_keys_test

import data.policies.lib.retired_keys

test_since if {
	retired_keys.since("spark.storage.memoryFraction") == "3.0"
	retired_keys.since("spark.akka.frameSize") == "2.0"
}

test_not_of_keys_that_are_read if {
	not retired_keys.since("spark.memory.fraction")
	not retired_keys.since("spark.akkadian")
}

test_every_row_has_a_source if {
	every row in retired_keys.table {
		count(row.source) > 10
	}
}
