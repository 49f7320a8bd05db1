// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.processor.weave.classpath.ClassFileLibrary;
import dev.pollen.processor.weave.classpath.ClassPath;
import java.io.InputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One class of each sort of method: which are woven, and what reflection and serialization see of them. */
final class ClassWeavingTest {
    @Test
    void methodsAreWovenOrLeftOutWithAReason() throws Exception {
        Map<String, String> reasons = new HashMap<>();
        weave(Sorts.class)
                .methods()
                .forEach((method, reason) -> reasons.put(
                        method.substring(0, method.indexOf('(')), reason == null ? "woven" : reason.name()));
        Map<String, String> expected = new HashMap<>();
        expected.put("<init>", "CONSTRUCTOR");
        expected.put("<clinit>", "INITIALISER");
        expected.put("isAbstract", "ABSTRACT");
        expected.put("isNative", "NATIVE");
        expected.put("isSynchronized", "MONITOR");
        expected.put("holdsAMonitor", "MONITOR");
        for (String name :
                List.of("get", "narrow", "wide", "floating", "thrown", "lambda$nested$0", "nested", "nothing")) {
            expected.put(name, "woven");
        }
        assertEquals(expected, reasons);
    }

    @Test
    void aWovenMethodDoesWhatItDid() throws Exception {
        Class<?> woven = load(Leaf.class, Sorts.class);
        Constructor<?> constructor = woven.getDeclaredConstructor();
        constructor.setAccessible(true);
        @SuppressWarnings("unchecked")
        Supplier<String> leaf = (Supplier<String>) constructor.newInstance();
        assertEquals(new Leaf().get(), leaf.get());
    }

    @Test
    void reflectionAndSerializationSeeWhatTheySaw() throws Exception {
        for (Class<?> original : List.of(Leaf.class, Sorts.class)) {
            Class<?> woven = load(original, Sorts.class, Leaf.class);
            assertEquals(declared(original), declared(woven));
            assertTrue(woven.getDeclaredMethods().length > original.getDeclaredMethods().length, "nothing was added");
            assertEquals(
                    ObjectStreamClass.lookup(original).getSerialVersionUID(),
                    ObjectStreamClass.lookup(woven).getSerialVersionUID());
        }
    }

    private static Set<String> declared(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::toGenericString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ClassWeaving.Result weave(Class<?> type) throws Exception {
        try (ClassPath path = ClassPath.of(Suite.classPath())) {
            return ClassWeaving.of(bytes(type), new ClassFileLibrary(path));
        }
    }

    private static byte[] bytes(Class<?> type) throws Exception {
        try (InputStream in = ClassWeavingTest.class
                .getClassLoader()
                .getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    /** Loads woven classes; the first is the answer. */
    private static Class<?> load(Class<?>... types) throws Exception {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (ClassPath path = ClassPath.of(Suite.classPath())) {
            ClassFileLibrary library = new ClassFileLibrary(path);
            for (Class<?> type : types) {
                ClassWeaving.of(bytes(type), library)
                        .hidden()
                        .forEach((name, bytes) -> classes.put(name.replace('/', '.'), bytes));
            }
        }
        ClassLoader loader = new ClassLoader(ClassWeavingTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                byte[] code = classes.get(name);
                if (code == null) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? defineClass(name, code, 0, code.length) : loaded;
            }
        };
        return loader.loadClass(types[0].getName());
    }

    /** All sorts of methods; it does not say its serialVersionUID, as most classes do not. */
    @SuppressWarnings("serial")
    abstract static class Sorts implements Supplier<String>, Serializable {
        private static final List<String> LIST = List.of("a", "b");

        abstract String isAbstract();

        native void isNative();

        synchronized void isSynchronized() {}

        int holdsAMonitor() {
            synchronized (this) {
                return LIST.size();
            }
        }

        char narrow(byte b, short s) {
            return (char) (b + s + LIST.size());
        }

        long wide(long l, double d) {
            return l + Math.round(d);
        }

        float floating(float f) {
            return Math.max(f, 1);
        }

        void nothing() {}

        String thrown(Object o) {
            try {
                return o.toString();
            } catch (NullPointerException e) {
                return "null" + new StringBuilder(isAbstract()).append(LIST);
            } finally {
                nothing();
            }
        }

        Supplier<String> nested(int n) {
            return () -> n + isAbstract();
        }

        @Override
        public String get() {
            return narrow((byte) 60, (short) 3)
                    + wide(1, 2.6)
                    + floating(0.5f)
                    + thrown(null)
                    + nested(holdsAMonitor()).get();
        }
    }

    /** Calls what it inherits. */
    @SuppressWarnings("serial")
    static final class Leaf extends Sorts {
        @Override
        String isAbstract() {
            return "leaf" + super.toString().isEmpty();
        }
    }
}
