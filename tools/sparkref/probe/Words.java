import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import scala.Function1;

/**
 * What an entry's own code does to a text, found by trying it with the words that are probably allowed: those
 * that it lists, its default, and those that the messages of its checks name.
 */
final class Words {
  /** Words of several forms that no message names. */
  private static final List<String> NONE = List.of("\u2205", "/\u2205/", "qx", "QX", "7", "a.b");

  private Words() {}

  static List<String> candidates(Chain chain, String ofDefault) {
    List<String> words = new ArrayList<>();
    if (chain.values != null) {
      words.addAll(chain.values);
    } else {
      words.add("Aa");
      if (ofDefault != null && !ofDefault.startsWith("<")) {
        words.add(ofDefault);
      }
    }
    words.addAll(named(chain));
    return words;
  }

  private static List<String> named(Chain chain) {
    return Arrays.stream(String.join(" ", chain.checks).split("\\W+")).filter(word -> !word.isEmpty()).toList();
  }

  /** "lower" or "upper" when every spelling of a word becomes that one; else empty. */
  static String folding(Function1<String, Object> converter, List<String> words) {
    String folding = "";
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      String upper = word.toUpperCase(Locale.ROOT);
      Object ofLower = apply(converter, lower);
      Object ofUpper = apply(converter, upper);
      if (lower.equals(upper) || ofLower == null || ofUpper == null) {
        continue; // one of the spellings is not allowed: another word may tell
      }
      if (!ofLower.equals(ofUpper)) {
        return "";
      }
      folding = ofLower.toString().equals(upper) ? "upper" : "lower";
    }
    return folding;
  }

  /** Whether blanks around a word are dropped; those around the elements of a list always are. */
  static boolean trims(Function1<String, Object> converter, Chain chain, List<String> words) {
    UnaryOperator<String> blank = word -> " " + word + " ";
    return !chain.list && words.stream().anyMatch(word ->
        apply(converter, word) != null && apply(converter, word).equals(apply(converter, blank.apply(word))));
  }

  /**
   * The words that a check allows, where it allows nothing but words that its message names; else null. A
   * default that is not among them means that the message only gives examples.
   */
  static List<String> allowed(Function1<String, Object> converter, Chain chain, String ofDefault) {
    if (NONE.stream().anyMatch(word -> apply(converter, word) != null)) {
      return null; // what is asked for is a form, not one of some words
    }
    TreeSet<String> allowed = new TreeSet<>();
    for (String word : named(chain)) {
      Object value = apply(converter, word);
      if (value != null && !value.toString().isEmpty()) {
        allowed.add(chain.list ? word : value.toString());
      }
    }
    Object value = ofDefault == null ? null : apply(converter, ofDefault);
    boolean examples = value != null && !chain.list && !allowed.contains(value.toString());
    return examples || allowed.isEmpty() ? null : List.copyOf(allowed);
  }

  private static Object apply(Function1<String, Object> converter, String word) {
    try {
      return converter.apply(word);
    } catch (RuntimeException refused) {
      return null;
    }
  }
}
