import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.memory.UnifiedMemoryManager;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.sql.internal.SQLConf;
import scala.Option;
import scala.collection.JavaConverters;

/** What a configuration comes to: by the name of sparkvet's fact, what the class of Spark says that decides it. */
final class AskSizing implements Ask.OfAllEntries {
  private SparkConf conf;
  private String language;
  private Map<String, Object> answer;

  @Override
  public Object answer(JsonNode question) throws Exception {
    answer = new TreeMap<>();
    language = question.get("language").asText();
    String manager = question.get("manager").asText();
    boolean cluster = question.get("mode").asText().equals("cluster");
    conf = new SparkConf(false).set("spark.submit.deployMode", question.get("mode").asText()).set("spark.app.name", "sizing");
    question.get("set").fields().forEachRemaining(set -> conf.set(set.getKey(), set.getValue().asText()));
    conf.set("spark.master", master(manager)).set("spark.kubernetes.container.image", "image");
    if (manager.equals("kubernetes")) {
      if (!cluster || driverPod()) {
        executorPod();
      }
    } else if (manager.equals("yarn")) {
      conf.set("spark.yarn.isPython", String.valueOf(language.equals("python")));
      applicationMaster(cluster);
      executorContainer();
    } else if (manager.equals("standalone")) {
      standaloneExecutor();
    }
    counts(manager);
    memory(manager);
    options(manager, cluster);
    ask("shuffle.partitions_count", () -> {
      SQLConf session = new SQLConf();
      for (scala.Tuple2<String, String> set : conf.getAll()) {
        session.setConfString(set._1(), set._2());
      }
      return session.numShufflePartitions();
    });
    return answer;
  }

  private static String master(String manager) {
    return switch (manager) {
      case "kubernetes" -> "k8s://https://example:6443";
      case "standalone" -> "spark://example:7077";
      default -> manager;
    };
  }

  private void ask(String fact, Callable<?> question) {
    try {
      answer.put(fact, question.call());
    } catch (Exception refusal) {
      answer.put(fact, refused(refusal));
    }
  }

  private static Map<String, Object> refused(Throwable refusal) {
    return Map.of("refused", Ask.said(refusal));
  }

  /** Several facts by one thing, which may not come to be. */
  private void askAll(Callable<?> making, Parts parts, String... facts) {
    try {
      Object made = making.call();
      for (String fact : facts) {
        ask(fact, () -> parts.of(made, fact));
      }
    } catch (Exception | AssertionError refusal) {
      for (String fact : facts) {
        answer.put(fact, refused(refusal));
      }
    }
  }

  private interface Parts {
    Object of(Object made, String fact) throws Exception;
  }

  private Object get(String key) throws Exception {
    ConfigEntry<?> entry = Probe.registry().get(key);
    return entry == null ? null : conf.get(entry);
  }

  /** Asks about a configuration that somebody else has made. */
  void use(SparkConf other, String spoken) {
    conf = other;
    language = spoken;
  }

  ResourceProfile profile() throws Exception {
    Object profiles = Reach.object("org.apache.spark.resource.ResourceProfile");
    Reach.call(profiles, "clearDefaultProfile");
    return (ResourceProfile) Reach.call(profiles, "getOrCreateDefaultProfile", conf);
  }

  private void applicationMaster(boolean cluster) {
    Parts parts = (client, fact) -> {
      int memory = (int) Reach.field(client, "amMemory");
      int overhead = (int) Reach.field(client, "amMemoryOverhead");
      return switch (fact.substring(fact.indexOf('.') + 1)) {
        case "heap_mib" -> memory;
        case "overhead_mib" -> overhead;
        case "cores" -> Reach.field(client, "amCores");
        default -> memory + overhead;
      };
    };
    Callable<?> client = () -> Reach.make("org.apache.spark.deploy.yarn.Client", Reach.make("org.apache.spark.deploy.yarn.ClientArguments", (Object) new String[0]), conf);
    if (cluster) {
      askAll(client, parts, "driver.heap_mib", "driver.overhead_mib", "driver.container_mib", "driver.cores");
    } else {
      askAll(client, parts, "am.heap_mib", "am.overhead_mib", "am.container_mib");
    }
  }

  private static final String[] EXECUTOR = {
    "executor.heap_mib", "executor.overhead_mib", "executor.offheap_mib", "executor.pyspark_mib", "executor.container_mib", "executor.cores",
  };

