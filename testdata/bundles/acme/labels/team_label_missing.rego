# METADATA
# title: Job without a team label
# description: |
#   Acme bills cluster time to teams by the label "team" on driver pods. A job without it is billed to the platform team.
# related_resources:
#   - description: Labels on Kubernetes
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#spark-properties
# custom:
#   severity: warning
#   since: 1.0.0
#   applies_to:
#     cluster_managers: [kubernetes]
#     complete: true
#   fix: Set spark.kubernetes.driver.label.team to the team's name.
package acme.labels.team_label_missing

deny contains {
	"at": "spark.kubernetes.driver.label.team",
	"msg": "no team label: the run is billed to the platform team",
	"notes": ["spark.app.name"],
} if {
	input.unset["spark.kubernetes.driver.label.team"]
}
