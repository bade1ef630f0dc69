package org.apache.spark.launcher;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first half of spark-submit: what bin/spark-class has the launcher do. */
public final class Launch {
  /** The words of the JVM's command, up to SparkSubmit's own arguments. */
  public final List<String> java;
  /** What SparkSubmit is given. */
  public final List<String> arguments;

  public Launch(List<String> args) throws IOException {
    SparkSubmitCommandBuilder builder = new SparkSubmitCommandBuilder(args);
    boolean shell = args.indexOf(SparkSubmitCommandBuilder.PYSPARK_SHELL) == 0;
    if (shell && !builder.appArgs.isEmpty() && builder.appArgs.get(0).endsWith(".py")) {
      throw new IllegalArgumentException("Running python applications through 'pyspark' is not supported"); // there it ends the process
    }
    Map<String, String> environment = new HashMap<>();
    List<String> command = builder.buildCommand(environment);
    if (environment.containsKey("PYSPARK_SUBMIT_ARGS")) {
      // The command is a Python, which runs spark-submit again, with these arguments.
      Launch again = new Launch(builder.buildSparkSubmitArgs());
      java = again.java;
      arguments = again.arguments;
      return;
    }
    int main = command.indexOf("org.apache.spark.deploy.SparkSubmit");
    java = command.subList(0, main);
    arguments = command.subList(main + 1, command.size());
  }
}
