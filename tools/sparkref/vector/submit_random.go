package vector

import (
	"math/rand/v2"
	"strings"
)

// randomSubmit makes a command: mostly one that Spark takes, with settings
// from everywhere, sometimes one with a mistake or two.
func randomSubmit(r *rand.Rand) submitQuestion {
	s := &submitWriter{r: r, q: submitQuestion{Command: "spark-submit", Args: []string{}}}
	if one(r, 6) {
		s.q.Command = pick(r, "spark-shell", "pyspark", "spark-sql")
	}
	s.files()
	s.environment()
	s.options()
	if s.q.Command == "spark-submit" {
		s.application()
	} else if one(r, 6) {
		s.add(pick(r, "-i", "x.scala", "-f", "--database", "app.py"), pick(r, "a", "b.sql"))
	}
	if one(r, 12) {
		s.mistake()
	}
	return s.q
}

// submitWriter writes one command.
type submitWriter struct {
	r *rand.Rand
	q submitQuestion
}

func (s *submitWriter) add(words ...string) { s.q.Args = append(s.q.Args, words...) }

// Masters and modes, mostly good ones.
var (
	goodMasters = []string{"local", "local[2]", "local[*]", "spark://h:7077", "spark://h1:7077,h2:7077", "yarn", "yarn", "yarn", "k8s://https://h:6443", "k8s://h:6443", "mesos://h:5050"}
	badMasters  = []string{"yarn-client", "yarn-cluster", "Yarn", "YARN", "local[x]", "local[0]", "spark:/h", "spark://h", "k8s:h", "k8s://ftp://h", "k8s://", "kubernetes", "", " yarn", "localhost", "mesos", "sparky", "h:7077"}
)

func (s *submitWriter) master() string {
	if one(s.r, 12) {
		return pick(s.r, badMasters...)
	}
	return pick(s.r, goodMasters...)
}

func (s *submitWriter) mode() string {
	if one(s.r, 20) {
		return pick(s.r, "Client", "CLUSTER", "", "yarn", " cluster")
	}
	return pick(s.r, "client", "cluster")
}

// list is a list of files that Spark need not fetch.
func (s *submitWriter) list(suffix string) string {
	var files []string
	for range 1 + s.r.IntN(3) {
		files = append(files, pick(s.r, "a", "b", "lib/c", "/opt/d", "local:/opt/e", "file:/opt/f", "file:///opt/g")+suffix)
	}
	return strings.Join(files, ",")
}

func (s *submitWriter) size() string {
	if one(s.r, 12) {
		return pick(s.r, "0", "-1g", "4 g", "4gib", "1.5g", "", "four", "0g", "9999999p", "1e")
	}
	return pick(s.r, "1g", "2g", "4g", "512m", "3gb", "4096", "1500M", "2048m", "1G", "2g ", " 2g", "1t")
}

func (s *submitWriter) count() string {
	if one(s.r, 12) {
		return pick(s.r, "0", "-1", "x", "", "1.5", " 2", "2147483648", "-0", "1_0")
	}
	return pick(s.r, "1", "2", "4", "8", "16", "100", "+3", "٣", "007")
}

