import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.ExternalClusterManager;
import org.apache.spark.scheduler.SchedulerBackend;
import org.apache.spark.scheduler.TaskScheduler;
import org.apache.spark.scheduler.TaskSchedulerImpl;
import org.apache.spark.scheduler.cluster.CoarseGrainedSchedulerBackend;
import org.apache.spark.sql.SparkSession;
import scala.collection.JavaConverters;

/**
 * Whether an application starts with a configuration, and else who refuses it. The stations of a start are gone through
 * in their order: the launcher, spark-submit, the driver's JVM, the client of YARN or the driver's pod, a real SparkContext and
 * a real session, the executors' containers. Only the cluster is missing: in its place stands a scheduler without executors, and
 * for a standalone cluster a master without workers.
 */
final class AskStart implements Ask.OfAllEntries {
  private static final String MANAGERS = "META-INF/services/" + ExternalClusterManager.class.getName();
  private final Map<String, Long> heaps = new HashMap<>();
  private final String home = sparkHome();
  private final String standalone = startMaster();

  AskStart() throws Exception {
    Thread.currentThread().setContextClassLoader(new Filtering(Anywhere.class.getName()));
  }

  @Override
  public Object answer(JsonNode question) throws Exception {
    JsonNode written = question.get("set").get("spark.master"); // of no cluster in particular
    String manager = written == null ? question.get("manager").asText() : "local";
    String master = written == null ? master(manager) : written.asText();
    boolean cluster = question.get("mode").asText().equals("cluster");
    String language = question.get("language").asText();
    List<String> arguments = new ArrayList<>(List.of("--master", master, "--deploy-mode", question.get("mode").asText()));
    if (language.equals("jvm")) {
      arguments.addAll(List.of("--class", "Main"));
    }
    question.get("set").fields().forEachRemaining(set -> arguments.addAll(List.of("--conf", set.getKey() + "=" + set.getValue().asText())));
    arguments.add(language.equals("python") ? "local:///app.py" : "local:///app.jar");

    String station = "launcher";
    try {
      launch(arguments);
      station = "spark-submit";
      SparkConf conf = submit(arguments);
      station = "java";
      long heap = heap(conf, !cluster || manager.equals("kubernetes"));
      station = "cluster";
      conf = place(conf, manager, cluster, language);
      station = "driver";
      drive(conf, manager, heap);
      return Map.of("accepted", true, "unreadable", unreadable(question.get("set")));
    } catch (Throwable thrown) {
      Throwable refusal = thrown;
      while (refusal.getCause() != null && wraps(refusal)) {
        refusal = refusal.getCause();
      }
      Map<String, Object> answer = new TreeMap<>();
      answer.put("refused", firstLines(Ask.said(refusal)));
      answer.put("station", station);
      answer.put("by", blame(refusal));
      return answer;
    }
  }

  /** What a key says that nothing reads while an application starts, and that cannot be read later. */
  private static Map<String, String> unreadable(JsonNode set) throws Exception {
    Map<String, String> refusals = new TreeMap<>();
    for (Map.Entry<String, JsonNode> one : (Iterable<Map.Entry<String, JsonNode>>) set::fields) {
      var entry = Probe.registry().get(one.getKey());
      try {
        if (entry != null) {
          new SparkConf(false).set(one.getKey(), one.getValue().asText()).get(entry);
        }
      } catch (Exception refusal) {
        refusals.put(one.getKey(), firstLines(Ask.said(refusal)));
      }
    }
    return refusals;
  }

  private static boolean wraps(Throwable refusal) {
    return refusal instanceof java.lang.reflect.InvocationTargetException || refusal instanceof Reach.Refusal
        || refusal instanceof ExceptionInInitializerError || String.valueOf(refusal.getMessage()).startsWith("Error while instantiating")
        || "External scheduler cannot be instantiated".equals(refusal.getMessage());
  }

  private static String firstLines(String message) {
    return message.length() > 300 ? message.substring(0, 300) + "…" : message;
  }

