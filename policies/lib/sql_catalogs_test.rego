package policies.lib.sql_catalogs_test

import data.policies.lib.sql_catalogs

job := {"assignments": [
	{"name": "spark.sql.catalog.lake", "raw": "org.apache.iceberg.spark.SparkCatalog", "effective": true},
	{"name": "spark.sql.catalog.lake.type", "raw": "rest", "effective": true},
	{"name": "spark.sql.catalog.lake.s3.endpoint", "raw": "http://h", "effective": true},
	{"name": "spark.sql.catalog.unknown", "effective": true},
	{"name": "spark.sql.catalogImplementation", "raw": "hive", "effective": true},
]}

test_classes_and_options if {
	sql_catalogs.class == {"lake": "org.apache.iceberg.spark.SparkCatalog"} with input as job
	sql_catalogs.classed == {"lake", "unknown"} with input as job
	sql_catalogs.options == {"lake": {"type": "rest", "s3.endpoint": "http://h"}} with input as job
	sql_catalogs.has("lake", "s3.endpoint") with input as job
	not sql_catalogs.has("lake", "uri") with input as job
	sql_catalogs.iceberg == {"lake": true} with input as job
}
