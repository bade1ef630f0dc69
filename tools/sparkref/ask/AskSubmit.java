import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkSubmit;
import org.apache.spark.deploy.SparkSubmitArguments;
import org.apache.spark.launcher.Launch;
import scala.Option;
import scala.Tuple2;
import scala.collection.JavaConverters;

/**
 * What becomes of one of Spark's commands: the launcher, SparkSubmitArguments, SparkSubmit.prepareSubmitEnvironment,
 * one after the other as bin/spark-submit runs them, up to the SparkConf that the application would hold.
 */
final class AskSubmit implements Ask.Kind {
  /** What the scripts in bin put before the arguments they are given. */
  private static final Map<String, List<String>> SCRIPTS = Map.of(
      "spark-submit", List.of(),
      "spark-shell", List.of("--class", "org.apache.spark.repl.Main", "--name", "Spark shell"),
      "spark-sql", List.of("--class", "org.apache.spark.sql.hive.thriftserver.SparkSQLCLIDriver"),
      "pyspark", List.of("pyspark-shell-main", "--name", "PySparkShell"));

  private final Map<String, String> environment = environment();
  private final Option<Configuration> hadoop = Option.apply(new Configuration());
  private final Path here = Path.of("").toAbsolutePath();
  private final Path home = Files.createDirectories(here.resolve("home"));
  private final Path conf = Files.createDirectories(here.resolve("conf"));

  AskSubmit() throws IOException {
    String core = SparkConf.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    Files.createSymbolicLink(home.resolve("jars"), Path.of(core).getParent());
    Files.createDirectories(home.resolve("R/lib"));
    Files.createFile(home.resolve("R/lib/sparkr.zip")); // which the package lacks
  }

  @Override
  public Object answer(JsonNode question) throws Exception {
    System.getProperties().keySet().removeIf(key -> key.toString().startsWith("spark.")); // SparkSubmit leaves some
    environment.clear();
    environment.put("SPARK_HOME", home.toString());
    environment.put("SPARK_CONF_DIR", conf.toString());
    environment.put("SPARK_SCALA_VERSION", "2.13"); // bin/load-spark-env.sh sets it; only where jars are missing does it matter which
    question.path("env").fields().forEachRemaining(set -> environment.put(set.getKey(), set.getValue().asText()));
    Files.writeString(conf.resolve("spark-defaults.conf"), question.path("defaults").asText(""));
    Files.writeString(here.resolve("props.conf"), question.path("file").asText(""));
    List<String> args = new ArrayList<>(SCRIPTS.get(question.get("command").asText()));
    question.get("args").forEach(arg -> args.add(arg.asText()));
    Map<String, Object> answer = new TreeMap<>();
    String stage = "launcher";
    try {
      Launch launch = new Launch(args);
      launch.java.stream().filter(word -> word.startsWith("-Xmx")).forEach(word -> answer.put("heap", word.substring(4)));
      stage = "arguments";
      SparkSubmitArguments read = new SparkSubmitArguments(
          JavaConverters.asScalaBuffer(launch.arguments).toSeq(), SparkSubmitArguments.$lessinit$greater$default$2());
      answer.put("action", String.valueOf(read.action()));
      if (!"SUBMIT".equals(answer.get("action"))) {
        return answer;
      }
      answer.put("application", placed(read.primaryResource()));
      answer.put("class", read.mainClass());
      answer.put("args", List.copyOf(JavaConverters.asJavaCollection(read.childArgs())));
      stage = "prepare";
      if (resolves(read)) {
        answer.put("unprepared", true);
        return answer;
      }
      SparkConf prepared = (SparkConf) new SparkSubmit().prepareSubmitEnvironment(read, hadoop)._3();
      Map<String, String> settings = new TreeMap<>();
      for (Tuple2<String, String> setting : prepared.getAll()) {
        settings.put(setting._1(), placed(setting._2()));
      }
      settings.remove("spark.app.submitTime");
      answer.put("conf", settings);
    } catch (Exception | AssertionError refusal) {
      answer.clear();
      answer.put("refused", placed(Ask.said(refusal).lines().findFirst().orElse("")));
      answer.put("stage", stage);
    }
    return answer;
  }

  /** Whether spark-submit would fetch packages, for which it needs a network. */
  private static boolean resolves(SparkSubmitArguments read) {
    boolean driver = "cluster".equals(read.deployMode()) && (read.master().startsWith("spark") || read.master().startsWith("mesos"));
    return read.packages() != null && !read.packages().isEmpty() && !driver;
  }

  /** A text without the folder in which this runs. */
  private String placed(String text) {
    return text == null ? null : text.replace(home.toString(), "/home").replace(here.toString(), "/here");
  }

  /** The environment of this process, which the launcher reads itself, as a map that can be changed. */
  @SuppressWarnings("unchecked")
  private static Map<String, String> environment() {
    try {
      Field map = Collections.unmodifiableMap(Map.of()).getClass().getDeclaredField("m");
      map.setAccessible(true);
      return (Map<String, String>) map.get(System.getenv());
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException(changed);
    }
  }
}
