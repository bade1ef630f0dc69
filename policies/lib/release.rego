# Where the job's Spark stands among the releases; neither holds when its
# version is unknown.
package policies.lib.release

at_least(line) if comparison(line) >= 0

before(line) if comparison(line) < 0

comparison(line) := semver.compare($"{release}.0", $"{line}.0") if release := input.job.spark_release