  private void executorContainer() {
    askAll(this::allocator, (allocator, fact) -> {
      if (!Reach.has(allocator, "rpIdToYarnResource")) { // 3.0
        Object resource = Reach.field(allocator, "resource");
        return switch (fact) {
          case "executor.heap_mib" -> Reach.field(allocator, "executorMemory");
          case "executor.overhead_mib" -> Reach.field(allocator, "memoryOverhead");
          case "executor.offheap_mib" -> Reach.field(allocator, "executorOffHeapMemory");
          case "executor.pyspark_mib" -> Reach.field(allocator, "pysparkWorkerMemory");
          case "executor.container_mib" -> Reach.call(resource, "getMemorySize");
          default -> Reach.call(resource, "getVirtualCores");
        };
      }
      Object resource = ((Map<?, ?>) Reach.field(allocator, "rpIdToYarnResource")).get(0);
      return switch (fact) {
        case "executor.container_mib" -> Reach.call(resource, "getMemorySize");
        case "executor.cores" -> Reach.call(resource, "getVirtualCores");
        default -> part(yarnRequest(), fact);
      };
    }, EXECUTOR);
  }

  Object allocator() throws Exception {
    Class<?> attempt = Class.forName("org.apache.hadoop.yarn.api.records.ApplicationAttemptId");
    Object application = Class.forName("org.apache.hadoop.yarn.api.records.ApplicationId").getMethod("newInstance", long.class, int.class).invoke(null, 0, 0);
    profile();
    Object allocator = Reach.make("org.apache.spark.deploy.yarn.YarnAllocator", "driver", new NoDriver(), conf, Class.forName("org.apache.hadoop.yarn.conf.YarnConfiguration").getConstructor().newInstance(),
        Class.forName("org.apache.hadoop.yarn.client.api.AMRMClient").getMethod("createAMRMClient").invoke(null), security(),
        attempt.getMethod("newInstance", application.getClass().getSuperclass(), int.class).invoke(null, application, 0),
        scala.collection.immutable.Map$.MODULE$.empty(), new org.apache.spark.util.SystemClock());
    return allocator;
  }

  /** Answers 0 to whatever it is asked, such as for the last executor's number. */
  private static final class NoDriver extends org.apache.spark.rpc.RpcEndpointRef {
    private static final long serialVersionUID = 1;

    NoDriver() {
      super(new SparkConf(false));
    }

    @Override
    public org.apache.spark.rpc.RpcAddress address() {
      return null;
    }

    @Override
    public String name() {
      return "none";
    }

    @Override
    public void send(Object message) {}

    @Override
    @SuppressWarnings("unchecked")
    public <T> scala.concurrent.Future<T> ask(Object message, org.apache.spark.rpc.RpcTimeout timeout, scala.reflect.ClassTag<T> tag) {
      return (scala.concurrent.Future<T>) scala.concurrent.Future$.MODULE$.successful(0);
    }
  }

  /** The parts of what YarnAllocator asks for, by what it passes on. */
  private Object yarnRequest() throws Exception {
    Object minimum = get("spark.executor.minMemoryOverhead");
    Object factor = get("spark.executor.memoryOverheadFactor");
    ResourceProfile profile = profile();
    return Reach.call(Reach.object("org.apache.spark.resource.ResourceProfile"), "getResourcesForClusterManager", profile.id(), profile.executorResources(),
        minimum == null ? 384L : minimum, factor == null ? 0.1 : factor, conf, language.equals("python"), scala.collection.immutable.Map$.MODULE$.empty());
  }

  private static Object part(Object request, String fact) throws Exception {
    return switch (fact) {
      case "executor.heap_mib" -> Reach.field(request, "executorMemoryMiB");
      case "executor.overhead_mib" -> Reach.field(request, "memoryOverheadMiB");
      case "executor.offheap_mib" -> Reach.field(request, "memoryOffHeapMiB");
      case "executor.pyspark_mib" -> Reach.field(request, "pysparkMemoryMiB");
      case "executor.container_mib" -> Reach.field(request, "totalMemMiB");
      default -> Reach.field(request, "cores") instanceof Option<?> cores ? cores.get() : Reach.field(request, "cores");
    };
  }

  Object driverConf() throws Exception {
    String resource = switch (language) {
      case "python" -> "PythonMainAppResource";
      case "r" -> "RMainAppResource";
      default -> "JavaMainAppResource";
    };
    Object main = resource.startsWith("Java") ? Option.apply("local:///app.jar") : "local:///app";
    return Reach.call(Reach.object("org.apache.spark.deploy.k8s.KubernetesConf"), "createDriverConf", conf, "app",
        Reach.make("org.apache.spark.deploy.k8s.submit." + resource, main), "Main", new String[0]);
  }

