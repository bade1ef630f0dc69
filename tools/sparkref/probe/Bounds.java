import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import scala.math.BigDecimal;

/**
 * The ends of the range that an entry's own checks accept, found by asking the
 * checks themselves with numbers in the entry's unit. What a type cannot hold or a parser
 * refuses is no bound.
 */
final class Bounds {
  /** Numbers around which ranges like to end; where a check has holes, the outermost accepted one counts. */
  private static final long[] SAMPLES = LongStream.of(
      Integer.MIN_VALUE, -1000, -2, -1, 0, 1, 2, 3, 4, 5, 7, 8, 10, 16, 20, 25, 32, 50, 60, 64, 100, 128, 200, 256, 512,
      1000, 1024, 4096, 10000, 32768, 65535, 65536, 100000, 1000000, 1 << 20, 10000000, 1 << 25, 1 << 30,
      Integer.MAX_VALUE - 15L, Integer.MAX_VALUE, 1L << 40, 1L << 50).toArray();
  private static final double[] FRACTIONS = {0.001, 0.01, 0.05, 0.1, 0.2, 0.25, 0.5, 0.6, 0.75, 0.9, 0.99, 1.5};

  /** Decimals are tried in steps of a billionth: Spark's own check of the only one wants no more places. */
  private static final long DECIMAL = 1_000_000_000;

  private Bounds() {}

  static Map<String, Object> of(Chain chain) {
    Map<String, Object> answer = new TreeMap<>();
    if (chain.validators.isEmpty()) {
      return answer;
    }
    LongStream whole = LongStream.of(SAMPLES);
    switch (chain.type) {
      case "int" -> {
        whole = whole.filter(n -> n == (int) n);
        search(answer, chain, Integer.MIN_VALUE, Integer.MAX_VALUE, whole, n -> (Object) (int) n);
      }
      case "long", "bytes", "duration" -> search(answer, chain, Long.MIN_VALUE, Long.MAX_VALUE, whole, n -> (Object) n);
      case "double" -> {
        LongStream samples = LongStream.concat(whole.map(Bounds::order), Arrays.stream(FRACTIONS).mapToLong(Bounds::order));
        search(answer, chain, order(Double.NEGATIVE_INFINITY), order(Double.POSITIVE_INFINITY), samples, n -> (Object) ordered(n));
      }
      case "decimal" -> {
        LongStream samples = whole.filter(n -> Math.abs(n) <= Long.MAX_VALUE / DECIMAL).map(n -> n * DECIMAL);
        search(answer, chain, Long.MIN_VALUE, Long.MAX_VALUE, samples, n -> BigDecimal.exact(java.math.BigDecimal.valueOf(n, 9)));
      }
      default -> { }
    }
    return answer;
  }

  /** Bisects between the outermost accepted sample and its refused neighbour, on either side. */
  private static void search(
      Map<String, Object> answer, Chain chain, long lowest, long highest, LongStream samples, LongFunction<Object> value) {
    long[] all = samples.sorted().toArray();
    long[] accepted = Arrays.stream(all).filter(n -> accepts(chain, value.apply(n))).toArray();
    if (accepted.length == 0) {
      throw new IllegalStateException("no sample is accepted: " + chain.checks);
    }
    long first = accepted[0];
    long last = accepted[accepted.length - 1];
    answer.put("holes", Arrays.stream(all).filter(n -> first <= n && n <= last).count() > accepted.length);
    if (!accepts(chain, value.apply(lowest))) {
      answer.put("minimum", bound(bisect(chain, lowest, first, value), -1, value));
    }
    if (!accepts(chain, value.apply(highest))) {
      answer.put("maximum", bound(bisect(chain, highest, last, value), 1, value));
    }
  }

  /** Returns the accepted number whose neighbour towards refused is refused. */
  private static long bisect(Chain chain, long refused, long accepted, LongFunction<Object> value) {
    while (true) {
      long middle = (refused & accepted) + ((refused ^ accepted) >> 1); // their mean, without overflow
      if (middle == refused || middle == accepted) {
        return accepted;
      }
      if (accepts(chain, value.apply(middle))) {
        accepted = middle;
      } else {
        refused = middle;
      }
    }
  }

  /** A fraction next to a much shorter refused one means that the short one is the bound, itself refused. */
  private static Map<String, Object> bound(long accepted, int outwards, LongFunction<Object> value) {
    Object inside = value.apply(accepted);
    Object outside = value.apply(accepted + outwards);
    if (inside instanceof Double && outside.toString().length() < inside.toString().length()) {
      return Map.of("value", outside.equals(-0.0) ? "0.0" : outside.toString(), "exclusive", true);
    }
    return Map.of("value", inside.equals(-0.0) ? "0.0" : inside.toString(), "exclusive", false);
  }

  private static boolean accepts(Chain chain, Object value) {
    try {
      return chain.validators.stream().allMatch(validator -> (Boolean) validator.apply(value));
    } catch (RuntimeException refused) {
      return false;
    }
  }

  /** Numbers doubles in their order, so that a whole-number bisection walks over them. */
  private static long order(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }

  private static double ordered(long place) {
    return Double.longBitsToDouble(place >= 0 ? place : Long.MIN_VALUE - place);
  }
}
