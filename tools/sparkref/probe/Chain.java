import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.internal.config.TypedConfigBuilder;
import org.apache.spark.network.util.ByteUnit;
import scala.Enumeration;
import scala.Function1;

/**
 * How an entry turns text into a value, step by step. ConfigBuilder builds the
 * converter as nested closures: a first one for the type (intConf, bytesConf, …),
 * then one for each checkValue, checkValues, transform and toSequence. Scala's
 * closures can be serialised, and so name the method they stand for and what
 * they captured; that tells type, unit, allowed values and messages exactly,
 * with no guessing from which texts are accepted.
 */
final class Chain {
  /** boolean, int, long, double, decimal, string, duration, bytes or regex. */
  String type;
  /** A TimeUnit or a ByteUnit; empty for other types. */
  String unit = "";
  /** Whether the text is a comma-separated list of values of that type. */
  boolean list;
  /** The messages of checkValue, in order. */
  final List<String> checks = new ArrayList<>();
  /** How many checks name an error class instead of a message. */
  int unnamedChecks;
  /** The methods behind transform: what they do cannot be read, only tried. */
  final List<String> transforms = new ArrayList<>();
  /** The values of checkValues, sorted; null when any value goes. */
  List<String> values;
  /** The predicates of checkValue, for scalar values only. */
  final List<Function1<Object, Object>> validators = new ArrayList<>();

  Chain(Object converter) throws Exception {
    read(converter);
  }

  /** Reads the innermost step first, so that checks stand in the order in which Spark makes them. */
  private void read(Object converter) throws Exception {
    SerializedLambda closure = opened(converter);
    String method = closure.getImplMethodName().replace("$anonfun$", "").replace("$adapted", "").replaceAll("\\$\\d+$", "");
    switch (method) {
      case "booleanConf", "intConf", "longConf", "doubleConf", "decimalConf", "stringConf", "regexConf" -> type = method.replace("Conf", "");
      case "timeConf" -> {
        type = "duration";
        unit = captured(closure, TimeUnit.class).name();
      }
      case "bytesConf" -> {
        type = "bytes";
        unit = captured(closure, ByteUnit.class).name();
      }
      case "enumConf" -> {
        type = "string";
        values = new ArrayList<>(new TreeSet<>(constants(closure)));
      }
      case "checkValue" -> { // of a ProtoBackedConfigEntry, in 4.3
        read(captured(closure, ConfigEntry.class).valueConverter());
        check(closure);
      }
      case "createProtoBackedConfigEntry" -> type = returned(closure);
      case "toSequence" -> {
        read(((TypedConfigBuilder<?>) closure.getCapturedArg(0)).converter());
        list = true;
        validators.clear();
      }
      case "transform" -> {
        read(((TypedConfigBuilder<?>) closure.getCapturedArg(0)).converter());
        step(closure.getCapturedArg(1));
      }
      default -> throw new IllegalStateException("unknown way to build an entry: " + closure.getImplClass() + "." + closure.getImplMethodName());
    }
  }

  @SuppressWarnings("unchecked")
  private void step(Object function) throws Exception {
    SerializedLambda closure = opened(function);
    String method = closure.getImplMethodName();
    if (!closure.getImplClass().equals("org/apache/spark/internal/config/TypedConfigBuilder")) {
      transforms.add(closure.getImplClass() + "." + method);
    } else if (method.startsWith("$anonfun$checkValues$")) {
      values = new ArrayList<>(new TreeSet<>(Entries.strings(closure.getCapturedArg(1))));
    } else if (method.startsWith("$anonfun$checkValue$")) {
      check(closure);
    } else {
      throw new IllegalStateException("unknown step of an entry: " + method);
    }
  }

  /** A checkValue: its predicate, and its message, or an error class and what fills its parameters. */
  @SuppressWarnings("unchecked")
  private void check(SerializedLambda closure) {
    List<Object> arguments = IntStream.range(0, closure.getCapturedArgCount()).mapToObj(closure::getCapturedArg).toList();
    validators.add((Function1<Object, Object>) arguments.stream().filter(Function1.class::isInstance).findFirst().get());
    if (arguments.stream().filter(Function1.class::isInstance).count() == 1) {
      checks.add(captured(closure, String.class));
    } else {
      unnamedChecks++;
    }
  }

  /** The captured argument of a type; since 4.1 the builder is captured too. */
  private static <T> T captured(SerializedLambda closure, Class<T> type) {
    for (int i = 0; i < closure.getCapturedArgCount(); i++) {
      if (type.isInstance(closure.getCapturedArg(i))) {
        return type.cast(closure.getCapturedArg(i));
      }
    }
    return null;
  }

  /** The values of a Scala or Java enumeration. */
  private static List<String> constants(SerializedLambda closure) {
    Enumeration scala = captured(closure, Enumeration.class);
    if (scala != null) {
      return Entries.strings(scala.values());
    }
    return Arrays.stream(captured(closure, Class.class).getEnumConstants()).map(value -> ((Enum<?>) value).name()).toList();
  }

  /** The type that a closure returns, in the words of the builder's methods. */
  private static String returned(SerializedLambda closure) throws Exception {
    String method = closure.getImplMethodName().replace("$adapted", "");
    Class<?> owner = Class.forName(closure.getImplClass().replace('/', '.'));
    return owner.getDeclaredMethod(method, String.class).getReturnType().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static SerializedLambda opened(Object closure) throws Exception {
    Method replace = closure.getClass().getDeclaredMethod("writeReplace");
    replace.setAccessible(true);
    return (SerializedLambda) replace.invoke(closure);
  }
}
