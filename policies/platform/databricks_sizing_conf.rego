# METADATA
# title: Sizes in a cluster that Databricks sizes
# description: |
#   Databricks starts one executor per worker and gives it the machine; the cluster scales by autoscale. Sizes and
#   dynamic allocation that were carried over from another Spark fight with that, and survive every upgrade of the
#   runtime's own defaults.
# related_resources:
#   - description: Databricks, compute configuration (Spark configuration)
#     ref: https://docs.databricks.com/aws/en/compute/configure#spark-configuration
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     platforms: [databricks]
#   params:
#     settings:
#       default:
#         - spark.driver.memory
#         - spark.executor.cores
#         - spark.executor.instances
#         - spark.executor.memory
#         - spark.submit.deployMode
#       doc: settings that Databricks works out itself
#     prefixes:
#       default: [spark.dynamicAllocation., spark.shuffle.service.]
#       doc: beginnings of further such settings
#   fix: Remove them, and choose node_type_id and num_workers or autoscale.
package policies.platform.databricks_sizing_conf

import data.policies.lib.sizing

params := data.params.platform.databricks_sizing_conf

deny contains sizing.answer(
	sizing.written(params.settings, params.prefixes),
	"Databricks gives each worker one executor of its own size, and scales by autoscale",
)
