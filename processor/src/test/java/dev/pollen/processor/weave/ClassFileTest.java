// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.processor.Javac;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.weave.analysis.ClassFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.TraceClassVisitor;

/** Class files newer than this weaver, and all in a class file that has nothing to do with async methods. */
class ClassFileTest {
    private static final int FUTURE_JAVA = 200;

    private static final String MEMBERS = """
            @Async static Future.OfInt work(int x) {
              int y = x;
              await(yieldNow());
              return Future.ready(y + await(one(x)));
            }
            """;

    private static final String RICH = """
            @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
            @java.lang.annotation.Target({java.lang.annotation.ElementType.TYPE_USE, java.lang.annotation.ElementType.PARAMETER})
            @interface Mark { String value() default "m"; }
            private final java.util.@Mark("field") List<@Mark String> list = new java.util.ArrayList<>();
            static final long CONSTANT = 5L;
            record Point(@Mark int x, java.util.List<@Mark("component") String> y) {}
            sealed interface Shape permits Circle, Square {}
            record Circle(int r) implements Shape {}
            static non-sealed class Square implements Shape {}
            class Inner<T extends Comparable<T>> { T t; }
            @Deprecated
            <T extends @Mark Number & Comparable<T>> void plain(final @Mark("p") T t, String... more) throws java.io.IOException {
              try {
                Runnable r = () -> list.add("" + (@Mark("cast") Object) t);
                r.run();
              } catch (@Mark IllegalStateException e) {
                throw new java.io.IOException(e);
              }
            }
            @Deprecated @Async
            <T extends Number> Future<java.util.List<@Mark T>> work(final @Mark T t) throws java.io.IOException {
              await(nothing());
              return Future.ready(java.util.List.of(t));
            }
            """;

    @TempDir
    Path output;

    @Test
    void anUnknownVersionIsReadAndKept() throws Exception {
        WovenSource source = WovenSource.of(output, MEMBERS);
        byte[] newer = withVersion(source.owner(), FUTURE_JAVA);
        assertThrows(IllegalArgumentException.class, () -> new ClassReader(newer));
        Rewoven woven = Rewoven.of(source, newer);
        assertEquals(List.of(), woven.errors(), woven.findings()::toString);
        assertEquals(FUTURE_JAVA, ClassFile.of(woven.bytes("T")).node(0).version);
        woven.replace("T", withVersion(woven.bytes("T"), Opcodes.V17));
        assertEquals(14, woven.run("work", 7));
    }

    @Test
    void previewClassesStayPreviewClasses() {
        WovenSource source = WovenSource.of(output, MEMBERS);
        byte[] preview = source.owner();
        preview[4] = (byte) 0xFF;
        preview[5] = (byte) 0xFF;
        Rewoven woven = Rewoven.of(source, preview);
        assertEquals(Set.of(), Set.copyOf(woven.errors()));
        int version = ClassFile.of(woven.bytes("T")).node(0).version;
        assertEquals(Opcodes.V_PREVIEW, version & Opcodes.V_PREVIEW);
    }

    private static byte[] withVersion(byte[] bytes, int major) {
        byte[] changed = bytes.clone();
        changed[6] = (byte) (major >>> 8);
        changed[7] = (byte) major;
        return changed;
    }

    @Test
    void whatIsNotAsyncIsCopied() {
        WovenSource source = WovenSource.of(output, RICH, "-g", "-parameters");
        assertEquals(
                List.of(),
                source.findings().stream()
                        .filter(finding ->
                                finding.message() != Message.MAY_ALLOCATE && finding.message() != Message.ALLOCATES)
                        .toList());
        ClassNode before = new ClassNode();
        new ClassReader(source.owner()).accept(before, 0);
        ClassNode after = new ClassNode();
        new ClassReader(source.classes().get("test/T")).accept(after, 0);
        after.invisibleAnnotations.removeIf(annotation -> annotation.desc.endsWith("/Woven;"));
        if (after.invisibleAnnotations.isEmpty()) {
            after.invisibleAnnotations = before.invisibleAnnotations;
        }
        Set<String> known = before.methods.stream().map(ClassFileTest::key).collect(Collectors.toSet());
        after.methods.removeIf(method -> !known.contains(key(method)));
        Stream.of(before, after)
                .flatMap(node -> node.methods.stream())
                .filter(method -> Set.of("work", "one", "text", "nothing").contains(method.name))
                .forEach(ClassFileTest::clear);
        assertEquals(text(before), text(after));
    }

