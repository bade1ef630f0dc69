import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Reads properties files as Spark does, and says what it read.
 *
 * <p>Input: files, each a four-byte length and its bytes. Output, for each file: the number of
 * settings, or -1 where java.util.Properties throws; then key and value of each in the order of the
 * file, each a four-byte length and UTF-8. Halves of characters are written as U+FFFD.
 *
 * <p>With Spark's jars on the class path, each file is read by Spark's own
 * Utils.getPropertiesFromFile too, and a difference from what is said here ends the program.
 */
public final class Reference {
  public static void main(String[] args) throws Exception {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
    Spark spark = Spark.find();
    System.err.println(spark == null ? "java.util.Properties" : "java.util.Properties and " + spark);
    try {
      while (true) {
        byte[] file = new byte[in.readInt()];
        in.readFully(file);
        List<String[]> settings = read(file);
        if (spark != null) {
          spark.compare(file, settings);
        }
        write(out, settings);
        if (in.available() == 0) {
          out.flush();
        }
      }
    } catch (EOFException end) {
      out.flush();
    }
  }

  /** Returns the settings in order, duplicates and all; null where Properties throws. */
  private static List<String[]> read(byte[] file) throws IOException {
    List<String[]> settings = new ArrayList<>();
    Properties properties =
        new Properties() {
          @Override
          public Object put(Object key, Object value) {
            settings.add(new String[] {(String) key, trimExceptCRLF((String) value)});
            return super.put(key, value);
          }
        };
    try (InputStreamReader reader =
        new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
    return settings;
  }

  /** org.apache.spark.util.Utils.trimExceptCRLF. */
  private static String trimExceptCRLF(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isTrimmed(text.charAt(start))) {
      start++;
    }
    while (end > start && isTrimmed(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isTrimmed(char c) {
    return c <= ' ' && c != '\r' && c != '\n';
  }

  private static void write(DataOutputStream out, List<String[]> settings) throws IOException {
    if (settings == null) {
      out.writeInt(-1);
      return;
    }
    out.writeInt(settings.size());
    for (String[] setting : settings) {
      for (String text : setting) {
        byte[] bytes = wellFormed(text).getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    }
  }

  private static String wellFormed(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  /** Spark's own reader, by reflection, so that this file runs without Spark. */
  private record Spark(Object utils, Method read, Path file) {
    static Spark find() throws Exception {
      try {
        Class<?> type = Class.forName("org.apache.spark.util.Utils$");
        Path file = Files.createTempFile("propertiesref", ".conf");
        file.toFile().deleteOnExit();
        return new Spark(
            type.getField("MODULE$").get(null),
            type.getMethod("getPropertiesFromFile", String.class),
            file);
      } catch (ClassNotFoundException absent) {
        return null;
      }
    }

    void compare(byte[] bytes, List<String[]> settings) throws Exception {
      Files.write(file, bytes);
      Map<Object, Object> expected = null;
      if (settings != null) {
        expected = new HashMap<>();
        for (String[] setting : settings) {
          expected.put(setting[0], setting[1]);
        }
      }
      Map<Object, Object> actual;
      try {
        actual = entries(read.invoke(utils, file.toString()));
      } catch (java.lang.reflect.InvocationTargetException refused) {
        actual = null;
      }
      if (!java.util.Objects.equals(expected, actual)) {
        throw new IllegalStateException("Spark reads " + actual + ", not " + expected);
      }
    }

    /** A Scala map as a Java one. */
    private static Map<Object, Object> entries(Object scalaMap) throws Exception {
      Map<Object, Object> result = new HashMap<>();
      Object iterator = call(scalaMap, "scala.collection.Map", "iterator");
      while ((boolean) call(iterator, "scala.collection.Iterator", "hasNext")) {
        Object pair = call(iterator, "scala.collection.Iterator", "next");
        result.put(call(pair, "scala.Tuple2", "_1"), call(pair, "scala.Tuple2", "_2"));
      }
      return result;
    }

    private static Object call(Object on, String type, String method) throws Exception {
      return Class.forName(type).getMethod(method).invoke(on);
    }

    @Override
    public String toString() {
      return "Spark from " + utils.getClass().getProtectionDomain().getCodeSource().getLocation();
    }
  }
}
