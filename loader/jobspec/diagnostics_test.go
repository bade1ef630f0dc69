package jobspec

import (
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// mistakes are texts, with lines ended by ";", the problems that each has, as
// "bytes: summary / detail", and the number of jobs that it still makes.
var mistakes = map[string]struct {
	text     string
	problems []string
	jobs     int
}{
	"empty":                {``, nil, 0},
	"comment":              {`# nothing`, nil, 0},
	"unknown block":        {`jobs "a" {}`, []string{`jobs "a": unknown block "jobs" in a job file / did you mean job?`}, 0},
	"unknown attribute":    {`job "a" {; executor {; memmory = "4g"; }; }`, []string{`memmory: unknown attribute "memmory" in executor / did you mean memory?`}, 1},
	"nothing alike":        {`job "a" {; colour = "red"; }`, []string{`colour: unknown attribute "colour" in job`}, 1},
	"root attribute":       {`memory = "4g"`, []string{`memory: unknown attribute "memory" in a job file`}, 0},
	"block as attribute":   {`job "a" {; executor = { memory = "4g" }; }`, []string{`executor: executor is a block, not an attribute / write executor { … }, without =`}, 1},
	"locals as attribute":  {`locals = {}`, []string{`locals: locals is a block, not an attribute / write locals { … }, without =`}, 0},
	"attribute as block":   {`job "a" {; master {}; }`, []string{`master: master is an attribute, not a block / write master = …`}, 1},
	"conf as block":        {`job "a" {; conf {; spark.x = 1; spark.y = 2; }; }`, []string{`conf: conf is a map, not a block / write conf = { "spark.executor.memory" = "4g" }: an equals sign, and names with dots in quotes`}, 1},
	"conf as quoted block": {`job "a" {; conf {; "spark.x" = 1; }; }`, []string{`conf: conf is a map, not a block / write conf = { "spark.executor.memory" = "4g" }: an equals sign, and names with dots in quotes`}, 1},
	"conf unquoted":        {`job "a" {; conf = { spark.x.y = 1 }; }`, []string{`spark.x.y: spark.x.y needs quotes here / write "spark.x.y" = …: a name with dots is no word of HCL`}, 1},
	"setting in a block":   {`job "a" {; "spark.x" = 1; }`, []string{`spark.x: spark.x is not an attribute of a block / settings stand in conf = { "spark.x" = … }`}, 1},
	"no label":             {`job {}`, []string{`job: job has one label, the name of a job, not 0 / write job "name" { … }`}, 0},
	"two labels":           {`job "a" "b" {}`, []string{`job "a" "b": job has one label, the name of a job, not 2 / write job "name" { … }`}, 1},
	"empty label":          {`job "" {}`, []string{`"": job has an empty name`}, 1},
	"label too many":       {`defaults "x" {}`, []string{`"x": defaults has no label / write defaults { … }`}, 0},
	"second executor":      {`job "a" {; executor {}; executor {}; }`, []string{`executor: a second executor block in job / join it with the first`}, 1},
	"second job":           {`job "a" {}; job "a" {}`, []string{`job "a": a second job "a" / give each its own name`}, 2},
	"second local":         {`locals {; a = 1; }; locals {; a = 2; }`, []string{`a: a second local "a" / give each its own name`}, 0},
	"block in locals":      {`locals {; a {}; }`, []string{`a: locals holds no blocks / write a = { … }`}, 0},
	"include":              {`include = ["base.spark.hcl"]`, []string{`include: include is not supported yet / put the shared blocks into this file`}, 0},
	"submit":               {`job "a" {; submit = "spark-submit a.py"; }`, []string{`submit: submit is not supported yet / write the command's options as attributes and conf of the job, or keep the command in a script`}, 1},
	"file":                 {`locals {; a = file("x"); }`, []string{`file: function file is not available / reading files is not supported yet`}, 0},
	"env":                  {`locals {; a = env("HOME"); }`, []string{`env: function env is not available / the environment may differ where the job is checked; declare a variable`}, 0},
	"unknown function":     {`locals {; a = mergee({}); }`, []string{`mergee: there is no function mergee / did you mean merge?`}, 0},
	"ignore":               {`job "a" {; ignore "x" {; expires = "tomorrow"; }; }`, []string{`ignore "x": ignore has no reason`, `"tomorrow": expires wants a date such as "2026-12-31", not "tomorrow"`}, 1},
	// values
	"number":          {`job "a" {; executor {; cores = "four"; }; }`, []string{`"four": cores wants a number, not "four"`}, 1},
	"number as text":  {`job "a" {; executor {; cores = "4"; }; }`, nil, 1},
	"bool":            {`job "a" {; dynamic_allocation {; enabled = "yes"; }; }`, []string{`"yes": enabled wants true or false, not "yes"`}, 1},
	"version":         {`job "a" {; spark_version = 4.0; }`, []string{`4.0: spark_version wants a string in quotes, not 4`}, 1},
	"list":            {`job "a" {; application {; jars = "a.jar"; }; }`, []string{`"a.jar": jars wants a list of strings, not "a.jar"`}, 1},
	"memory":          {`job "a" {; driver {; memory = ["4g"]; }; }`, []string{`["4g"]: memory wants a string or a number, not a list`}, 1},
	"conf value":      {`job "a" {; conf = { "spark.a" = ["x"] }; }`, []string{`["x"]: spark.a wants a string, a number, true or false, not a list`}, 1},
	"conf list":       {`job "a" {; conf = ["x"]; }`, []string{`["x"]: conf wants a map such as { "spark.executor.memory" = "4g" }, not a list`}, 1},
	"conf key":        {`job "a" {; conf = { ([]) = "x" }; }`, []string{`([]): a key of conf is a string, not a list`}, 1},
	"empty key":       {`job "a" {; conf = { "" = "x" }; }`, []string{`"": a key of conf is empty`}, 1},
	"platform":        {`cluster "a" {; platform = "emrr"; }`, []string{`"emrr": platform wants one of databricks, dataproc, dataproc-serverless, emr, emr-eks, emr-serverless, glue, k8s, local, standalone, synapse, yarn, not "emrr" / did you mean emr?`}, 0},
	"for_each":        {`job "a" {; for_each = ["x"]; }`, []string{`["x"]: for_each wants a map or a set of strings, not a list / toset([…]) makes a set of a list`}, 1},
	"for_each number": {`job "a" {; for_each = toset([1]); }`, []string{`toset([1]): for_each wants a map or a set of strings, not a list / toset([…]) makes a set of a list`}, 1},
	"division":        {`locals {; a = 1 / 0; }`, []string{`1 / 0: this number is larger or smaller than Spark can hold`}, 0},
	// references
	"variable":                      {`locals {; a = var.heap; }; variable "heep" {}`, []string{`var.heap: there is no variable "heap" in this file / did you mean heep?`}, 0},
	"conf block in an unclosed job": {`job "a" {; conf { spark.a = 1 }; `, []string{`spark: argument or block definition required / an argument or block definition is required here. To set an argument, use the equals sign "=" to introduce the argument value`}, 1},
	"unquoted":                      {`job "a" {; deploy_mode = cluster; }`, []string{`cluster: cluster needs a name: cluster.NAME / the text "cluster" stands in quotes`}, 1},
	"unquoted word":                 {`job "a" {; master = yarn; }`, []string{`yarn: "yarn" is not a name that is known here / text stands in quotes; names begin with var., local., each., cluster. or job.`}, 1},
	"unknown cluster":               {`job "a" {; cluster = cluster.emr; }`, []string{`cluster.emr: there is no cluster "emr" in this file`}, 1},
	"cluster by name":               {`cluster "emr" {}; job "a" {; cluster = "emr"; }`, []string{`"emr": cluster wants a cluster such as cluster.NAME, not "emr"`}, 1},
	"job as cluster":                {`job "a" {; cluster = job.a; }`, []string{`job.a: cluster wants a cluster such as cluster.NAME, not a reference to a job`}, 1},
	"unknown job":                   {`job "bese" {; abstract = true; }; job "a" {; inherits = [job.base]; }`, []string{`job.base: there is no job "base" in this file / did you mean bese?`}, 1},
	"each elsewhere":                {`job "a" {; master = each.key; }`, []string{`each.key: each is not known here / it is the instance of a job that has for_each, for the other attributes of that job`}, 1},
	"each.val":                      {`job "a" {; for_each = toset(["x"]); master = each.val; }`, []string{`each.val: each has only each.key and each.value`}, 1},
	"inherits itself":               {`job "a" {; inherits = [job.a]; }`, []string{`[job.a]: job a inherits from itself: a → a`}, 1},
	"circle of jobs": {`job "a" {; inherits = [job.b]; }; job "b" {; inherits = [job.c]; }; job "c" {; inherits = [job.a]; }`,
		[]string{`[job.a]: job a inherits from itself: a → b → c → a`}, 3},
	"inherits many":     {`job "a" {; for_each = toset(["x"]); }; job "b" {; inherits = [job.a]; }`, []string{`[job.a]: job a has for_each, and cannot be inherited / keep what is shared in an abstract job without for_each`}, 2},
	"circle of locals":  {`locals {; a = local.b; b = [local.c]; c = local.a; }`, []string{`local.a: local a needs itself: a → b → c → a`}, 0},
	"local needs local": {`locals {; a = local.a; }`, []string{`local.a: local a needs itself: a → a`}, 0},
	"attribute of a value": {`locals {; a = { b = 1 }; c = local.a.d; }`,
		[]string{`.d: unsupported attribute / this object does not have an attribute named "d"`}, 0},
	"job in text": {`job "a" {; master = "${job.a}"; }`, []string{`"${job.a}": master wants a string in quotes, not a reference to a job`}, 1},
	"index":       {`locals {; a = var[0]; b = var["x"]; c = local["a"]; }`, []string{`var[0]: var needs a name: var.NAME / the text "var" stands in quotes`, `var["x"]: there is no variable "x" in this file`}, 0},
	// variables
	"default type":      {`variable "a" {; type = number; default = "x"; }`, []string{`"x": the default of variable a is no number / a number is required`}, 0},
	"default refers":    {`variable "a" {; default = var.b; }`, []string{`var.b: the default of a variable cannot refer to anything / compute the value in locals`}, 0},
	"type":              {`variable "a" {; type = strin; }`, []string{`strin: invalid type specification / the keyword "strin" is not a valid type specification`}, 0},
	"sensitive":         {`variable "a" {; sensitive = "very"; }`, []string{`"very": sensitive wants true or false, not "very"`}, 0},
	"validation":        {`variable "a" {; default = 1; validation {; condition = var.a > 2; error_message = "Must be more than 2."; }; }`, []string{`1: variable a is not valid: must be more than 2`}, 0},
	"validation type":   {`variable "a" {; validation {; condition = "x"; error_message = 1; }; }`, []string{`"x": condition wants true or false, not "x"`}, 0},
	"validation, given": {`variable "given" {; type = number; default = 5; validation {; condition = var.given > 2; error_message = "Too few."; }; }`, []string{`variable "given": variable given is not valid: too few`}, 0},
	"validation open":   {`variable "a" {; validation {; condition = var.a > 2; error_message = "Too few."; }; }`, nil, 0},
	"no condition":      {`variable "a" {; validation {; error_message = "x"; }; }`, []string{`validation: validation has no condition`}, 0},
	"given type":        {`variable "given" {; type = bool; }`, []string{`variable "given": variable given is a bool, but was given "1" / bool required, but have number`}, 0},
	"default, nested": {`variable "a" {; type = map(object({ n = number, s = optional(string) })); default = {; b = { n = "x" }; a = { m = 1 }; }; }`,
		[]string{"{\n b = { n = \"x\" }\n a = { m = 1 }\n }: the default of variable a is no map(object({n=number,s=string})) / a: attribute \"n\" is required"}, 0},
	"given, broken": {`variable "broken" {; type = list(number); }`, []string{`variable "broken": variable broken is a list(number), but was given "[1" / there is no corresponding closing bracket before the end of the file. This may be caused by incorrect bracket nesting elsewhere in this file`}, 0},
	"given, refers": {`variable "refers" {; type = number; }`, []string{`variable "refers": variable refers is a number, but was given "var.given" / variables may not be used here`}, 0},
	"given, nested": {`variable "nested" {; type = map(object({ a = number })); }`, []string{`variable "nested": variable nested is a map(object({a=number})), but was given "{ z = { a = 1 }, b = { a = \"x\" } }" / b: a: a number is required`}, 0},
	// what is not checked stays checked: environments, abstract and disabled jobs
	"environment": {`job "a" {; environment "prod" {; executor {; cores = "x"; }; }; }`, []string{`"x": cores wants a number, not "x"`}, 1},
	"abstract":    {`job "a" {; abstract = true; queue = 1; }`, []string{`1: queue wants a string in quotes, not 1`}, 0},
	"disabled":    {`job "a" {; enabled = false; queue = 1; }`, []string{`1: queue wants a string in quotes, not 1`}, 0},
	"none":        {`job "a" {; for_each = {}; queue = 1; }`, []string{`1: queue wants a string in quotes, not 1`}, 0},
	"each once":   {`job "a" {; for_each = toset(["x", "y"]); queue = 1; }`, []string{`1: queue wants a string in quotes, not 1`}, 2},
}

func TestDiagnostics(t *testing.T) {
	for name, c := range mistakes {
		t.Run(name, func(t *testing.T) {
			src := source.New("jobs.spark.hcl", "hcl", []byte(inLines(c.text)))
			loaded := Load(src, Options{Variables: map[string]string{"given": "1", "broken": "[1", "refers": "var.given", "nested": `{ z = { a = 1 }, b = { a = "x" } }`}})
			var got []string
			for _, d := range loaded.Diagnostics {
				if d.Code != conf.SyntaxCode || d.Severity != source.Error {
					t.Errorf("%s %s: %s", d.Severity, d.Code, d.Summary)
				}
				said := d.At.Text() + ": " + d.Summary
				if d.Detail != "" {
					said += " / " + d.Detail
				}
				got = append(got, said)
			}
			if strings.Join(got, "\n") != strings.Join(c.problems, "\n") {
				t.Errorf("got  %q\nwant %q", got, c.problems)
			}
			if len(loaded.Jobs) != c.jobs {
				t.Errorf("%d jobs, want %d", len(loaded.Jobs), c.jobs)
			}
		})
	}
}

func inLines(text string) string { return strings.ReplaceAll(text, ";", "\n") }

func TestJSONIsRefused(t *testing.T) {
	loaded := Load(source.New("jobs.spark.hcl.json", "hcl", []byte(`{"job": {}}`)), Options{})
	if len(loaded.Jobs) != 0 || len(loaded.Diagnostics) != 1 || !strings.Contains(loaded.Diagnostics[0].Summary, "not supported yet") {
		t.Errorf("%+v", loaded)
	}
}
