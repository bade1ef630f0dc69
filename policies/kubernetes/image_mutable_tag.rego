# METADATA
# title: Image that can change under the job
# description: |
#   An image without a tag is the one tagged latest. Nodes that pulled it yesterday keep theirs (the pull policy is
#   IfNotPresent), new nodes pull today's, and driver and executors of one job run different builds: classes do not
#   match ("local class incompatible"), and yesterday's run cannot be repeated.
# related_resources:
#   - description: Kubernetes, images
#     ref: https://kubernetes.io/docs/concepts/containers/images/#image-names
# custom:
#   severity: info
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#   fix: Name the image by a version, or by its digest.
package policies.kubernetes.image_mutable_tag

deny contains {
	"at": a.id,
	"msg": $"{a.raw} {said(tag(a.raw))}: pods of one job can get different builds of it",
} if {
	some a in input.assignments
	a.effective
	a.name in keys
	not contains(a.raw, "@")
	tag(a.raw) in {"", "latest"}
}

keys := {
	"spark.kubernetes.container.image",
	"spark.kubernetes.driver.container.image",
	"spark.kubernetes.executor.container.image",
}

# What follows the last colon behind the last slash; a colon before it belongs
# to the registry's port.
tag(image) := regex.find_all_string_submatch_n(`(?:^|/)[^/:]*:?([^/:]*)$`, image, 1)[0][1]

said("") := "has no tag, which means latest"

said("latest") := "is tagged latest"
