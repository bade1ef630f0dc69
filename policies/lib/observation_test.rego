package policies.lib.observation_test

import data.policies.lib.observation

test_mended if observation.mended({"kind": "unicode_dash", "replacement": "--name"}) == {"replace": "--name"}

test_mended_by_nothing if observation.mended({"kind": "byte_order_mark", "replacement": ""}) == {"replace": ""}

test_not_certain if observation.mended({"kind": "unicode_dash"}) == {}
