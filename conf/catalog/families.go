package catalog

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// families are the open families of keys: prefixes that Spark itself reads
// with a free part, and prefixes that belong to engines, table formats and
// services around Spark. A * at the end stands for one or more dot-separated
// parts, elsewhere for exactly one.
//
// Spark's own are the prefixes in its classes that "sparkref.py literals"
// lists; which class reads each is noted at its end. Third-party ones are the
// products' prefixes as their users write them, kept by hand; no release of
// theirs was asked.
var families = []Family{
	// Core.
	{"spark.hadoop.*", "copied into every Hadoop Configuration, without the prefix", "core"},                                     // SparkHadoopUtil
	{"spark.hive.*", "copied into every Hadoop Configuration, as hive.*", "core"},                                                // SparkHadoopUtil
	{"spark.executorEnv.*", "an environment variable of executors", "core"},                                                      // SparkConf
	{"spark.driver.resource.*.amount", "how many of a resource the driver asks for", "core"},                                     // ResourceUtils
	{"spark.driver.resource.*.discoveryScript", "script by which the driver finds its addresses of a resource", "core"},          // ResourceUtils
	{"spark.driver.resource.*.vendor", "vendor of a driver resource, for Kubernetes", "core"},                                    // ResourceUtils
	{"spark.executor.resource.*.amount", "how many of a resource each executor asks for", "core"},                                // ResourceUtils
	{"spark.executor.resource.*.discoveryScript", "script by which an executor finds its addresses of a resource", "core"},       // ResourceUtils
	{"spark.executor.resource.*.vendor", "vendor of an executor resource, for Kubernetes", "core"},                               // ResourceUtils
	{"spark.task.resource.*.amount", "how much of a resource each task takes; below 1, a share of one", "core"},                  // ResourceUtils
	{"spark.worker.resource.*.amount", "how many of a resource a standalone worker offers", "core"},                              // ResourceUtils
	{"spark.worker.resource.*.discoveryScript", "script by which a standalone worker finds its addresses of a resource", "core"}, // ResourceUtils
	{"spark.metrics.conf.*", "a line of metrics.properties", "core"},                                                             // MetricsConfig
	{"spark.network.crypto.config.*", "a setting of Apache Commons Crypto for RPC encryption", "core"},                           // TransportConf
	{"spark.io.encryption.commons.config.*", "a setting of Apache Commons Crypto for the encryption of local files", "core"},     // CryptoStreamUtils
	{"spark.security.credentials.*.enabled", "whether tokens of a service are obtained", "core"},                                 // HadoopDelegationTokenManager
	{"spark.scheduler.listenerbus.eventqueue.*.capacity", "capacity of one listener queue", "core"},                              // AsyncEventQueue
	{"spark.plugins.internal.conf.*", "what a driver plug-in hands to its executors; set by Spark", "core"},                      // PluginContainer
	{"spark.shuffle.plugin.__config__.*", "what a shuffle plug-in hands to executors; set by Spark", "core"},                     // ShuffleDataIOUtils
	{"spark.org.*", "spark.<class of a servlet filter>.param.<name>, its parameters", "core"},                                    // ServerInfo
	{"spark.com.*", "spark.<class of a servlet filter>.param.<name>, its parameters", "core"},                                    // ServerInfo

	// SQL and streaming.
	{"spark.sql.catalog.*", "class of a catalogue, and the options it is given", "sql"},  // Catalogs
	{"spark.datasource.*", "options for all reads and writes of one data source", "sql"}, // DataSourceV2Utils
	{"spark.kafka.clusters.*", "a Kafka cluster for which tokens are obtained", "kafka"}, // KafkaTokenSparkConf, not in Spark's own jars
	{"spark.streaming.kafka.*", "Kafka as a source of the older streaming API", "kafka"}, // streaming.kafka010, not in Spark's own jars

	// YARN. Names of resources hold dots (yarn.io/gpu), so nothing can follow.
	{"spark.yarn.appMasterEnv.*", "an environment variable of the application master", "yarn"}, // deploy.yarn.Client
	{"spark.yarn.am.resource.*", "resources of the client-mode application master", "yarn"},    // deploy.yarn.ResourceRequestHelper
	{"spark.yarn.driver.resource.*", "resources of the cluster-mode driver", "yarn"},           // deploy.yarn.ResourceRequestHelper
	{"spark.yarn.executor.resource.*", "resources of executors", "yarn"},                       // deploy.yarn.ResourceRequestHelper

	// Kubernetes: deploy.k8s.Config.
	{"spark.kubernetes.driverEnv.*", "an environment variable of the driver", "kubernetes"},
	{"spark.kubernetes.driver.label.*", "a label of the driver pod", "kubernetes"},
	{"spark.kubernetes.driver.annotation.*", "an annotation of the driver pod", "kubernetes"},
	{"spark.kubernetes.driver.service.label.*", "a label of the driver's service", "kubernetes"},
	{"spark.kubernetes.driver.service.annotation.*", "an annotation of the driver's service", "kubernetes"},
	{"spark.kubernetes.driver.node.selector.*", "a node label that the driver pod asks for", "kubernetes"},
	{"spark.kubernetes.driver.secrets.*", "where a secret is mounted in the driver", "kubernetes"},
	{"spark.kubernetes.driver.secretKeyRef.*", "an environment variable of the driver, from a secret", "kubernetes"},
	{"spark.kubernetes.executor.label.*", "a label of executor pods", "kubernetes"},
	{"spark.kubernetes.executor.annotation.*", "an annotation of executor pods", "kubernetes"},
	{"spark.kubernetes.executor.node.selector.*", "a node label that executor pods ask for", "kubernetes"},
	{"spark.kubernetes.executor.secrets.*", "where a secret is mounted in executors", "kubernetes"},
	{"spark.kubernetes.executor.secretKeyRef.*", "an environment variable of executors, from a secret", "kubernetes"},
	{"spark.kubernetes.node.selector.*", "a node label that all pods ask for", "kubernetes"},
	{"spark.kubernetes.driver.volumes.*.*.mount.path", "where a volume is mounted in the driver", "kubernetes"},
	{"spark.kubernetes.driver.volumes.*.*.mount.subPath", "which part of a volume is mounted in the driver", "kubernetes"},
	{"spark.kubernetes.driver.volumes.*.*.mount.subPathExpr", "which part of a volume is mounted in the driver", "kubernetes"},
	{"spark.kubernetes.driver.volumes.*.*.mount.readOnly", "whether the driver may only read a volume", "kubernetes"},
	{"spark.kubernetes.driver.volumes.*.*.options.*", "options of a driver's volume", "kubernetes"},
	{"spark.kubernetes.driver.volumes.*.*.label.*", "a label of a driver's volume claim", "kubernetes"},
	{"spark.kubernetes.driver.volumes.*.*.annotation.*", "an annotation of a driver's volume claim", "kubernetes"},
	{"spark.kubernetes.executor.volumes.*.*.mount.path", "where a volume is mounted in executors", "kubernetes"},
	{"spark.kubernetes.executor.volumes.*.*.mount.subPath", "which part of a volume is mounted in executors", "kubernetes"},
	{"spark.kubernetes.executor.volumes.*.*.mount.subPathExpr", "which part of a volume is mounted in executors", "kubernetes"},
	{"spark.kubernetes.executor.volumes.*.*.mount.readOnly", "whether executors may only read a volume", "kubernetes"},
	{"spark.kubernetes.executor.volumes.*.*.options.*", "options of an executor's volume", "kubernetes"},
	{"spark.kubernetes.executor.volumes.*.*.label.*", "a label of an executor's volume claim", "kubernetes"},
	{"spark.kubernetes.executor.volumes.*.*.annotation.*", "an annotation of an executor's volume claim", "kubernetes"},
	{"spark.kubernetes.scheduler.volcano.*", "the Volcano scheduler, in builds that bring it", "kubernetes"},

	// The profiler's plug-in, not in Spark's own jars; renamed while it was new.
	{"spark.profiler.*", "the profiler's plug-in", "profiler"},
	{"spark.executor.profiling.*", "the profiler's plug-in", "profiler"},

	// Mesos, up to Spark 3.5.
	{"spark.mesos.driverEnv.*", "an environment variable of the cluster-mode driver", "mesos"},
	{"spark.mesos.dispatcher.driverDefault.*", "a default of drivers that the dispatcher starts", "mesos"},
	{"spark.mesos.dispatcher.queue.*", "weight of a queue of the dispatcher", "mesos"},

	// Table formats, engines and shuffle services.
	{"spark.databricks.*", "Databricks, and Delta Lake's session settings", "databricks"},
	{"spark.delta.*", "Delta Lake's log stores and session settings", "delta"},
	{"spark.hoodie.*", "Apache Hudi", "hudi"},
	{"spark.sql.iceberg.*", "Apache Iceberg's session settings", "iceberg"},
	{"spark.paimon.*", "Apache Paimon", "paimon"},
	{"spark.rapids.*", "RAPIDS Accelerator for Apache Spark", "rapids"},
	{"spark.gluten.*", "Apache Gluten", "gluten"},
	{"spark.comet.*", "Apache DataFusion Comet", "comet"},
	{"spark.auron.*", "Apache Auron", "auron"},
	{"spark.blaze.*", "Blaze, now Apache Auron", "auron"},
	{"spark.celeborn.*", "Apache Celeborn", "celeborn"},
	{"spark.rss.*", "Apache Uniffle", "uniffle"},
	{"spark.kyuubi.*", "Apache Kyuubi", "kyuubi"},
	{"spark.livy.*", "Apache Livy", "livy"},
	{"spark.jsl.*", "Spark NLP", "spark-nlp"},

	// Lineage and tracking.
	{"spark.openlineage.*", "OpenLineage", "openlineage"},
	{"spark.spline.*", "Spline", "spline"},
	{"spark.mlflow.*", "MLflow", "mlflow"},

	// Connectors.
	{"spark.mongodb.*", "MongoDB Connector", "mongodb"},
	{"spark.cassandra.*", "Apache Cassandra Connector", "cassandra"},
	{"spark.es.*", "Elasticsearch for Apache Hadoop", "elasticsearch"},
	{"spark.opensearch.*", "OpenSearch for Apache Hadoop", "opensearch"},
	{"spark.neo4j.*", "Neo4j Connector", "neo4j"},
	{"spark.redis.*", "Redis Connector", "redis"},
	{"spark.clickhouse.*", "ClickHouse Connector", "clickhouse"},
	{"spark.cosmos.*", "Azure Cosmos DB Connector", "cosmos"},
	{"spark.bigquery.*", "BigQuery Connector", "bigquery"},

	// Services.
	{"spark.emr.*", "Amazon EMR", "emr"},
	{"spark.emr-serverless.*", "Amazon EMR Serverless", "emr"},
	{"spark.glue.*", "AWS Glue", "glue"},
	{"spark.dataproc.*", "Google Cloud Dataproc", "dataproc"},
	{"spark.synapse.*", "Azure Synapse Analytics", "synapse"},
	{"spark.fabric.*", "Microsoft Fabric", "fabric"},
	{"spark.microsoft.*", "Microsoft Fabric", "fabric"},
	{"spark.sql.parquet.vorder.*", "Microsoft Fabric's V-Order", "fabric"},
}

