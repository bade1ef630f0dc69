import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.File;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.sql.internal.SQLConf;

/**
 * Asks one Spark release for everything it knows of its own configuration, and
 * writes the answers to a file as JSON: {@code java Probe OUT FOLDER-OF-JARS…}. No
 * SparkContext is started: entries register themselves when the class that
 * defines them is initialised.
 */
public final class Probe {
  public static void main(String[] args) throws Exception {
    Map<String, Object> answer = new TreeMap<>();
    Map<ConfigEntry<?>, String> modules = new IdentityHashMap<>();
    Map<String, String> unloadable = new TreeMap<>();
    Map<String, String> homes = new TreeMap<>(); // for entries that no accessor returns
    List<File> jars = sparkJars(Arrays.copyOfRange(args, 1, args.length));
    load(jars, modules, unloadable, homes);
    List<Object> entries = new ArrayList<>();
    SQLConf session = new SQLConf();
    for (ConfigEntry<?> entry : new TreeMap<>(registry()).values()) {
      entries.add(Entries.describe(entry, session, modules.getOrDefault(entry, homes.get(entry.key()))));
    }
    answer.put("version", org.apache.spark.package$.MODULE$.SPARK_VERSION());
    answer.put("registered", registry().size());
    answer.put("unloadable", unloadable);
    answer.put("entries", entries);
    answer.put("tables", Tables.describe());
    answer.put("literals", Literals.in(jars));
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(new File(args[0]), answer);
  }

  /** Has every entry of a release register itself. */
  static void initialize(String[] folders) throws Exception {
    Map<String, String> unloadable = new TreeMap<>();
    load(sparkJars(folders), new IdentityHashMap<>(), unloadable, new TreeMap<>());
    if (!unloadable.isEmpty()) {
      throw new IllegalStateException("could not be loaded: " + unloadable);
    }
  }

  /** Initialises every class that builds entries, and notes where each entry stands. */
  private static void load(
      List<File> jars, Map<ConfigEntry<?>, String> modules, Map<String, String> unloadable, Map<String, String> homes) throws Exception {
    registry().keySet().forEach(key -> homes.put(key, declaring(jars)));
    for (String[] defining : definingClasses(jars)) {
      try {
        ConcurrentHashMap<String, ConfigEntry<?>> registry = registry();
        List<String> before = new ArrayList<>(registry.keySet());
        Class<?> loaded = Class.forName(defining[1]);
        for (ConfigEntry<?> entry : entriesIn(loaded)) {
          modules.putIfAbsent(entry, defining[0]);
        }
        registry.keySet().stream().filter(k -> !before.contains(k)).forEach(k -> homes.put(k, defining[0]));
      } catch (Throwable refused) {
        unloadable.put(defining[1], String.valueOf(refused));
      }
    }
  }

  /** The map in which every ConfigEntry registers itself; private, and static only since Scala 2.13. */
  @SuppressWarnings("unchecked")
  static ConcurrentHashMap<String, ConfigEntry<?>> registry() throws Exception {
    Class<?> companion = Class.forName("org.apache.spark.internal.config.ConfigEntry$");
    for (Class<?> home : List.of(companion, ConfigEntry.class)) {
      for (Field field : home.getDeclaredFields()) {
        if (field.getType() == ConcurrentHashMap.class) {
          field.setAccessible(true);
          return (ConcurrentHashMap<String, ConfigEntry<?>>) field.get(companion.getField("MODULE$").get(null));
        }
      }
    }
    throw new IllegalStateException("ConfigEntry has no registry");
  }

  /** The jar whose resources declare the entries that the registry has from the start; only since 4.3. */
  private static String declaring(List<File> jars) {
    return jars.stream().map(File::getName).filter(name -> name.startsWith("spark-config_")).findFirst().orElseThrow();
  }

  /** All classes that build entries, as {jar, class}: Scala objects are classes whose name ends in $. */
  private static List<String[]> definingClasses(List<File> jars) throws Exception {
    List<String[]> found = new ArrayList<>();
    for (File jar : jars) {
      try (ZipFile zip = new ZipFile(jar)) {
        List<String> names = new ArrayList<>();
        for (ZipEntry file : java.util.Collections.list(zip.entries())) {
          if (file.getName().endsWith("$.class") && buildsEntries(zip, file)) {
            names.add(file.getName().replace(".class", "").replace('/', '.'));
          }
        }
        names.stream().sorted().forEach(name -> found.add(new String[] {jar.getName(), name}));
      }
    }
    return found;
  }

  private static List<File> sparkJars(String[] folders) {
    List<File> jars = new ArrayList<>();
    for (String folder : folders) {
      File[] found = new File(folder).listFiles((directory, name) -> name.startsWith("spark-") && name.endsWith(".jar"));
      if (found != null) { // a release may have no further parts
        Arrays.stream(found).sorted().forEach(jars::add);
      }
    }
    return jars;
  }

  private static boolean buildsEntries(ZipFile zip, ZipEntry file) throws Exception {
    try (InputStream in = zip.getInputStream(file)) {
      String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return bytes.contains("ConfigBuilder");
    }
  }

  /** The entries of a Scala object, asked by its accessors, because some are lazy values. */
  private static List<ConfigEntry<?>> entriesIn(Class<?> loaded) throws Exception {
    List<ConfigEntry<?>> entries = new ArrayList<>();
    Object module = loaded.getField("MODULE$").get(null);
    for (Method accessor : loaded.getDeclaredMethods()) {
      if (ConfigEntry.class.isAssignableFrom(accessor.getReturnType()) && accessor.getParameterCount() == 0) {
        accessor.setAccessible(true);
        if (accessor.invoke(module) instanceof ConfigEntry<?> entry) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }
}
