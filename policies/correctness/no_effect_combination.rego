# METADATA
# title: Setting that another one makes idle
# description: |
#   Each case is a setting that Spark reads and does not use, because of another setting or of the cluster manager. Whoever
#   tunes the job by it tunes nothing. The message says what stands in the way; sparkvet explain lists the cases with the
#   class of Spark that decides. Settings in a spark-defaults.conf that a job shares with others are not reported.
# related_resources:
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html
#   - description: Push-based shuffle
#     ref: https://spark.apache.org/docs/latest/configuration.html#push-based-shuffle-overview
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Delete the setting, or put right what the message says is in its way.
package policies.correctness.no_effect_combination

import data.policies.lib.no_effect.executors
import data.policies.lib.no_effect.languages
import data.policies.lib.no_effect.shuffle
import data.policies.lib.no_effect.storage
import data.policies.lib.no_effect.switched_off

deny contains row if {
	some rows in [executors.rows, languages.rows, shuffle.rows, storage.rows, switched_off.rows]
	some row in rows
}
