package facts

import (
	"strconv"

	"github.com/sparkvet/sparkvet/conf"
)

func jobFacts() []Definition {
	return []Definition{
		{
			Name: "spark.release", Kind: String, Source: "the job, or --spark-version",
			Doc: "Release line of Spark by which the job is judged.",
			Expr: &property{name: "release line of Spark", kind: String, of: func(s *Set) (Value, conf.Reason) {
				if s.major == 0 {
					return Value{}, "the Spark version is not known"
				}
				return text(strconv.Itoa(s.major) + "." + strconv.Itoa(s.minor)), ""
			}},
		},
		{
			Name: "cluster.manager", Kind: String, Source: "org.apache.spark.deploy.SparkSubmit.prepareSubmitEnvironment",
			Doc: "What runs the executors: yarn, kubernetes, standalone, mesos, or local for none.",
			Expr: &property{name: "cluster manager of spark.master", kind: String, from: masterKey, of: func(s *Set) (Value, conf.Reason) {
				return text(string(s.manager)), s.managerReason
			}},
		},
		{
			Name: "cluster.deploy_mode", Kind: String, Source: "org.apache.spark.deploy.SparkSubmit.prepareSubmitEnvironment",
			Doc: "Where the driver runs: client, where the job is submitted, or cluster.",
			Expr: &property{name: deployModeKey, kind: String, from: deployModeKey, of: func(s *Set) (Value, conf.Reason) {
				return text(string(s.mode)), s.modeReason
			}},
		},
		{
			Name: "application.is_python", Kind: Bool, Source: "org.apache.spark.deploy.SparkSubmit.isPython",
			Doc:  "Whether the application is written in Python.",
			Expr: &answer{language{"python"}},
		},
		{
			Name: "dynamic_allocation.enabled", Kind: Bool, Source: "org.apache.spark.util.Utils.isDynamicAllocationEnabled",
			Doc:  "Whether Spark adds and removes executors by need. Local mode has none to add.",
			Expr: &answer{dynamic()},
		},
	}
}

// dynamic holds where Spark adds and removes executors by need.
func dynamic() condition {
	return all{enabled("spark.dynamicAllocation.enabled"), not{on{conf.Local}}}
}