// setting is a key with a value: those that have options, those that options
// depend on, and some others.
func (s *submitWriter) setting() (key, value string) {
	r := s.r
	switch r.IntN(12) {
	case 0:
		return "spark.master", s.master()
	case 1:
		return "spark.submit.deployMode", s.mode()
	case 2, 3:
		return pick(r, "spark.executor.memory", "spark.driver.memory"), s.size()
	case 4, 5:
		return pick(r, "spark.executor.cores", "spark.driver.cores", "spark.cores.max", "spark.executor.instances"), s.count()
	case 6:
		return pick(r, "spark.jars", "spark.files", "spark.archives", "spark.submit.pyFiles", "spark.yarn.dist.jars", "spark.yarn.dist.files", "spark.yarn.dist.archives", "spark.yarn.dist.pyFiles"), s.list(pick(r, ".jar", ".txt"))
	case 7:
		return pick(r, "spark.driver.extraJavaOptions", "spark.driver.defaultJavaOptions", "spark.executor.extraJavaOptions"), pick(r, "-XX:+UseG1GC", "-Da=b -Dc=d", "-Xss4m", "", "-Xmx4g", "-Da -Xmx1g", "'-Xmx4g'", "\"open")
	case 8:
		return pick(r, "spark.driver.extraClassPath", "spark.driver.extraLibraryPath", "spark.driver.defaultExtraClassPath"), pick(r, "/opt/a", "/opt/a:/opt/b", "")
	case 9:
		return pick(r, "spark.driver.supervise", "spark.dynamicAllocation.enabled", "spark.eventLog.enabled"), pick(r, "true", "false", "TRUE", "yes")
	case 10:
		return pick(r, "spark.app.name", "spark.yarn.queue", "spark.driver.host", "spark.jars.repositories", "spark.jars.excludes", "spark.kerberos.principal", "spark.yarn.principal", "spark.kerberos.keytab", "spark.master.rest.enabled", "spark.ui.showConsoleProgress", "spark.yarn.isPython"), pick(r, "a", "b", "true", "")
	}
	return pick(r, "spark.sql.shuffle.partitions", "spark.own.key", "park.x", "Spark.x", "spark.a", "spark.b", "spark", pick(r, "spark.remote", "spark.x", "spark.y"), "spark.api.mode"), pick(r, "1", "x", "", "a=b", " x", "y ", "sc://h", "ünï", "a b", "$HOME", "'q'", "classic")
}

// files writes the two properties files.
func (s *submitWriter) files() {
	text := func(most int) string {
		var b strings.Builder
		for range s.r.IntN(most) {
			key, value := s.setting()
			b.WriteString(key + pick(s.r, " ", "=", " = ", "\t", ": ") + value + "\n")
		}
		return b.String()
	}
	if one(s.r, 2) {
		s.q.Defaults = text(5)
	}
	if one(s.r, 3) {
		s.q.File = text(5)
		if s.add("--properties-file", "props.conf"); one(s.r, 3) {
			s.add("--load-spark-defaults")
		}
	}
}

func (s *submitWriter) environment() {
	env := map[string]string{}
	if !one(s.r, 20) {
		env[pick(s.r, "HADOOP_CONF_DIR", "YARN_CONF_DIR")] = "/etc/hadoop"
	}
	for range max(0, s.r.IntN(5)-2) {
		switch s.r.IntN(20) {
		case 0, 7, 8:
			env["MASTER"] = s.master()
		case 1, 9, 10:
			env["DEPLOY_MODE"] = s.mode()
		case 2, 3, 11, 12, 13, 14:
			env[pick(s.r, "SPARK_EXECUTOR_MEMORY", "SPARK_DRIVER_MEMORY", "SPARK_MEM")] = s.size()
		case 4, 15, 16, 17:
			env["SPARK_EXECUTOR_CORES"] = s.count()
		case 5, 18, 19:
			env[pick(s.r, "SPARK_YARN_APP_NAME", "SPARK_YARN_QUEUE", "SPARK_EXECUTOR_INSTANCES")] = pick(s.r, "n", "")
		case 6:
			env["SPARK_REMOTE"] = pick(s.r, "sc://h", "local")
		}
	}
	s.q.Env = env
}

// options writes options in any order: dedicated ones and --conf.
func (s *submitWriter) options() {
	if one(s.r, 5) { // else from a file, the environment, or nowhere
		s.value("--master", s.master())
		s.value("--deploy-mode", s.mode())
	} else if !one(s.r, 4) {
		s.value("--master", s.master())
	}
	for range s.r.IntN(6) {
		if one(s.r, 2) {
			key, value := s.setting()
			s.value(pick(s.r, "--conf", "--conf", "-c"), key+"="+value)
			continue
		}
		s.option()
	}
}

