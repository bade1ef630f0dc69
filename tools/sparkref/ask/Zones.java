import java.time.ZoneId;
import java.util.TreeSet;

/** The names of time zones that a Java takes, with those that Spark lets it take for short: a line each. */
public final class Zones {
  public static void main(String[] args) {
    var names = new TreeSet<String>(ZoneId.getAvailableZoneIds());
    names.addAll(ZoneId.SHORT_IDS.keySet());
    names.forEach(System.out::println);
  }
}
