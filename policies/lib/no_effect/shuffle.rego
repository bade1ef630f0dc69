# Settings about shuffles that something else makes idle.
package policies.lib.no_effect.shuffle

import data.policies.lib.release
import data.policies.lib.switch

# Utils.isPushBasedShuffleEnabled, from 3.2 on, warns and goes on without.
rows contains {
	"case": "push_based_shuffle",
	"at": "spark.shuffle.push.enabled",
	"msg": $"spark.shuffle.push.enabled has no effect: {concat(" and ", wants)}",
	"unset": ["spark.shuffle.push.enabled"],
	"absent": push_absent,
} if {
	input.conf["spark.shuffle.push.enabled"]
	not release.before("3.2")
	wants := sort(push_wants)
	count(wants) > 0
}

push_wants contains $"it works on YARN, and the cluster manager is {input.job.cluster_manager}" if {
	input.job.cluster_manager != "yarn"
}

push_wants contains "it needs spark.shuffle.service.enabled, which is false" if {
	input.job.complete
	input.conf["spark.shuffle.service.enabled"] == false
}

push_wants contains "it does not go with spark.io.encryption.enabled" if input.conf["spark.io.encryption.enabled"]

default push_absent := false

push_absent if {
	switch.left_alone("spark.shuffle.service.enabled")
	input.job.cluster_manager == "yarn"
}

# deploy.yarn.YarnAllocator, from 3.4 on, hands on that nodes go only while the
# external shuffle service is off.
rows contains {
	"case": "decommission_with_shuffle_service",
	"at": "spark.decommission.enabled",
	"msg": "YARN's news of nodes that go are not passed on to executors while spark.shuffle.service.enabled is true",
	"notes": ["spark.shuffle.service.enabled"],
	"severity": "info",
} if {
	input.job.cluster_manager == "yarn"
	release.at_least("3.4")
	input.conf["spark.decommission.enabled"]
	input.conf["spark.shuffle.service.enabled"]
}