    @Test
    void recordsAndSealedTypesStayWhatTheyAre() {
        for (String declaration :
                List.of("public record T(int a, String b)", "public sealed interface T permits T.U", "public enum T")) {
            String body = declaration.contains("interface")
                    ? "record U() implements T {}"
                    : declaration.contains("enum") ? "A { }, B;" : "";
            String text = WovenSource.text(
                            body + "@Async static Future.OfInt own(int x) { return Future.ready(await(one(x))); }")
                    .replace("public final class T", declaration);
            if (declaration.contains("enum")) {
                text = text.replace("A { }, B;", "").replace("enum T {", "enum T { A { }, B;");
            }
            List<byte[]> owners = new ArrayList<>();
            new Javac(output.resolve(Integer.toString(declaration.length())))
                    .processor((library, options) -> (owner, futures) -> {
                        Weave weave = new Weaver(library, options).weave(owner, futures);
                        owners.add(owner);
                        owners.add(weave.classes().get("test/T"));
                        return weave;
                    })
                    .compileText("test/T.java", text)
                    .silent();
            ClassNode before = ClassFile.of(owners.get(0)).node(0);
            ClassNode after = ClassFile.of(owners.get(1)).node(0);
            assertEquals(before.permittedSubclasses, after.permittedSubclasses);
            assertEquals(before.nestMembers, after.nestMembers);
            assertEquals(before.access, after.access);
            assertEquals(
                    before.recordComponents == null
                            ? null
                            : before.recordComponents.stream()
                                    .map(c -> c.name + c.descriptor)
                                    .toList(),
                    after.recordComponents == null
                            ? null
                            : after.recordComponents.stream()
                                    .map(c -> c.name + c.descriptor)
                                    .toList());
        }
    }

    @Test
    void anUnknownAttributeKeepsItsConstants() {
        WovenSource source = WovenSource.of(output, MEMBERS);
        ClassReader reader = new ClassReader(source.owner());
        ClassWriter writer = new ClassWriter(reader, 0);
        ClassNode node = new ClassNode();
        reader.accept(node, 0);
        node.attrs = new ArrayList<>(List.of(new Strange("kept")));
        node.accept(writer);
        Rewoven woven = Rewoven.of(source, writer.toByteArray());
        assertEquals(List.of(), woven.errors(), woven.findings()::toString);
        ClassNode after = new ClassNode();
        new ClassReader(woven.bytes("T")).accept(after, new Attribute[] {new Strange("")}, 0);
        assertEquals("kept", ((Strange) after.attrs.get(0)).text);
    }

    /** An attribute that names a constant, as most do. */
    private static final class Strange extends Attribute {
        private final String text;

        Strange(String text) {
            super("dev.pollen.test.Strange");
            this.text = text;
        }

        @Override
        protected Attribute read(ClassReader reader, int offset, int length, char[] buffer, int code, Label[] labels) {
            return new Strange(reader.readUTF8(offset, buffer));
        }

        @Override
        protected ByteVector write(ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
            return new ByteVector().putShort(writer.newUTF8(text));
        }
    }

    private static String key(MethodNode method) {
        return method.name + method.desc;
    }

    /** Leaves what stands outside of the code. */
    private static void clear(MethodNode method) {
        method.instructions.clear();
        method.tryCatchBlocks.clear();
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.maxLocals = 0;
        method.maxStack = 0;
    }

    private static String text(ClassNode node) {
        StringWriter text = new StringWriter();
        node.accept(new TraceClassVisitor(new PrintWriter(text)));
        return text.toString();
    }
}