func (s *submitWriter) option() {
	r := s.r
	switch r.IntN(16) {
	case 0, 1, 2:
		s.value(pick(r, "--executor-memory", "--driver-memory"), s.size())
	case 3, 4, 5:
		s.value(pick(r, "--executor-cores", "--driver-cores", "--total-executor-cores", "--num-executors"), s.count())
	case 6:
		s.value("--jars", s.list(".jar"))
	case 7:
		s.value(pick(r, "--files", "--archives"), s.list(".txt"))
	case 8:
		s.value("--py-files", s.list(".py"))
	case 9:
		s.value(pick(r, "--driver-java-options", "--driver-class-path", "--driver-library-path", "--driver-default-class-path"), pick(r, "-Da=b", "/opt/x", "-Xmx3g", ""))
	case 10:
		s.value(pick(r, "--name", "--queue", "--principal", "--proxy-user", "--repositories", "--exclude-packages"), pick(r, "n", "a b", "", "--verbose"))
	case 11:
		s.add(pick(r, "--supervise", "--verbose", "-v"))
	case 12:
		s.value("--deploy-mode", s.mode())
	case 13:
		if one(r, 2) {
			s.value("--packages", pick(r, "g:a:1", "g:a:1,g:b:2"))
		}
		if s.q.Command == "spark-submit" {
			s.value("--class", "a.B")
		}
	case 14:
		if one(r, 8) {
			s.value("--remote", pick(r, "sc://h:15002", "local"))
		}
		s.add("--supervise")
	case 15:
		if one(r, 4) {
			s.add(pick(r, "--version", "--help", "-h", "--usage-error", "--load-spark-defaults"))
		} else if one(r, 4) {
			s.value(pick(r, "--kill", "--status"), "driver-1")
		}
	}
}

// value writes an option with its value, in one word or two.
func (s *submitWriter) value(option, value string) {
	if strings.HasPrefix(option, "--") && one(s.r, 4) {
		s.add(option + "=" + value)
		return
	}
	s.add(option, value)
}

func (s *submitWriter) application() {
	file := pick(s.r, "app.jar", "/opt/app.jar", "app.py", "app.py", "app.R", "app.r", "local:/opt/app.jar", "spark-internal", "pyspark-shell", "sparkr-shell", "spark-shell", "app", "file:/opt/app.py")
	if (strings.HasSuffix(file, ".jar") || strings.HasPrefix(file, "spark") || file == "app") && !one(s.r, 25) || one(s.r, 12) {
		s.value("--class", pick(s.r, "a.B", "a.B", "a.B", "a.B", "a.B", "org.apache.spark.repl.Main", "org.apache.spark.sql.hive.thriftserver.HiveThriftServer2", "org.apache.spark.sql.hive.thriftserver.SparkSQLCLIDriver", "org.apache.spark.sql.connect.service.SparkConnectServer"))
	}
	if one(s.r, 25) {
		return // none
	}
	s.add(file)
	for range s.r.IntN(3) {
		s.add(pick(s.r, "x", "--y", "-z=1", "--master", "a b", "", "--conf", "spark.a=b"))
	}
}

// mistake spoils the command at some place.
func (s *submitWriter) mistake() {
	word := pick(s.r, "--executor-mem", "--foo=1", "-X", "--", "-c=spark.a=b", "--name=", "-", "--conf", "spark.a", "--conf=spark.a", "--supervise=false", "--verbose=1", "--MASTER", "--num-executor", "--executor-memory", "--properties-file=nowhere.conf", "--deploy-mode=both", "", "--conf==", "--conf==x", "--name=a\nb", "--conf=spark.a=b\nc")
	at := s.r.IntN(len(s.q.Args) + 1)
	rest := append([]string{word}, s.q.Args[at:]...)
	s.q.Args = append(s.q.Args[:at:at], rest...)
	if one(s.r, 4) && at > 0 { // or cut off
		s.q.Args = s.q.Args[:at]
	}
}
