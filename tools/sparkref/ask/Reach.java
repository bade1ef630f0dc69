import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import scala.Option;

/**
 * Calls what is private to Spark, whatever the release's parameters are: each parameter gets the first of the offered
 * things that fits it and no parameter before took, and what nobody offers is None, false or zero.
 */
final class Reach {
  private Reach() {}

  /** Makes an object by the constructor that has the most parameters. */
  static Object make(String name, Object... offered) throws Exception {
    Constructor<?>[] all = Class.forName(name).getDeclaredConstructors();
    Constructor<?> widest = Arrays.stream(all).max((a, b) -> a.getParameterCount() - b.getParameterCount()).orElseThrow();
    widest.setAccessible(true);
    return told(() -> widest.newInstance(fill(widest, offered)));
  }

  /** Calls a method of an object. */
  static Object call(Object on, String name, Object... offered) throws Exception {
    for (Class<?> c = on.getClass(); c != null; c = c.getSuperclass()) {
      for (Method method : c.getDeclaredMethods()) {
        if (method.getName().equals(name)) {
          method.setAccessible(true);
          return told(() -> method.invoke(on, fill(method, offered)));
        }
      }
    }
    throw new NoSuchMethodException(on.getClass() + "." + name);
  }

  /** The Scala object of a name. */
  static Object object(String name) throws Exception {
    return Class.forName(name + "$").getField("MODULE$").get(null);
  }

  /** What stands in a field. */
  static Object field(Object of, String name) throws Exception {
    for (Class<?> c = of.getClass(); c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(of);
        }
      }
    }
    throw new NoSuchFieldException(of.getClass() + "." + name);
  }

  /** Whether the class of an object declares a method or field. */
  static boolean has(Object on, String name) {
    List<String> names = new ArrayList<>();
    Arrays.stream(on.getClass().getDeclaredMethods()).forEach(m -> names.add(m.getName()));
    Arrays.stream(on.getClass().getDeclaredFields()).forEach(f -> names.add(f.getName()));
    return names.contains(name);
  }

  private static Object[] fill(Executable callee, Object[] offered) {
    LinkedList<Object> left = new LinkedList<>(Arrays.asList(offered));
    Class<?>[] parameters = callee.getParameterTypes();
    Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      Class<?> wanted = boxed(parameters[i]);
      Object found = left.stream().filter(wanted::isInstance).findFirst().orElse(null);
      left.removeFirstOccurrence(found);
      arguments[i] = found != null ? found : nothing(parameters[i]);
    }
    return arguments;
  }

  private static Class<?> boxed(Class<?> type) {
    return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
  }

  private static Object nothing(Class<?> type) {
    if (type == Option.class) {
      return Option.empty();
    }
    return type.isPrimitive() ? java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0) : null;
  }

  private interface Invocation {
    Object run() throws Exception;
  }

  /** What Spark throws, and not that it threw. */
  private static Object told(Invocation invocation) throws Exception {
    try {
      return invocation.run();
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof Exception exception) {
        throw exception;
      }
      throw new Refusal(thrown.getCause());
    }
  }

  /** A refusal by assertion or by a class that does not initialise. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    Refusal(Throwable cause) {
      super(Ask.said(cause), cause);
    }
  }
}
