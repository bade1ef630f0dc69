package conf

import "maps"

// ResourceKind is what is known of one kind of resource.
type ResourceKind struct {
	// Platform as profiles name it.
	Platform string
	// Version is the path of the attribute that names the platform's version.
	Version string
	// Attributes that policies may read, by PathPattern.
	Attributes map[string]AttributeType
}

// AttributeType is how an attribute's value is typed.
type AttributeType string

// The types of attributes; see Attribute.Value.
const (
	TextAttribute   AttributeType = "text"
	NumberAttribute AttributeType = "number"
	BoolAttribute   AttributeType = "bool"
	ListAttribute   AttributeType = "list"
)

// ResourceKinds are the kinds of resource that rules speak of, by their names
// in the platforms' Terraform providers, whose arguments the paths follow. A
// databricks_job's attributes are those of the cluster that the task runs on.
var ResourceKinds = map[string]ResourceKind{
	"aws_glue_job": {Platform: glue, Version: "glue_version", Attributes: map[string]AttributeType{
		"command.name":                   TextAttribute,
		`default_arguments["--conf"]`:    TextAttribute,
		`default_arguments["*"]`:         TextAttribute,
		"glue_version":                   TextAttribute,
		"max_capacity":                   NumberAttribute,
		`non_overridable_arguments["*"]`: TextAttribute,
		"number_of_workers":              NumberAttribute,
		"worker_type":                    TextAttribute,
	}},
	"aws_emr_cluster": {Platform: emr, Version: "release_label", Attributes: map[string]AttributeType{
		"applications":                         ListAttribute,
		"auto_termination_policy.idle_timeout": NumberAttribute,
		"configurations[*].classification":     TextAttribute,
		`configurations[*].properties["*"]`:    TextAttribute,
		"keep_job_flow_alive_when_no_steps":    BoolAttribute,
		"release_label":                        TextAttribute,
	}},
	"aws_emrserverless_application": {Platform: emrServerless, Version: "release_label", Attributes: map[string]AttributeType{
		"auto_stop_configuration.enabled":                                            BoolAttribute,
		"auto_stop_configuration.idle_timeout_minutes":                               NumberAttribute,
		"initial_capacity[*].initial_capacity_type":                                  TextAttribute,
		"initial_capacity[*].initial_capacity_config.worker_count":                   NumberAttribute,
		"initial_capacity[*].initial_capacity_config.worker_configuration.cpu":       TextAttribute,
		"initial_capacity[*].initial_capacity_config.worker_configuration.disk":      TextAttribute,
		"initial_capacity[*].initial_capacity_config.worker_configuration.disk_type": TextAttribute,
		"initial_capacity[*].initial_capacity_config.worker_configuration.memory":    TextAttribute,
		"release_label": TextAttribute,
		"runtime_configuration[*].classification":  TextAttribute,
		`runtime_configuration[*].properties["*"]`: TextAttribute,
	}},
	"databricks_cluster": {Platform: databricks, Version: "spark_version", Attributes: with(databricksCompute, map[string]AttributeType{
		"autotermination_minutes": NumberAttribute,
	})},
	"databricks_job": {Platform: databricks, Version: "spark_version", Attributes: databricksCompute},
	"google_dataproc_cluster": {Platform: dataproc, Version: "cluster_config.software_config.image_version", Attributes: map[string]AttributeType{
		"cluster_config.lifecycle_config.auto_delete_time":        TextAttribute,
		"cluster_config.lifecycle_config.idle_delete_ttl":         TextAttribute,
		"cluster_config.software_config.image_version":            TextAttribute,
		`cluster_config.software_config.override_properties["*"]`: TextAttribute,
	}},
	"google_dataproc_job": {Platform: dataproc, Attributes: map[string]AttributeType{
		`pyspark_config.properties["*"]`:  TextAttribute,
		`spark_config.properties["*"]`:    TextAttribute,
		`sparkr_config.properties["*"]`:   TextAttribute,
		`sparksql_config.properties["*"]`: TextAttribute,
	}},
	"google_dataproc_batch": {Platform: dataprocServerless, Version: "runtime_config.version", Attributes: map[string]AttributeType{
		`runtime_config.properties["*"]`: TextAttribute,
		"runtime_config.version":         TextAttribute,
	}},
}

// databricksCompute are the attributes of a cluster's definition, wherever it
// stands.
var databricksCompute = map[string]AttributeType{
	"autoscale.max_workers":                          NumberAttribute,
	"autoscale.min_workers":                          NumberAttribute,
	"aws_attributes.availability":                    TextAttribute,
	"azure_attributes.availability":                  TextAttribute,
	`custom_tags["ResourceClass"]`:                   TextAttribute,
	`spark_conf["spark.databricks.cluster.profile"]`: TextAttribute,
	`spark_conf["spark.master"]`:                     TextAttribute,
	`custom_tags["*"]`:                               TextAttribute,
	"gcp_attributes.availability":                    TextAttribute,
	"is_single_node":                                 BoolAttribute,
	"kind":                                           TextAttribute,
	"num_workers":                                    NumberAttribute,
	"policy_id":                                      TextAttribute,
	`spark_conf["*"]`:                                TextAttribute,
	"spark_version":                                  TextAttribute,
}

func with(a, b map[string]AttributeType) map[string]AttributeType {
	both := maps.Clone(a)
	maps.Copy(both, b)
	return both
}
