import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Every string constant in Spark's classes that looks like a key, with the
 * classes that hold it: the way to notice keys that no registry lists.
 */
final class Literals {
  private static final Pattern KEY = Pattern.compile("spark\\.[a-z*][A-Za-z0-9_*-]*(\\.[A-Za-z0-9_*-]+)*\\.?");
  /** Classes that build keys from a part and such a suffix: spark.shuffle.io.mode from io.mode. */
  private static final Pattern BUILDER = Pattern.compile(".*\\.(TransportConf|RocksDBConf\\$|k8s\\.Config\\$|SparkTransportConf\\$|SSLOptions\\$|SharedMessageLoop)");
  private static final Pattern SUFFIX = Pattern.compile("(spark\\.\\*\\.|\\*?\\.)?([a-z][A-Za-z]*(\\.[A-Za-z]+)*)");

  private Literals() {}

  static Map<String, TreeSet<String>> in(List<File> jars) throws Exception {
    Map<String, TreeSet<String>> found = new TreeMap<>();
    for (File jar : jars) {
      try (ZipFile zip = new ZipFile(jar)) {
        for (ZipEntry file : java.util.Collections.list(zip.entries())) {
          String name = file.getName();
          if (name.endsWith(".class") && name.startsWith("org/apache/spark/")) {
            try (InputStream in = zip.getInputStream(file)) {
              collect(in.readAllBytes(), name.replace(".class", "").replace('/', '.'), found);
            }
          }
        }
      }
    }
    return found;
  }

  /** Walks a class file's constant pool (Java Virtual Machine Specification, 4.4). */
  private static void collect(byte[] bytes, String owner, Map<String, TreeSet<String>> found) throws Exception {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    in.skipBytes(8);
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      switch (in.readUnsignedByte()) {
        case 1 -> {
          note(in.readUTF().replace('\u0001', '*'), owner, found); // a concatenation's recipe has \1 for its arguments
        }
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
        case 5, 6 -> {
          in.skipBytes(8);
          i++; // eight-byte constants take two places
        }
        case 7, 8, 16, 19, 20 -> in.skipBytes(2);
        case 15 -> in.skipBytes(3);
        default -> throw new IllegalStateException("unknown constant in " + owner);
      }
    }
  }

  private static void note(String text, String owner, Map<String, TreeSet<String>> found) {
    Matcher suffix = SUFFIX.matcher(text);
    if (KEY.matcher(text).matches()) {
      found.computeIfAbsent(text, key -> new TreeSet<>()).add(owner);
    }
    if (BUILDER.matcher(owner).matches() && suffix.matches()) {
      found.computeIfAbsent(suffix.group(2), key -> new TreeSet<>()).add(owner);
    }
  }
}
