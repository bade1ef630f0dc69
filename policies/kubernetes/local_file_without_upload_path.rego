# METADATA
# title: Local file that no pod can read
# description: |
#   In cluster mode the driver runs in a pod and cannot see files of the machine that submits. Spark uploads such files
#   to spark.kubernetes.file.upload.path, and refuses the job when that is not set. Files inside the image are written
#   local:///.
# related_resources:
#   - description: Dependency management
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#dependency-management
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#     deploy_modes: [cluster]
#     kinds: [spark-submit, jobspec]
#     complete: true
#   fix: Write local:///path for a file inside the image, use a remote URI, or set spark.kubernetes.file.upload.path.
package policies.kubernetes.local_file_without_upload_path

deny contains {
	"at": "application",
	"msg": $"{input.job.application} is a file of the submitting machine; spark.kubernetes.file.upload.path is not set, and Spark refuses the job",
} if {
	input.unset["spark.kubernetes.file.upload.path"]
	submitted(input.job.application)
}

deny contains {
	"at": key,
	"msg": $"{file} is a file of the submitting machine; spark.kubernetes.file.upload.path is not set, and Spark refuses the job",
} if {
	input.unset["spark.kubernetes.file.upload.path"]
	some key, files in {
		"spark.jars": input.conf["spark.jars"],
		"spark.files": input.conf["spark.files"],
		"spark.submit.pyFiles": input.conf["spark.submit.pyFiles"],
	}
	some file in files
	submitted(file)
}

# submitted says that a path has no scheme, or that of local files.
submitted(path) if {
	path != ""
	not contains(path, ":")
}

submitted(path) if startswith(path, "file:")
