// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of {@code box} as Eclipse's compiler compiles them, with our annotation processor, woven by the command line,
 * and compared with the blocking ones that javac compiles. Every third program is, once, with leaves that pend, throw, and are
 * cancelled; with {@code -Dpollen.eclipse=all} all of them are, in all that {@link BoxTest} does.
 */
class EclipseBoxTest {
    /** As new as both javac and Eclipse's compiler know. */
    private static final int JDK = Runtime.version().feature();

    private static final boolean ALL = "all".equals(System.getProperty("pollen.eclipse"));

    /** What Eclipse's compiler takes for wrong, without Pollen, too. */
    private static final Set<String> NOT_COMPILED = Set.of("BlockGeneric", "BlockInSwitch");

    /** What it compiles to code that no JVM takes, without Pollen, too. */
    private static final Set<String> NOT_SOUND = Set.of("StreamStack", "UnfinishedInLocals");

    /** What it compiles to something other than javac does, without Pollen, too. */
    private static final Set<String> OTHERWISE = JDK < 21
            ? Set.of("IntersectionCasts", "LongConcatenation")
            : Set.of("IntersectionCasts", "LongConcatenation", "RecordPatterns");

    /** It names the methods of lambdas {@code lambda$0}, and this program looks. */
    private static final String NAMES_OF_LAMBDAS = "BlockTraces";

    @TempDir
    static Path output;

    private static EclipseBuild build;
    private static Path unwoven;
    private static Programs woven;
    private static Programs javac;
    private static Programs blocking;
    private static Build reference;

    @BeforeAll
    static void compile() throws IOException {
        List<Path> sources = sources();
        build = new EclipseBuild(output.resolve("eclipse"), JDK).processor().compile(sources);
        unwoven = build.copy(output.resolve("unwoven"));
        woven = Programs.load(build.weave().loader(), false);
        javac = ALL ? javac(sources) : woven;
        reference = new Build(output.resolve("reference")).compilePlain(Build.sources("reference/dev/pollen"));
        Build plain = new Build(output.resolve("blocking"))
                .before(reference.classes())
                .compilePlain(BlockingSources.of(sources, output.resolve("coroutines")));
        blocking = Programs.load(plain.loader(), true);
    }

    private static List<Path> sources() {
        List<Path> sources = new ArrayList<>();
        List<Path> all = Program.sources(JDK, true);
        for (int i = 0; i < all.size(); i++) {
            if (ALL || i % 3 == 0 || isNamed(name(all.get(i)))) {
                sources.add(all.get(i));
            }
        }
        sources.addAll(Build.sources("box/support"));
        return sources;
    }

    private static boolean isNamed(String program) {
        return NOT_COMPILED.contains(program)
                || NOT_SOUND.contains(program)
                || OTHERWISE.contains(program)
                || program.equals(NAMES_OF_LAMBDAS);
    }

    private static String name(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static List<Program> programs() {
        List<String> compiled = sources().stream().map(EclipseBoxTest::name).toList();
        return Program.of(JDK, true).stream()
                .filter(program -> compiled.contains(program.name()))
                .toList();
    }

    private static Programs javac(List<Path> sources) {
        Build build = new Build(output.resolve("javac")).woven().options("-g").compile(sources);
        return Programs.load(build.loader(), false);
    }

    @Test
    void onlyItsOwnFaultsAreLeftOut() {
        assertEquals(NOT_COMPILED, build.refused());
        assertEquals(NOT_SOUND.stream().map(name -> name + " POLLEN-041").collect(Collectors.toSet()), build.failed());
        assertTrue(build.said().contains("POLLEN-058: this compiler is not javac"), build.said());
    }

    @TestFactory
    Stream<DynamicTest> box() {
        return programs().stream()
                .filter(program -> !isNamed(program.name()))
                .map(program -> DynamicTest.dynamicTest(program.name(), () -> {
                    if (ALL) {
                        BoxComparison.all(program, woven, blocking, javac);
                    } else {
                        BoxComparison.brief(program, woven, blocking);
                    }
                }));
    }

    @Test
    void tracesNameItsLambdas() {
        String log = woven.complete(program(NAMES_OF_LAMBDAS), 1, 0);
        assertTrue(log.contains("box.BlockTraces.lambda$0$poll(BlockTraces.java:"), log);
    }

    /** Woven they do what they do blocking, when the same compiler compiles both. */
    @Test
    void itsOwnWaysStay() {
        List<Path> sources = new ArrayList<>(Build.sources("box/support"));
        Program.sources(JDK, true).stream()
                .filter(source -> OTHERWISE.contains(name(source)))
                .forEach(sources::add);
        EclipseBuild plain = new EclipseBuild(output.resolve("otherwise"), JDK)
                .before(reference.classes())
                .compile(sources);
        Programs expected = Programs.load(plain.loader(), true);
        for (String name : OTHERWISE) {
            String log = expected.complete(program(name), 1, 0);
            assertTrue(!log.endsWith("value OK"), log);
            assertEquals(log, woven.complete(program(name), 1, 0));
        }
    }

    @Test
    void theAgentWeavesTheSameBytes() throws IOException {
        Path dump = output.resolve("dump");
        build.loadWithAgent(unwoven, dump);
        int same = 0;
        for (Path file : EclipseBuild.classFiles(build.classes())) {
            String name = build.classes().relativize(file).toString();
            Path other = Files.exists(dump.resolve(name)) ? dump.resolve(name) : unwoven.resolve(name);
            assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other), name);
            same += Files.exists(dump.resolve(name)) ? 1 : 0;
        }
        assertEquals(EclipseBuild.classFiles(dump).size(), same);
        assertTrue(same > sources().size(), () -> "only some are woven");
    }

    private static Program program(String name) {
        return programs().stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