  Object executorConf() throws Exception {
    return Reach.call(Reach.object("org.apache.spark.deploy.k8s.KubernetesConf"), "createExecutorConf", conf, "1", "app", 0);
  }

  static SecurityManager security() {
    return new SecurityManager(new SparkConf(false), Option.empty(), null);
  }

  private static final String STEPS = "org.apache.spark.deploy.k8s.features.";

  private static Container configured(Object step) throws Exception {
    Object pod = Reach.call(step, "configurePod", Reach.call(Reach.object("org.apache.spark.deploy.k8s.SparkPod"), "initialPod"));
    return (Container) Reach.field(pod, "container");
  }

  /** Returns whether there is a driver to ask for executors. */
  private boolean driverPod() {
    askAll(() -> Reach.make(STEPS + "BasicDriverFeatureStep", driverConf()), (step, fact) -> {
      Container container = configured(step);
      return switch (fact) {
        case "driver.overhead_mib" -> Reach.field(step, "memoryOverheadMiB");
        case "driver.overhead_factor" -> Reach.field(step, Reach.has(step, "overheadFactor") ? "overheadFactor" : "memoryOverheadFactor");
        case "driver.container_mib" -> mebibytes(container);
        case "driver.cores" -> Reach.field(step, "driverCpuCores");
        default -> cpu(container, fact);
      };
    }, "driver.overhead_mib", "driver.overhead_factor", "driver.container_mib", "driver.cores",
        "kubernetes.driver_cpu_request", "kubernetes.driver_cpu_limit");
    // The driver in the pod is started with what its steps add.
    SparkConf submitted = conf;
    try {
      for (String name : List.of("BasicDriverFeatureStep", "DriverCommandFeatureStep")) {
        Object step = Reach.make(STEPS + name, driverConf());
        var added = (scala.collection.Map<?, ?>) Reach.call(step, "getAdditionalPodSystemProperties");
        conf = conf.clone();
        JavaConverters.mapAsJavaMap(added).forEach((key, value) -> conf.set((String) key, (String) value));
      }
      conf.remove("spark.kubernetes.driver.pod.name");
      return true;
    } catch (Exception refusal) {
      conf = submitted;
      return false;
    }
  }

  private void executorPod() {
    askAll(() -> {
      return Reach.make(STEPS + "BasicExecutorFeatureStep", executorConf(), security(), profile());
    }, (step, fact) -> {
      Container container = configured(step);
      boolean old = !Reach.has(step, "execResources") && Reach.has(step, "executorMemoryMiB"); // 3.0
      return switch (fact) {
        case "executor.container_mib" -> mebibytes(container);
        case "executor.overhead_factor" -> old ? null : Reach.field(step, "memoryOverheadFactor");
        case "kubernetes.executor_cpu_request", "kubernetes.executor_cpu_limit" -> cpu(container, fact);
        case "executor.heap_mib" -> old ? Reach.field(step, "executorMemoryMiB") : part(Reach.field(step, "execResources"), fact);
        case "executor.overhead_mib" -> old ? Reach.field(step, "memoryOverheadMiB") : part(Reach.field(step, "execResources"), fact);
        case "executor.cores" -> old ? Reach.field(step, "executorCores") : part(Reach.field(step, "execResources"), fact);
        default -> old ? null : part(Reach.field(step, "execResources"), fact);
      };
    }, "executor.heap_mib", "executor.overhead_mib", "executor.offheap_mib", "executor.pyspark_mib", "executor.container_mib", "executor.cores",
        "executor.overhead_factor", "kubernetes.executor_cpu_request", "kubernetes.executor_cpu_limit");
    answer.values().removeIf(java.util.Objects::isNull); // what 3.0 has no name for
  }

  private static long mebibytes(Container container) throws Exception {
    BigDecimal request = Quantity.getAmountInBytes(container.getResources().getRequests().get("memory"));
    BigDecimal limit = Quantity.getAmountInBytes(container.getResources().getLimits().get("memory"));
    if (!request.equals(limit)) {
      throw new IllegalStateException("request " + request + " is not limit " + limit);
    }
    return request.longValueExact() >> 20;
  }

  private static Object cpu(Container container, String fact) {
    var resources = container.getResources();
    Quantity cpu = (fact.endsWith("_limit") ? resources.getLimits() : resources.getRequests()).get("cpu");
    return cpu == null ? Map.of("unset", true) : Quantity.getAmountInBytes(cpu).doubleValue();
  }