// Families returns the open families, sorted by pattern.
func Families() []Family {
	list := slices.Clone(families)
	slices.SortFunc(list, func(a, b Family) int { return cmp.Compare(a.Pattern, b.Pattern) })
	return list
}

// FamilyOf returns the open family that a key belongs to, the one with the
// longest pattern when several match; nil when none does. It knows nothing of
// registered keys: ask a Catalog first.
func FamilyOf(name string) *Family {
	for _, family := range familiesByLength() {
		if matches(family.Pattern, name) {
			return family
		}
	}
	return nil
}

var familiesByLength = sync.OnceValue(func() []*Family {
	var list []*Family
	for i := range families {
		list = append(list, &families[i])
	}
	slices.SortFunc(list, func(a, b *Family) int {
		return cmp.Or(cmp.Compare(len(b.Pattern), len(a.Pattern)), cmp.Compare(a.Pattern, b.Pattern))
	})
	return list
})

// matches compares a pattern and a name part by part.
func matches(pattern, name string) bool {
	for {
		want, wants, moreWanted := strings.Cut(pattern, ".")
		part, parts, more := strings.Cut(name, ".")
		if part == "" || want != "*" && want != part {
			return false
		}
		if !moreWanted {
			return want == "*" || !more
		}
		if !more {
			return false
		}
		pattern, name = wants, parts
	}
}
