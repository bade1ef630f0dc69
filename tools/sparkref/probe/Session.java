import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a real session of a release says, to hold the catalogue against: the keys that it has registered, and
 * the SQL settings that {@code SET -v} shows. {@code java Session OUT}
 */
public final class Session {
  public static void main(String[] args) throws Exception {
    Map<String, Object> answer = new TreeMap<>();
    SparkSession session = SparkSession.builder().master("local[1]").appName("sparkref")
        .config("spark.ui.enabled", "false").config("spark.driver.host", "localhost").getOrCreate();
    Map<String, String> shown = new TreeMap<>();
    for (Row row : session.sql("SET -v").collectAsList()) {
      shown.put(row.getString(0), row.getString(1));
    }
    answer.put("shown", shown);
    answer.put("registered", Probe.registry().keySet());
    session.stop();
    new ObjectMapper().writeValue(new File(args[0]), answer);
  }
}