  /** The class of Spark that threw, without the numbers of its closures. */
  private static String blame(Throwable refusal) {
    for (StackTraceElement frame : refusal.getStackTrace()) {
      String name = frame.getClassName();
      if (name.startsWith("org.apache.spark.") && !name.startsWith("org.apache.spark.errors") && !name.startsWith("org.apache.spark.internal.config.ConfigHelpers")) {
        return name.replaceAll("\\$.*", "");
      }
    }
    return refusal.getClass().getName();
  }

  private String master(String manager) {
    return switch (manager) {
      case "kubernetes" -> "k8s://https://example:6443";
      case "standalone" -> standalone;
      default -> manager;
    };
  }

  private static String sparkHome() throws Exception {
    return Path.of(SparkConf.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent().getParent().toString();
  }

  private static String startMaster() throws Exception {
    Object started = Reach.call(Reach.object("org.apache.spark.deploy.master.Master"), "startRpcEnvAndEndpoint", "127.0.0.1", 0, 0, new SparkConf(false));
    Object address = Reach.call(((scala.Tuple3<?, ?, ?>) started)._1(), "address");
    return (String) Reach.call(address, "toSparkURL");
  }

  private void launch(List<String> arguments) throws Exception {
    Object builder = launcherOf(arguments);
    var build = builder.getClass().getDeclaredMethod("buildCommand", Map.class);
    build.setAccessible(true);
    try {
      build.invoke(builder, new HashMap<String, String>());
    } catch (java.lang.reflect.InvocationTargetException refusal) {
      throw (Exception) refusal.getCause();
    }
  }

  private Object launcherOf(List<String> arguments) throws Exception {
    var constructor = Class.forName("org.apache.spark.launcher.SparkSubmitCommandBuilder").getDeclaredConstructor(List.class);
    constructor.setAccessible(true);
    Object builder = constructor.newInstance(arguments);
    @SuppressWarnings("unchecked")
    Map<String, String> environment = (Map<String, String>) Reach.field(builder, "childEnv");
    environment.put("SPARK_HOME", home);
    environment.put("SPARK_SCALA_VERSION", "2"); // only needed where there is a build
    return builder;
  }

  @SuppressWarnings("unchecked")
  private static SparkConf submit(List<String> arguments) throws Exception {
    Object words = JavaConverters.asScalaBuffer(arguments).toList();
    Object parsed = Reach.make("org.apache.spark.deploy.SparkSubmitArguments", words, scala.collection.immutable.Map$.MODULE$.empty().updated("HADOOP_CONF_DIR", "/"));
    Object submit = Reach.make("org.apache.spark.deploy.SparkSubmit");
    return (SparkConf) ((scala.Tuple4<?, ?, ?, ?>) Reach.call(submit, "prepareSubmitEnvironment", parsed))._3();
  }

  /** The heap of the driver's JVM: where spark-submit starts it, java has the word. */
  private long heap(SparkConf conf, boolean launched) throws Exception {
    String text = conf.get("spark.driver.memory", "1g");
    if (!launched) {
      return (long) conf.get(Probe.registry().get("spark.driver.memory")) << 20;
    }
    Long known = heaps.get(text);
    if (known == null) {
      String java = ProcessHandle.current().info().command().orElse("java");
      Process process = new ProcessBuilder(java, "-Xmx" + text, "-XX:+PrintFlagsFinal", "-version").redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      known = process.waitFor() == 0 ? Long.parseLong(said.replaceFirst("(?s).* MaxHeapSize\\s+= (\\d+).*", "$1")) : -1;
      heaps.put(text, known);
    }
    if (known < 0) {
      throw new IllegalArgumentException("-Xmx" + text);
    }
    return known;
  }

  /** What YARN's client or the pods make of it; returns the configuration with which the driver starts. */
  private static SparkConf place(SparkConf conf, String manager, boolean cluster, String language) throws Exception {
    AskSizing sizes = new AskSizing();
    if (manager.equals("yarn")) {
      sizes.use(conf, language);
      Reach.make("org.apache.spark.deploy.yarn.Client", Reach.make("org.apache.spark.deploy.yarn.ClientArguments", (Object) new String[0]), conf);
      Reach.call(Reach.object("org.apache.spark.deploy.yarn.ResourceRequestHelper"), "validateResources", conf); // by submitApplication
      sizes.allocator();
      return conf.clone().set("spark.yarn.app.id", "app");
    }
    if (manager.equals("kubernetes")) {
      sizes.use(conf, language);
      SparkConf inside = conf;
      if (cluster) {
        Object spec = Reach.call(Reach.make("org.apache.spark.deploy.k8s.submit.KubernetesDriverBuilder"), "buildFromFeatures", sizes.driverConf());
        inside = conf.clone();
        for (var added : JavaConverters.mapAsJavaMap((scala.collection.Map<?, ?>) Reach.field(spec, "systemProperties")).entrySet()) {
          inside.set((String) added.getKey(), (String) added.getValue());
        }
      }
      inside.set("spark.kubernetes.driver.pod.name", inside.get("spark.kubernetes.driver.pod.name", "driver"));
      sizes.use(inside, language);
      Object builder = Reach.make("org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBuilder");
      Reach.call(builder, "buildFromFeatures", sizes.executorConf(), AskSizing.security(), sizes.profile());
      return inside.set("spark.app.id", "app");
    }
    return conf;
  }

  private void drive(SparkConf submitted, String manager, long heap) throws Exception {
    SparkConf conf = submitted.clone();
    conf.set("spark.testing.memory", String.valueOf(heap)).setIfMissing("spark.ui.enabled", "false");
    conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1").set("spark.driver.port", "0");
    conf.remove("spark.jars");
    Object profiles = Reach.object("org.apache.spark.resource.ResourceProfile");
    Reach.call(profiles, "clearDefaultProfile");
    SparkContext context = new SparkContext(conf);
    try {
      SparkSession session = SparkSession.builder().getOrCreate();
      Reach.call(session, "sessionState");
      // Made by the first job.
      Reach.call(context.taskScheduler(), Reach.has(context.taskScheduler(), "healthTrackerOpt") ? "healthTrackerOpt" : "blacklistTrackerOpt");
      if (conf.getAllWithPrefix("spark.streaming.dynamicAllocation.").length > 0) {
        Reach.call(Reach.object("org.apache.spark.streaming.scheduler.ExecutorAllocationManager"), "isDynamicAllocationEnabled", conf);
      }
    } finally {
      SparkSession.clearActiveSession();
      SparkSession.clearDefaultSession();
      context.stop();
    }
  }

  /** Shows Spark no cluster manager but one. */
  private static final class Filtering extends ClassLoader {
    private final URL managers;

    Filtering(String name) throws IOException {
      super(AskStart.class.getClassLoader());
      Path file = Files.createTempFile("managers", "");
      Files.writeString(file, name);
      managers = file.toUri().toURL();
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.equals(MANAGERS) ? Collections.enumeration(List.of(managers)) : super.getResources(name);
    }
  }

  /** In the place of YARN and Kubernetes: a scheduler to which no executor ever comes. */
  public static final class Anywhere implements ExternalClusterManager {
    @Override
    public boolean canCreate(String master) {
      return master.equals("yarn") || master.startsWith("k8s");
    }

    @Override
    public TaskScheduler createTaskScheduler(SparkContext context, String master) {
      return new TaskSchedulerImpl(context);
    }

    @Override
    public SchedulerBackend createSchedulerBackend(SparkContext context, String master, TaskScheduler scheduler) {
      counted(context.conf()); // as both managers' backends do
      return new CoarseGrainedSchedulerBackend((TaskSchedulerImpl) scheduler, context.env().rpcEnv());
    }

    private static void counted(SparkConf conf) {
      try {
        Reach.call(Reach.object("org.apache.spark.scheduler.cluster.SchedulerBackendUtils"), "getInitialTargetExecutorNumber", conf, 2);
      } catch (RuntimeException refusal) {
        throw refusal;
      } catch (Exception refusal) {
        throw new IllegalStateException(refusal);
      }
    }

    @Override
    public void initialize(TaskScheduler scheduler, SchedulerBackend backend) {
      ((TaskSchedulerImpl) scheduler).initialize(backend);
    }
  }
}
