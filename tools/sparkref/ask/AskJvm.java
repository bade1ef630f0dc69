import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext$;
import org.apache.spark.deploy.SparkSubmit;
import org.apache.spark.internal.config.package$;
import org.apache.spark.launcher.JavaCommand;
import org.apache.spark.util.Utils;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * The command line by which a release starts the driver in client mode, or an executor, with some Java options. What
 * a JVM makes of it is asked by jvms.py.
 */
final class AskJvm implements Ask.Kind {
  private final Path home = Files.createDirectories(Path.of("home")).toAbsolutePath();
  private final int classes;

  AskJvm() throws IOException {
    Path jars = Path.of(SparkConf.class.getProtectionDomain().getCodeSource().getLocation().getPath()).getParent();
    Files.createSymbolicLink(home.resolve("jars"), jars);
    try (DataInputStream file = new DataInputStream(SparkSubmit.class.getResourceAsStream("SparkSubmit.class"))) {
      file.skipBytes(6); // magic number and minor version
      classes = file.readUnsignedShort();
    }
  }

  @Override
  public Object answer(JsonNode question) throws Exception {
    String jvm = question.get("jvm").asText();
    Map<String, String> conf = new TreeMap<>(Map.of("spark." + jvm + ".memory", question.get("heap").asText()));
    question.get("options").fields().forEachRemaining(set -> conf.put("spark." + jvm + "." + set.getKey(), set.getValue().asText()));
    Map<String, Object> answer = new TreeMap<>();
    try {
      List<String> command = new ArrayList<>(jvm.equals("driver") ? driver(conf) : executor(conf));
      int path = command.indexOf("-cp");
      command.subList(path, path + 2).clear();
      answer.put("command", command.subList(1, command.size())); // without java itself
      answer.put("classes", classes);
    } catch (IllegalArgumentException refusal) {
      answer.put("refused", Ask.said(refusal));
    }
    return answer;
  }

  private List<String> driver(Map<String, String> conf) throws IOException {
    List<String> args = new ArrayList<>(List.of("--master", "spark://master:7077", "--class", "Main"));
    conf.forEach((key, value) -> args.addAll(List.of("--conf", key + "=" + value)));
    args.add("app.jar");
    return JavaCommand.ofSubmit(home.toString(), args);
  }

  /** As SparkContext, StandaloneSchedulerBackend and the worker do, one after the other. */
  private List<String> executor(Map<String, String> texts) throws Exception {
    SparkConf conf = new SparkConf(false).set("spark.master", "spark://master:7077");
    texts.forEach(conf::set);
    try {
      conf.validateSettings();
    } catch (Exception refusal) { // a bare Exception among others
      throw new IllegalArgumentException(Ask.said(refusal));
    }
    supplement(conf);
    Option<String> options = conf.get(package$.MODULE$.EXECUTOR_JAVA_OPTIONS());
    List<String> words = options.isEmpty() ? List.of() : JavaConverters.seqAsJavaList(Utils.splitCommandString(options.get()));
    return JavaCommand.ofExecutor(home.toString(), Utils.memoryStringToMb(texts.get("spark.executor.memory")), words);
  }

  private static void supplement(SparkConf conf) throws Exception {
    for (Method method : SparkContext$.class.getMethods()) {
      if (method.getName().endsWith("$$supplementJavaModuleOptions")) { // since 3.3
        try {
          method.invoke(SparkContext$.MODULE$, conf);
        } catch (InvocationTargetException thrown) {
          throw (Exception) thrown.getCause();
        }
      }
    }
  }
}
