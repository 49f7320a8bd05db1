// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A class that was compiled by javac, changed as another compiler or tool may have made it, and then woven. */
final class Rewoven {
    private final Weave weave;
    private final Map<String, byte[]> classes = new LinkedHashMap<>();

    private Rewoven(Weave weave) {
        this.weave = weave;
        this.classes.putAll(weave.classes());
    }

    /** Changes the class {@code T} and weaves it. */
    static Rewoven of(WovenSource source, Consumer<ClassNode> change) {
        ClassNode owner = new ClassNode();
        new ClassReader(source.owner()).accept(owner, 0);
        change.accept(owner);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        owner.accept(writer);
        return of(source, writer.toByteArray());
    }

    /** Weaves what stands in place of the class {@code T}. */
    static Rewoven of(WovenSource source, byte[] owner) {
        return new Rewoven(new Weaver(source.library(), WeaveOptions.DEFAULT).weave(owner, source.futures()));
    }

    /** A method by its name. */
    static MethodNode method(ClassNode owner, String name) {
        return owner.methods.stream()
                .filter(method -> method.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The messages of the errors. */
    List<Message> errors() {
        return weave.findings().stream()
                .map(Finding::message)
                .filter(message -> message != Message.MAY_ALLOCATE && message != Message.ALLOCATES)
                .toList();
    }

    /** What the weaver says. */
    List<Finding> findings() {
        return weave.findings();
    }

    /** The bytes of a woven class. */
    byte[] bytes(String simpleName) {
        return classes.get("test/" + simpleName);
    }

    /** Replaces a woven class, as a tool does that runs after the weaver. */
    Rewoven replace(String simpleName, byte[] bytes) {
        classes.put("test/" + simpleName, bytes);
        return this;
    }

    /** Runs an async method of one int to its end, and gives what it returns. */
    Object run(String method, int argument) throws ReflectiveOperationException {
        assertEquals(List.of(), errors(), () -> weave.findings().toString());
        var declared = loader().loadClass("test.T").getDeclaredMethod(method, int.class);
        declared.setAccessible(true);
        Future<?> future = (Future<?>) declared.invoke(null, argument);
        Context cx = Context.of(() -> {});
        int polls = 0;
        while (future.poll(cx) == Poll.PENDING) {
            polls++;
            assertEquals(true, polls < 100_000, "endless");
        }
        return future.get();
    }

    /** Loads the woven classes beside the runtime. */
    ClassLoader loader() {
        return new ClassLoader(Future.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name.replace('.', '/'));
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }
}
