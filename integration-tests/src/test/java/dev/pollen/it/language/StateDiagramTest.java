// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.StateGraph;
import dev.pollen.processor.weave.classpath.ClassPath;
import dev.pollen.processor.weave.classpath.FrameFactsReader;
import dev.pollen.processor.weave.states.StateGraphReader;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The state diagrams of all programs of {@code box} beside what the programs do: each body is told to say from which state to
 * which it goes, and the programs run with leaves that are ready, pending and failing, and are cancelled where they wait.
 */
class StateDiagramTest {
    private static final int JDK = Runtime.version().feature();

    /** How many of the drawn edges these runs take, in percent; the others take what no leaf here does, such as to fail twice. */
    private static final int TAKEN = 70;

    /** More leaves than this tell nothing new. */
    private static final int MANY = 40;

    @TempDir
    static Path output;

    private static Set<String> drawn;
    private static Set<String> taken;

    @BeforeAll
    static void run() throws IOException, ReflectiveOperationException {
        Build build = WovenBox.in(output);
        build.woven().compile(Build.sources("recorder"));
        List<Path> classes = ClassPath.classFiles(output);
        drawn = drawn(classes);
        for (Path file : classes) {
            Files.write(file, telling(Files.readAllBytes(file)));
        }
        try (URLClassLoader loader = build.loader()) {
            Programs programs = Programs.load(loader, false);
            Program.of(JDK, true).forEach(program -> run(program, programs));
            Class<?> recorder = Class.forName("recorder.Transitions", true, loader);
            taken = new TreeSet<>(cast(recorder.getField("SEEN").get(null)));
        }
    }

    @SuppressWarnings("unchecked")
    private static Set<String> cast(Object set) {
        return (Set<String>) set;
    }

    private static void run(Program program, Programs programs) {
        for (int pends : new int[] {0, 1, 3}) {
            programs.complete(program, pends, 0);
        }
        int[] size = programs.measure(program);
        for (int failing = 1; failing <= Math.min(size[0], MANY); failing++) {
            programs.complete(program, 0, failing);
            programs.complete(program, 1, failing);
        }
        for (int suspension = 1; suspension <= Math.min(size[1], MANY); suspension++) {
            programs.cancel(program, suspension, true);
            programs.cancel(program, suspension, false);
        }
    }

    private static Set<String> drawn(List<Path> classes) throws IOException {
        Set<String> edges = new TreeSet<>();
        try (ClassPath path = ClassPath.of(List.of(output))) {
            for (Path file : classes) {
                FrameFacts facts =
                        FrameFactsReader.read(Files.readAllBytes(file)).orElse(null);
                if (facts != null) {
                    StateGraph graph = StateGraphReader.read(facts, path::find).orElseThrow();
                    assertEquals(facts.lines().size(), graph.states().size(), facts.method());
                    graph.edges().stream()
                            .filter(edge -> edge.to() != StateGraph.FAILED)
                            .forEach(edge -> edges.add(facts.future() + " " + edge.from() + " " + edge.to()));
                }
            }
        }
        return edges;
    }

    /** The same class, whose bodies say where they go before they do. */
    private static byte[] telling(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return name.endsWith("$poll") ? new Teller(next, descriptor) : next;
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Teller extends MethodVisitor {
        private final String frame;

        Teller(MethodVisitor next, String descriptor) {
            super(Opcodes.ASM9, next);
            frame = descriptor.substring(descriptor.indexOf('L') + 1, descriptor.indexOf(';'));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.PUTFIELD && owner.equals(frame) && name.equals("state")) {
                super.visitInsn(Opcodes.DUP2);
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC, "recorder/Transitions", "move", "(Ldev/pollen/StateMachine;I)V", false);
            }
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }
    }

    @Test
    void whateverHappensIsAnEdge() {
        assertTrue(taken.size() > 1_000, () -> "few moves were seen: " + taken.size());
        assertEquals(Set.of(), without(taken, drawn));
    }

    @Test
    void mostEdgesHappenInTheseRuns() {
        Set<String> never = without(drawn, taken);
        int percent = 100 - 100 * never.size() / drawn.size();
        System.out.println("state diagrams: " + drawn.size() + " edges, " + percent + " % of them taken");
        assertTrue(percent >= TAKEN, () -> percent + " % of " + drawn.size() + " edges; not " + never);
    }

    @Test
    void anEdgeThatIsLeftOutIsMissed() {
        String edge = taken.iterator().next();
        assertEquals(Set.of(edge), without(taken, without(drawn, Set.of(edge))));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
