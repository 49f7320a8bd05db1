// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of {@code box} as the Eclipse compiler compiles them, with our annotation processor, woven by the command
 * line, and compared with the blocking ones that javac compiles.
 */
class EclipseBoxTest {
    private static final int JDK = Runtime.version().feature();

    @TempDir
    static Path output;

    private static EclipseBuild build;
    private static Programs woven;
    private static Programs javac;
    private static Programs blocking;

    @BeforeAll
    static void compile() {
        List<Path> sources = new ArrayList<>(Program.sources(JDK, true));
        sources.addAll(Build.sources("box/support"));
        build = new EclipseBuild(output.resolve("eclipse"), JDK).compile(sources);
        System.out.println("REFUSED " + build.refused());
        woven = Programs.load(build.weave().loader(), false);
        System.out.println("FAILED " + build.failed());
        javac = Programs.load(
                new Build(output.resolve("javac")).woven().options("-g").compile(sources).loader(), false);
        Build reference = new Build(output.resolve("reference")).compilePlain(Build.sources("reference/dev/pollen"));
        Build plain = new Build(output.resolve("blocking"))
                .before(reference.classes())
                .compilePlain(BlockingSources.of(sources, output.resolve("coroutines")));
        blocking = Programs.load(plain.loader(), true);
    }

    @TestFactory
    Stream<DynamicTest> box() {
        return Program.of(JDK, true).stream()
                .filter(program -> !build.refused().contains(program.name()))
                .map(program -> DynamicTest.dynamicTest(
                        program.name(), () -> BoxComparison.all(program, woven, blocking, javac)));
    }
}