  private void standaloneExecutor() {
    for (String fact : List.of("executor.heap_mib", "executor.container_mib")) {
      ask(fact, () -> {
        ResourceProfile profile = profile();
        // What StandaloneSchedulerBackend puts into the ApplicationDescription; since 3.4 the profile.
        return Reach.has(profile, "getExecutorMemory")
            ? ((Option<?>) Reach.call(profile, "getExecutorMemory")).get()
            : Reach.call(Reach.object("org.apache.spark.SparkContext"), "executorMemoryInMb", conf);
      });
    }
  }

  private void counts(String manager) throws Exception {
    ask("dynamic_allocation.enabled", () -> Reach.call(Reach.object("org.apache.spark.util.Utils"), "isDynamicAllocationEnabled", conf));
    if (manager.equals("local")) {
      return;
    }
    boolean dynamic = Boolean.TRUE.equals(answer.get("dynamic_allocation.enabled"));
    if (dynamic || !manager.equals("standalone")) {
      ask("executors.initial_count", () -> Reach.call(Reach.object("org.apache.spark.scheduler.cluster.SchedulerBackendUtils"), "getInitialTargetExecutorNumber", conf, 2));
    }
    if (dynamic) {
      SparkConf tried = conf.clone().set("spark.dynamicAllocation.testing", "true"); // the shuffle is no concern here
      askAll(() -> {
        Object manages = null;
        if (getClass().getResource("/org/apache/spark/resource/ResourceProfileManager.class") != null) { // since 3.1
          manages = Reach.make("org.apache.spark.resource.ResourceProfileManager", tried, new org.apache.spark.scheduler.LiveListenerBus(tried));
        }
        return Reach.make("org.apache.spark.ExecutorAllocationManager", tried, new org.apache.spark.scheduler.LiveListenerBus(tried), new org.apache.spark.util.SystemClock(), manages);
      }, (allocation, fact) -> Reach.field(allocation, fact.equals("executors.minimum_count") ? "minNumExecutors" : "maxNumExecutors"),
          "executors.minimum_count", "executors.maximum_count");
    }
    if (Reach.has(Reach.make("org.apache.spark.resource.ResourceProfile", scala.collection.immutable.Map$.MODULE$.empty(), scala.collection.immutable.Map$.MODULE$.empty()), "maxTasksPerExecutor")
        && (!manager.equals("standalone") || conf.contains("spark.executor.cores"))) { // since 3.1
      ask("executor.slots", () -> Reach.call(profile(), "maxTasksPerExecutor", conf));
    }
  }

  private void memory(String manager) {
    String written = manager.equals("local") ? "spark.driver.memory" : "spark.executor.memory";
    if (List.of("local", "standalone").contains(manager) && conf.get(written, "1g").matches("[0-9]+")) {
      return; // bytes there, and not what its entry says
    }
    askAll(() -> {
      Object heap = get(written);
      return UnifiedMemoryManager.apply(conf.clone().set("spark.testing.memory", String.valueOf((long) heap << 20)), 1);
    }, (memory, fact) -> (fact.endsWith("unified_mib") ? ((UnifiedMemoryManager) memory).maxHeapMemory() : (long) Reach.field(memory, "onHeapStorageRegionSize")) >> 20,
        "executor.unified_mib", "executor.storage_mib");
  }

  /** The words of Java options: by the launcher where spark-submit starts the JVM. */
  private void options(String manager, boolean cluster) {
    boolean launched = !cluster || manager.equals("kubernetes");
    ask("driver.jvm_arguments", () -> words("spark.driver.extraJavaOptions", launched));
    if (!manager.equals("local")) {
      ask("executor.jvm_arguments", () -> words("spark.executor.extraJavaOptions", false));
    }
  }

  private Object words(String key, boolean launched) throws Exception {
    String text = (String) ((Option<?>) get(key)).getOrElse(() -> "");
    if (launched) {
      return launcherWords(text);
    }
    return JavaConverters.seqAsJavaList((scala.collection.Seq<?>) Reach.call(Reach.object("org.apache.spark.util.Utils"), "splitCommandString", text));
  }

  private static Object launcherWords(String text) throws Exception {
    var parse = Class.forName("org.apache.spark.launcher.CommandBuilderUtils").getDeclaredMethod("parseOptionString", String.class);
    parse.setAccessible(true);
    try {
      return parse.invoke(null, text);
    } catch (java.lang.reflect.InvocationTargetException refusal) {
      throw (Exception) refusal.getCause();
    }
  }
}
