# METADATA
# title: Cluster that nothing ends
# description: |
#   A cluster that stays up when it has nothing to do bills for every hour until somebody notices. Each platform can end
#   it after an idle time; here that is switched off, or was never set.
# related_resources:
#   - description: Amazon EMR, using an auto-termination policy
#     ref: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-auto-termination-policy.html
#   - description: Databricks, automatic termination
#     ref: https://docs.databricks.com/aws/en/compute/clusters-manage#automatic-termination
#   - description: Dataproc, scheduled deletion
#     ref: https://cloud.google.com/dataproc/docs/concepts/configuring-clusters/scheduled-deletion
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     resources: [aws_emr_cluster, aws_emrserverless_application, databricks_cluster, google_dataproc_cluster]
#   fix: Set an idle time after which the platform ends the cluster, or waive this for one that serves around the clock.
package policies.cost.no_auto_termination

# Somebody said what the cluster is for, and it never ends.
serves if input.job.workload in {"dstreams", "sql-service", "streaming"}

deny contains {
	"at": "attribute#keep_job_flow_alive_when_no_steps",
	"msg": "the cluster stays when its steps are done, and has no auto_termination_policy: idle, it bills until somebody ends it",
} if {
	input.resource.kind == "aws_emr_cluster"
	input.resource.attributes.keep_job_flow_alive_when_no_steps == true
	input.resource.absent.auto_termination_policy
	not serves
}

deny contains {
	"at": "attribute#autotermination_minutes",
	"msg": "autotermination_minutes = 0 switches automatic termination off: idle, the cluster bills until somebody ends it",
} if {
	input.resource.kind == "databricks_cluster"
	input.resource.attributes.autotermination_minutes == 0
	not serves
}

deny contains {
	"at": "attribute#auto_stop_configuration.enabled",
	"msg": "the application never stops by itself: idle, its initial capacity bills until somebody stops it",
} if {
	input.resource.kind == "aws_emrserverless_application"
	input.resource.attributes["auto_stop_configuration.enabled"] == false
	some path, _ in input.resource.attributes
	startswith(path, "initial_capacity[")
}

# Many a Dataproc cluster is meant to stay.
deny contains {
	"msg": "the cluster has no lifecycle_config: idle, it bills until somebody deletes it",
	"severity": "info",
} if {
	input.resource.kind == "google_dataproc_cluster"
	input.resource.absent["cluster_config.lifecycle_config"]
	not serves
}
