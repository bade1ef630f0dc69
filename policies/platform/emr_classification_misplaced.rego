# METADATA
# title: Property under a classification that ignores it
# description: |
#   EMR writes the properties of each classification into the file of one program. Spark reads spark-defaults; the
#   classification spark knows maximizeResourceAllocation alone, and yarn-site is read by YARN. A property under another
#   classification is written where nobody looks for it.
# related_resources:
#   - description: Amazon EMR, configure Spark (classifications)
#     ref: https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-spark-configure.html
#   - description: Spark on YARN, external shuffle service (what YARN's own node managers read of Spark)
#     ref: https://spark.apache.org/docs/latest/running-on-yarn.html#configuring-the-external-shuffle-service
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     resources: [aws_emr_cluster, aws_emrserverless_application]
#   params:
#     elsewhere:
#       default: [spark, spark-env, spark-log4j, spark-log4j2, core-site, hdfs-site, mapred-site, yarn-site]
#       doc: classifications in which Spark does not look for spark.*
#     shuffle_service:
#       default: [spark.authenticate, spark.metrics., spark.network., spark.shuffle., spark.ssl., spark.yarn.shuffle.]
#       doc: beginnings of settings that the shuffle service in YARN's node managers reads from yarn-site
#   fix: Move it to the classification whose program reads it.
package policies.platform.emr_classification_misplaced

import data.policies.lib.resource

params := data.params.platform.emr_classification_misplaced

deny contains {
	"at": $"attribute_name#{path}",
	"msg": $"{property.key} under {property.classification} is not read: it belongs under {home}",
} if {
	some path, property in resource.classified
	home := belongs(property)
}

belongs(property) := "spark-defaults" if {
	property.classification in params.elsewhere
	startswith(property.key, "spark.")
	not for_shuffle_service(property)
}

belongs(property) := "spark" if {
	property.classification != "spark"
	property.key == "maximizeResourceAllocation"
}

belongs(property) := "yarn-site" if {
	property.classification == "spark-defaults"
	startswith(property.key, "yarn.")
}

for_shuffle_service(property) if {
	property.classification == "yarn-site"
	strings.any_prefix_match(property.key, params.shuffle_service)
}
