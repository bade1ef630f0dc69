import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.ConfigEntry;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.util.matching.Regex;

/** What SparkConf.get makes of a registered key after some texts were set. */
final class AskValue implements Ask.OfAllEntries {
  @Override
  public Object answer(JsonNode question) throws Exception {
    ConfigEntry<?> entry = Probe.registry().get(question.get("key").asText());
    if (entry == null) {
      return Map.of("unknown", true);
    }
    SparkConf conf = new SparkConf(false);
    question.get("set").fields().forEachRemaining(set -> conf.set(set.getKey(), set.getValue().asText()));
    Map<String, Object> answer = new TreeMap<>();
    try {
      answer.put("value", plain(conf.get(entry)));
    } catch (Exception refusal) {
      answer.put("refused", Ask.said(refusal));
    }
    return answer;
  }

  /** A typed value as JSON can hold it. */
  private static Object plain(Object value) {
    if (value instanceof Option<?> option) {
      return option.isEmpty() ? null : plain(option.get());
    }
    if (value instanceof Seq<?> seq) {
      return JavaConverters.seqAsJavaList(seq).stream().map(AskValue::plain).toList();
    }
    if (value instanceof scala.collection.immutable.Set<?> set) {
      return JavaConverters.setAsJavaSet(set).stream().map(AskValue::plain).map(String::valueOf).sorted().toList();
    }
    if (value instanceof Regex regex) {
      return regex.regex();
    }
    if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
      return number.toString();
    }
    return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
  }
}
