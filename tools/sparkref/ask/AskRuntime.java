import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** What a running session makes of spark.conf.set: it takes the text, or refuses the key, or the value. */
final class AskRuntime implements Ask.Kind {
  private final SparkSession session = SparkSession.builder().master("local[1]").appName("sparkref")
      .config("spark.ui.enabled", "false").config("spark.driver.host", "localhost").getOrCreate();

  @Override
  public Object answer(JsonNode question) {
    String key = question.get("key").asText();
    try {
      session.conf().set(key, question.get("text").asText());
    } catch (Exception refusal) {
      String said = Ask.said(refusal);
      return Map.of(said.contains("Cannot modify the value") ? "fixed" : "refused", said);
    }
    session.conf().unset(key);
    return Map.of("taken", true);
  }
}
