import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.internal.config.FallbackConfigEntry;
import org.apache.spark.internal.config.OptionalConfigEntry;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.internal.SQLConf$;
import scala.Function1;

/** What one ConfigEntry says of itself. */
final class Entries {
  private Entries() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> describe(ConfigEntry<?> entry, SQLConf session, String jar) throws Exception {
    Map<String, Object> answer = new TreeMap<>();
    answer.put("key", entry.key());
    answer.put("class", entry.getClass().getSimpleName());
    answer.put("jar", String.valueOf(jar));
    answer.put("alternatives", strings(entry.alternatives()));
    answer.put("doc", entry.doc());
    answer.put("since", entry.version());
    answer.put("internal", !entry.isPublic());
    answer.put("static", isStatic(entry.key()));
    answer.put("modifiable", session.isModifiable(entry.key()));
    answer.put("default", entry.defaultValueString());
    if (entry.prependedKey().isDefined()) {
      answer.put("prepend", entry.prependedKey().get());
      answer.put("separator", entry.prependSeparator());
    }
    if (entry instanceof FallbackConfigEntry<?> fallback) {
      answer.put("fallback", fallback.fallback().key());
    }
    Function1<String, Object> converter = (Function1<String, Object>) converter(entry);
    Chain chain = new Chain(converter);
    answer.put("type", chain.type);
    answer.put("unit", chain.unit);
    answer.put("list", chain.list);
    answer.put("checks", chain.checks);
    answer.put("unnamedChecks", chain.unnamedChecks);
    answer.put("transforms", chain.transforms);
    if (chain.unnamedChecks > 0) {
      answer.put("refusal", refusal(converter));
    }
    if (chain.values != null) {
      answer.put("values", chain.values);
    }
    if (chain.type.equals("string")) {
      List<String> words = Words.candidates(chain, entry.defaultValueString());
      answer.put("case", Words.folding(converter, words));
      answer.put("trims", Words.trims(converter, chain, words));
      if (chain.values == null) {
        answer.put("values", Words.allowed(converter, chain, entry.defaultValueString()));
      }
    }
    if (!chain.list) {
      answer.putAll(Bounds.of(chain));
    }
    return answer;
  }

  /** SQLConf.isStaticConfigKey, which 3.0 and 3.1 do not have: there, the set that it asks. */
  private static boolean isStatic(String key) throws Exception {
    SQLConf$ sql = SQLConf$.MODULE$;
    try {
      return (boolean) SQLConf$.class.getMethod("isStaticConfigKey", String.class).invoke(sql, key);
    } catch (NoSuchMethodException older) {
      return ((Set<?>) SQLConf$.class.getMethod("staticConfKeys").invoke(sql)).contains(key);
    }
  }

  /** The function from text to value; optional entries wrap theirs, fallbacks borrow another key's. */
  private static Object converter(ConfigEntry<?> entry) {
    ConfigEntry<?> origin = entry;
    while (origin instanceof FallbackConfigEntry<?> fallback) {
      origin = fallback.fallback();
    }
    return origin instanceof OptionalConfigEntry<?> optional ? optional.rawValueConverter() : origin.valueConverter();
  }

  /** What the entry says of a value that nothing allows. */
  private static String refusal(Function1<String, Object> converter) {
    try {
      converter.apply("\u2205");
    } catch (RuntimeException refused) {
      return refused.getMessage();
    }
    throw new IllegalStateException("a check refuses nothing");
  }

  static List<String> strings(Object scalaCollection) {
    List<String> list = new ArrayList<>();
    scala.collection.Iterator<?> each = ((scala.collection.Iterable<?>) scalaCollection).iterator();
    while (each.hasNext()) {
      list.add(String.valueOf(each.next()));
    }
    return list;
  }
}
