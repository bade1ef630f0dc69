import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Puts questions of one kind to one Spark release: {@code java Ask ANSWERS KIND QUESTIONS FOLDER-OF-JARS…} reads
 * a JSON question a line and writes a JSON answer a line. The kind is a class beside this one.
 */
public final class Ask {
  /** A kind of question. What it throws is a defect of the asker: a refusal by Spark is an answer. */
  interface Kind {
    Object answer(JsonNode question) throws Exception;
  }

  /** A kind that wants every entry of the release to register itself first, whichever of them an application would load. */
  interface OfAllEntries extends Kind {}

  public static void main(String[] args) throws Exception {
    PrintStream err = System.err;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    int code = 0;
    try {
      String name = "Ask" + Character.toUpperCase(args[1].charAt(0)) + args[1].substring(1);
      Class<?> kindOf = Class.forName(name);
      if (OfAllEntries.class.isAssignableFrom(kindOf)) {
        Probe.initialize(Arrays.copyOfRange(args, 3, args.length));
      }
      Kind kind = (Kind) kindOf.getDeclaredConstructor().newInstance();
      answerAll(kind, Path.of(args[2]), Path.of(args[0]));
    } catch (Throwable fault) {
      fault.printStackTrace(err);
      code = 1;
    }
    err.flush();
    Runtime.getRuntime().halt(code); // whatever threads Spark has started
  }

  private static void answerAll(Kind kind, Path questions, Path answers) throws Exception {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    try (BufferedReader in = Files.newBufferedReader(questions);
        PrintWriter out = new PrintWriter(Files.newBufferedWriter(answers))) {
      for (String line; (line = in.readLine()) != null; ) {
        out.println(json.writeValueAsString(kind.answer(json.readTree(line))));
      }
    }
  }

  /** What an exception says: its message, or its class when it has none. */
  static String said(Throwable refusal) {
    return refusal.getMessage() != null ? refusal.getMessage() : refusal.getClass().getName();
  }
}
