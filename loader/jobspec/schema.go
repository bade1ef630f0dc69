package jobspec

import "maps"

// bodySchema is what may stand between the braces of a block.
type bodySchema struct {
	attributes map[string]attribute
	blocks     map[string]block
}

// attribute is one name that a block may give a value.
type attribute struct {
	kind kind
	// key is the Spark setting that the attribute is another spelling of.
	key string
	// joined is what stands between the elements when a list becomes one value.
	joined   string
	required bool
	// unsupported says what to do instead of an attribute that this version
	// only knows by name.
	unsupported string
}

// block is one kind of block that may stand in a body.
type block struct {
	// label says what the block's label names; empty when it has none.
	label string
	// single: a body has at most one.
	single bool
	body   *bodySchema
}

// root is the schema of a whole file.
var root = bodySchema{
	attributes: map[string]attribute{
		"include": {kind: static, unsupported: "put the shared blocks into this file"},
	},
	blocks: map[string]block{
		"variable": {label: "a variable", body: &variableBody},
		"locals":   {body: nil}, // any attribute
		"defaults": {single: true, body: &defaultsBody},
		"cluster":  {label: "a cluster", body: &clusterBody},
		"job":      {label: "a job", body: &jobBody},
	},
}

var variableBody = bodySchema{
	attributes: map[string]attribute{
		"type":        {kind: static},
		"default":     {kind: static},
		"description": {kind: text},
		"sensitive":   {kind: boolean},
	},
	blocks: map[string]block{
		"validation": {body: &bodySchema{attributes: map[string]attribute{
			"condition":     {kind: static, required: true},
			"error_message": {kind: static, required: true},
		}}},
	},
}

var defaultsBody = bodySchema{
	attributes: map[string]attribute{
		"from": {kind: text},
		"conf": {kind: settings},
	},
}

var clusterBody = bodySchema{
	attributes: joined(sayable(""), map[string]attribute{
		"scala_version": {kind: text},
		"master":        {kind: text, key: "spark.master"},
		"conf":          {kind: settings},
	}),
	blocks: map[string]block{
		"driver_node": {single: true, body: &bodySchema{attributes: map[string]attribute{
			"instance_type": {kind: text},
			"cores":         {kind: number},
			"memory":        {kind: scalar},
		}}},
		"worker":     {body: &workerBody},
		"yarn":       {single: true, body: &bodySchema{attributes: sayable("yarn.")}},
		"kubernetes": {single: true, body: &bodySchema{attributes: sayable("kubernetes.")}},
		"standalone": {single: true, body: &bodySchema{attributes: sayable("standalone.")}},
	},
}

var workerBody = bodySchema{attributes: sayable("worker.")}

// workloadBody is a workload block of a settings file; in a job the block says
// no jobs.
var workloadBody = bodySchema{attributes: joined(sayable("workload."), claims)}

var claims = map[string]attribute{"jobs": {kind: list}}

// settingsRoot is the schema of a settings file.
var settingsRoot = bodySchema{
	blocks: map[string]block{
		"variable": {label: "a variable", body: &variableBody},
		"locals":   {body: nil},
		"cluster":  {label: "a cluster", body: &bodySchema{attributes: joined(clusterBody.attributes, claims), blocks: clusterBody.blocks}},
		"workload": {label: "a workload", body: &workloadBody},
		// A job file may be given for its clusters; its own loader checks these.
		"defaults": {body: nil},
		"job":      {label: "a job", body: nil},
	},
}

// settable is what both a job and an environment in it may say.
var settable = bodySchema{
	attributes: map[string]attribute{
		"enabled":         {kind: boolean},
		"description":     {kind: text},
		"owner":           {kind: text},
		"tags":            {kind: tags},
		"cluster":         {kind: oneCluster},
		"master":          {kind: text, key: "spark.master"},
		"deploy_mode":     {kind: text, key: "spark.submit.deployMode"},
		"queue":           {kind: text, key: "spark.yarn.queue"},
		"image":           {kind: text, key: "spark.kubernetes.container.image"},
		"spark_version":   {kind: text},
		"properties_file": {kind: text},
		"env":             {kind: pairs},
		"conf":            {kind: settings},
		"submit":          {kind: static, unsupported: "write the command's options as attributes and conf of the job, or keep the command in a script"},
	},
	blocks: map[string]block{
		"application": {single: true, body: &bodySchema{attributes: map[string]attribute{
			"file":         {kind: text},
			"class":        {kind: text},
			"name":         {kind: text, key: "spark.app.name"},
			"args":         {kind: arguments},
			"py_files":     {kind: list, key: "spark.submit.pyFiles", joined: ","},
			"jars":         {kind: list, key: "spark.jars", joined: ","},
			"files":        {kind: list, key: "spark.files", joined: ","},
			"archives":     {kind: list, key: "spark.archives", joined: ","},
			"packages":     {kind: list, key: "spark.jars.packages", joined: ","},
			"repositories": {kind: list, key: "spark.jars.repositories", joined: ","},
		}}},
		"driver": {single: true, body: &bodySchema{attributes: map[string]attribute{
			"memory":          {kind: scalar, key: "spark.driver.memory"},
			"cores":           {kind: number, key: "spark.driver.cores"},
			"memory_overhead": {kind: scalar, key: "spark.driver.memoryOverhead"},
			"java_options":    {kind: words, key: "spark.driver.extraJavaOptions", joined: " "},
		}}},
		"executor": {single: true, body: &bodySchema{attributes: map[string]attribute{
			"instances":       {kind: number, key: "spark.executor.instances"},
			"cores":           {kind: number, key: "spark.executor.cores"},
			"memory":          {kind: scalar, key: "spark.executor.memory"},
			"memory_overhead": {kind: scalar, key: "spark.executor.memoryOverhead"},
			"java_options":    {kind: words, key: "spark.executor.extraJavaOptions", joined: " "},
		}}},
		"workload": {single: true, body: &bodySchema{attributes: sayable("workload.")}},
		"dynamic_allocation": {single: true, body: &bodySchema{attributes: map[string]attribute{
			"enabled":          {kind: boolean, key: "spark.dynamicAllocation.enabled"},
			"min":              {kind: number, key: "spark.dynamicAllocation.minExecutors"},
			"max":              {kind: number, key: "spark.dynamicAllocation.maxExecutors"},
			"initial":          {kind: number, key: "spark.dynamicAllocation.initialExecutors"},
			"shuffle_tracking": {kind: boolean, key: "spark.dynamicAllocation.shuffleTracking.enabled"},
		}}},
	},
}

var jobBody = bodySchema{
	attributes: joined(settable.attributes, map[string]attribute{
		"abstract": {kind: boolean},
		"for_each": {kind: static}, // instances, evaluated once for the block
		"inherits": {kind: static}, // someJobs
	}),
	blocks: joined(settable.blocks, map[string]block{
		"environment": {label: "an environment", body: &settable},
		"ignore": {label: "a rule", body: &bodySchema{attributes: map[string]attribute{
			"reason":  {kind: text, required: true},
			"expires": {kind: date},
		}}},
	}),
}

// joined is the union of two tables.
func joined[T any](a, b map[string]T) map[string]T {
	both := maps.Clone(a)
	maps.Copy(both, b)
	return both
}
