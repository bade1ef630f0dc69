import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import scala.Function1;
import scala.Tuple2;

/** Spark's own tables of old, deprecated and removed keys. */
final class Tables {
  private Tables() {}

  static Map<String, Object> describe() throws Exception {
    Map<String, Object> answer = new TreeMap<>();
    Object core = org.apache.spark.SparkConf$.MODULE$;
    answer.put("deprecated", rows(table(core, "deprecatedConfigs")));
    answer.put("alternatives", rows(table(core, "configsWithAlternatives")));
    Object sql = org.apache.spark.sql.internal.SQLConf$.MODULE$;
    answer.put("sqlDeprecated", rows(table(sql, "deprecatedSQLConfigs")));
    answer.put("sqlRemoved", rows(table(sql, "removedSQLConfigs")));
    return answer;
  }

  /** The table as it stands in a field of a Scala object; private ones carry the name of their owner. */
  private static Object table(Object module, String name) throws Exception {
    for (Class<?> home : List.of(module.getClass(), Class.forName(module.getClass().getName().replaceAll("\\$$", "")))) {
      for (Field field : home.getDeclaredFields()) {
        if (field.getName().equals(name) || field.getName().endsWith("$$" + name)) {
          field.setAccessible(true);
          return field.get(module);
        }
      }
    }
    throw new NoSuchFieldException(name);
  }

  private static Map<String, Object> rows(Object table) throws Exception {
    Map<String, Object> answer = new TreeMap<>();
    scala.collection.Iterator<?> each = ((scala.collection.Map<?, ?>) table).iterator();
    while (each.hasNext()) {
      Tuple2<?, ?> row = (Tuple2<?, ?>) each.next();
      if (row._2() instanceof scala.collection.Iterable<?> many) {
        List<Object> list = new ArrayList<>();
        scala.collection.Iterator<?> items = many.iterator();
        while (items.hasNext()) {
          list.add(fields(items.next()));
        }
        answer.put((String) row._1(), list);
      } else {
        answer.put((String) row._1(), fields(row._2()));
      }
    }
    return answer;
  }

  /** The fields of a case class; a translation is shown by what it makes of "64". */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> fields(Object row) throws Exception {
    Map<String, Object> answer = new TreeMap<>();
    for (Field field : row.getClass().getDeclaredFields()) {
      field.setAccessible(true);
      Object value = field.get(row);
      if (value instanceof Function1<?, ?> translation) {
        answer.put("of64", ((Function1<String, String>) translation).apply("64"));
      } else if (value instanceof String) {
        answer.put(field.getName(), value);
      }
    }
    return answer;
  }
}
