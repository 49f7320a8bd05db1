// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.processor.Javac;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.weave.classpath.ClassFileLibrary;
import dev.pollen.processor.weave.classpath.ClassPath;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class that was compiled and woven within javac, with what the weaver was given and what it gave. The source has the
 * members of a class {@code T} alone; {@code one(int)} and {@code text()} are async methods that it can await.
 */
public final class WovenSource {
    private static final String FRAME = """
            package test;
            import static dev.pollen.Pollen.await;
            import static dev.pollen.futures.Futures.*;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            public final class T {
              @Async static Future.OfInt one(int x) { return Future.ready(x); }
              @Async static Future<String> text() { return Future.ready("t"); }
              @Async static Future<Void> nothing() { return Future.done(); }
            %s
            }
            """;

    private final byte[] owner;
    private final Map<String, byte[]> futures;
    private final Weave woven;
    private final Path classes;

    private WovenSource(byte[] owner, Map<String, byte[]> futures, Weave woven, Path classes) {
        this.classes = classes;
        this.owner = owner;
        this.futures = futures;
        this.woven = woven;
    }

    /** Compiles and weaves. */
    public static WovenSource of(Path output, String members, String... options) {
        WovenSource[] result = new WovenSource[1];
        new Javac(output)
                .options(options)
                .processor((library, set) -> (owner, futures) -> {
                    Weave woven = new Weaver(library, set).weave(owner, futures);
                    result[0] = new WovenSource(owner, futures, woven, output.resolve("classes"));
                    return woven;
                })
                .compileText("test/T.java", text(members));
        return result[0];
    }

    /** The source of the class. */
    static String text(String members) {
        return String.format(FRAME, members);
    }

    /** What the weaver says. */
    public List<Finding> findings() {
        return woven.findings();
    }

    /** The woven classes by internal name. */
    public Map<String, byte[]> classes() {
        return woven.classes();
    }

    /** What was woven. */
    public byte[] owner() {
        return owner.clone();
    }

    /** The Future classes as javac compiled them. */
    public Map<String, byte[]> futures() {
        return new LinkedHashMap<>(futures);
    }

    /** The class files of the test and of the runtime; javac's own library ends with javac. */
    public Library library() {
        return new ClassFileLibrary(ClassPath.of(List.of(classes, location(Future.class), location(Async.class))));
    }

    private static Path location(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** A woven class. */
    public ClassNode node(String simpleName) {
        ClassNode node = new ClassNode();
        new ClassReader(woven.classes().get("test/" + simpleName)).accept(node, ClassReader.EXPAND_FRAMES);
        return node;
    }

    /** The body of an async method. */
    public MethodNode body(String method) {
        return node("T").methods.stream()
                .filter(m -> m.name.equals(method + "$poll"))
                .findFirst()
                .orElseThrow();
    }

    /** The types of the fields of a method's frame, in the order of their declaration, without the state. */
    public List<String> fields(String method) {
        return node("T_" + method).fields.stream()
                .filter(field -> !field.name.equals("state"))
                .map(field -> field.name + " " + field.desc)
                .toList();
    }

    /** Loads the woven classes beside the runtime. */
    public ClassLoader load() {
        return new ClassLoader(Future.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = woven.classes().get(name.replace('.', '/'));
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    /** Calls an async method without parameters. */
    public Future<?> call(String method) throws ReflectiveOperationException {
        var declared = load().loadClass("test.T").getDeclaredMethod(method);
        declared.setAccessible(true);
        return (Future<?>) declared.invoke(null);
    }
}
