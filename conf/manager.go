package conf

import "strings"

// ClusterManager is what runs the executors; empty when unknown.
type ClusterManager string

// The cluster managers. Mesos was removed in Spark 4.0.
const (
	YARN       ClusterManager = "yarn"
	Kubernetes ClusterManager = "kubernetes"
	Standalone ClusterManager = "standalone"
	Local      ClusterManager = "local"
	Mesos      ClusterManager = "mesos"
)

// ManagerOf reads a master URL as SparkSubmit.prepareSubmitEnvironment does;
// false when Spark would refuse it.
func ManagerOf(master string) (ClusterManager, bool) {
	switch {
	case master == "yarn":
		return YARN, true
	case strings.HasPrefix(master, "spark"):
		return Standalone, true
	case strings.HasPrefix(master, "k8s"):
		return Kubernetes, true
	case strings.HasPrefix(master, "local"):
		return Local, true
	case strings.HasPrefix(master, "mesos"):
		return Mesos, true
	}
	return "", false
}
