import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.util.Utils;
import scala.collection.JavaConverters;

/** What Utils.getPropertiesFromFile reads from a file. */
final class AskProperties implements Ask.Kind {
  private final Path file = Path.of("asked.conf");

  @Override
  public Object answer(JsonNode question) throws Exception {
    Files.write(file, question.get("file").binaryValue());
    try {
      Map<String, String> settings = JavaConverters.mapAsJavaMap(Utils.getPropertiesFromFile(file.toString()));
      Map<String, String> answer = new TreeMap<>();
      settings.forEach((key, value) -> answer.put(wellFormed(key), wellFormed(value)));
      return answer.size() == settings.size() ? Map.of("settings", answer) : Map.of("alike", true);
    } catch (IllegalArgumentException refusal) {
      return Map.of("refused", Ask.said(refusal));
    }
  }

  /** A text with U+FFFD for halves of characters, which JSON cannot hold. */
  private static String wellFormed(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(result::appendCodePoint);
    return result.toString();
  }
}
