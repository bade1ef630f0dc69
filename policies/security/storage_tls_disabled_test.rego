package policies.security.storage_tls_disabled_test

import data.policies.lib.job_test as job
import data.policies.security.storage_tls_disabled as rule

ssl := "spark.hadoop.fs.s3a.connection.ssl.enabled"

endpoint := "spark.hadoop.fs.s3a.endpoint"

test_denies_http if {
	some answer in rule.deny with input as job.on("yarn", {endpoint: "http://s3.eu-west-1.amazonaws.com"})
	answer.msg == "spark.hadoop.fs.s3a.endpoint is http://s3.eu-west-1.amazonaws.com: what is read from and written to s3.eu-west-1.amazonaws.com goes over the network in the clear"
	answer.set == {endpoint: "https://s3.eu-west-1.amazonaws.com"}
	count(rule.deny) == 1 with input as job.on("yarn", {"spark.hadoop.fs.s3a.bucket.acme.endpoint": "http://store.acme.com:9000/x"})
}

test_denies_tls_off if {
	count(rule.deny) == 1 with input as job.on("yarn", {ssl: false})
	count(rule.deny) == 1 with input as job.on("yarn", {ssl: false, endpoint: "s3.eu-west-1.amazonaws.com"})
}

test_one_finding_for_one_cause if {
	count(rule.deny) == 1 with input as job.on("yarn", {ssl: false, endpoint: "http://s3.eu-west-1.amazonaws.com"})
}

test_allows_endpoints_nearby if {
	every host in ["localhost:9000", "minio:9000", "minio.storage.svc.cluster.local", "10.0.0.7", "192.168.1.4:9000", "172.20.0.3", "[::1]:9000"] {
		count(rule.deny) == 0 with input as job.on("yarn", {endpoint: $"http://{host}", ssl: false})
		count(rule.deny) == 0 with input as job.on("yarn", {endpoint: host, ssl: false})
	}
}

test_allows_https if {
	count(rule.deny) == 0 with input as job.on("yarn", {endpoint: "https://s3.eu-west-1.amazonaws.com", ssl: false})
	count(rule.deny) == 0 with input as job.on("yarn", {ssl: true})
}

test_silent_when_unknown if {
	document := job.on("yarn", {ssl: false})
	count(rule.deny) == 0 with input as object.union(document, {"assignments": array.concat(document.assignments, [{"id": "x", "key": endpoint, "name": endpoint, "effective": true}])})
	count(rule.deny) == 0 with input as job.fragment({ssl: false})
}
