package org.apache.spark.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.deploy.SparkSubmitArguments;
import scala.collection.JavaConverters;

/**
 * Says what a real Spark makes of spark-submit arguments: the launcher's parser, then SparkSubmit's own, as
 * bin/spark-submit runs them. Reads one JSON list of arguments a line, writes one JSON object a line.
 *
 * <pre>
 * javac -cp "$SPARK_HOME/jars/*" -d classes Vectors.java
 * HADOOP_CONF_DIR=/none java -cp "classes:$SPARK_HOME/jars/*" org.apache.spark.launcher.Vectors < arguments.jsonl > vectors-3.5.jsonl
 * </pre>
 */
public class Vectors {
  public static void main(String[] none) throws Exception {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    ObjectMapper json = new ObjectMapper();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    for (String line; (line = in.readLine()) != null; ) {
      out.println(json.writeValueAsString(read(Arrays.asList(json.readValue(line, String[].class)))));
    }
    out.flush();
    System.exit(0);
  }

  private static Map<String, Object> read(List<String> args) {
    Map<String, Object> vector = new LinkedHashMap<>();
    vector.put("args", args);
    try {
      List<String> passed = new SparkSubmitCommandBuilder(args).buildSparkSubmitArgs();
      SparkSubmitArguments s = new SparkSubmitArguments(
          JavaConverters.asScalaBuffer(passed).toSeq(), SparkSubmitArguments.$lessinit$greater$default$2());
      vector.put("action", String.valueOf(s.action()));
      vector.put("application", s.primaryResource());
      vector.put("class", s.mainClass());
      vector.put("application_args", JavaConverters.asJavaCollection(s.childArgs()));
      vector.put("conf", new TreeMap<>(JavaConverters.mapAsJavaMap(s.sparkProperties())));
      vector.put("settings", settings(s));
    } catch (Throwable t) {
      vector.put("error", String.valueOf(t.getMessage()));
    }
    return vector;
  }

  private static Map<String, String> settings(SparkSubmitArguments s) {
    Map<String, String> m = new TreeMap<>();
    m.put("spark.master", s.maybeMaster().isDefined() ? (String) s.maybeMaster().get() : null);
    m.put("spark.submit.deployMode", s.deployMode());
    m.put("spark.executor.memory", s.executorMemory());
    m.put("spark.executor.cores", s.executorCores());
    m.put("spark.executor.instances", s.numExecutors());
    m.put("spark.cores.max", s.totalExecutorCores());
    m.put("spark.driver.memory", s.driverMemory());
    m.put("spark.driver.cores", s.driverCores());
    m.put("spark.driver.extraClassPath", s.driverExtraClassPath());
    m.put("spark.driver.extraLibraryPath", s.driverExtraLibraryPath());
    m.put("spark.driver.extraJavaOptions", s.driverExtraJavaOptions());
    m.put("spark.yarn.queue", s.queue());
    m.put("spark.jars.packages", s.packages());
    m.put("spark.jars.excludes", s.packagesExclusions());
    m.put("spark.kerberos.principal", s.principal());
    m.put("spark.kerberos.keytab", s.keytab());
    m.values().removeIf(v -> v == null);
    return m;
  }
}
