package org.apache.spark.launcher;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.deploy.Command;
import scala.collection.JavaConverters;

/** The command lines by which Spark starts a JVM, up to the class that it runs. */
public final class JavaCommand {
  // bin/load-spark-env.sh sets it; which it is matters only where jars are missing.
  private static final String SCALA = "SPARK_SCALA_VERSION";

  private JavaCommand() {}

  /** What bin/spark-submit becomes: the driver in client mode. */
  public static List<String> ofSubmit(String home, List<String> args) throws IOException {
    SparkSubmitCommandBuilder builder = new SparkSubmitCommandBuilder(args);
    builder.childEnv.put("SPARK_HOME", home);
    builder.childEnv.put(SCALA, "2.13");
    List<String> command = builder.buildCommand(new HashMap<>());
    int main = command.indexOf("org.apache.spark.deploy.SparkSubmit");
    if (main < 0) {
      throw new IllegalStateException(command.toString());
    }
    return command.subList(0, main);
  }

  /** What a worker of a standalone cluster, or of local-cluster, makes of an executor's description. */
  public static List<String> ofExecutor(String home, int mebibytes, List<String> options) {
    scala.collection.Map<String, String> environment = JavaConverters.mapAsScalaMap(Map.of(SCALA, "2.13"));
    Command command = new Command("Executor", words(List.of()), environment, words(List.of()), words(List.of()), words(options));
    return new WorkerCommandBuilder(home, mebibytes, command).buildCommand();
  }

  // Scala 2.12 wants any Seq, 2.13 an immutable one; toSeq gives what each wants.
  private static scala.collection.immutable.Seq<String> words(List<String> words) {
    return JavaConverters.asScalaBuffer(words).toList();
  }
}
