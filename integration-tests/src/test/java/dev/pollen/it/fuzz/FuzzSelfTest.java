// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison bites: programs that differ from their twins in one event are found, and made smaller. */
class FuzzSelfTest {
    private static final int PROGRAMS = 8;

    @TempDir
    static Path output;

    private static Support support;

    @BeforeAll
    static void compileSupport() {
        support = new Support(output.resolve("support"));
    }

    private static FuzzProgram program(long seed) {
        return ProgramWriter.write("F" + seed, Choices.fresh(seed), false);
    }

    @Test
    void programsFollowFromTheirSeeds() {
        FuzzProgram program = program(7);
        assertEquals(program.woven(), program(7).woven());
        assertNotEquals(program.woven(), program(8).woven());
        int[] tape = program.choices().tape();
        FuzzProgram again = ProgramWriter.write("F7", Choices.replay(tape), false);
        assertEquals(program.woven(), again.woven());
        assertArrayEquals(tape, again.choices().tape());
    }

    @Test
    void equalProgramsDoNotFail() {
        assertTrue(failures("equal", "", "").isEmpty());
    }

    @Test
    void wrongValuesAreFound() {
        Collection<String> failures =
                failures("value", "return Future.ready(await(", "return Future.ready(\"x\" + await(");
        // Some end with an exception whatever happens.
        assertTrue(failures.size() > PROGRAMS / 2, () -> "only " + failures);
        failures.forEach(failure -> assertTrue(
                failure.contains("blocking: ") && failure.contains("woven: "),
                () -> "shows no difference: " + failure));
    }

    @Test
    void wrongEventsAreFoundInWhatRunsOnlyWhenCancelled() {
        assertSomeAre("cancelled", failures("cancel", "throw e;", "log(\"also cancelled\");\nthrow e;"));
    }

    @Test
    void wrongEventsAreFoundInWhatRunsOnlyWhenALeafThrows() {
        assertSomeAre("leaf", failures("throw", "throw escaped(e);", "log(\"also thrown\");\nthrow escaped(e);"));
    }

    @Test
    void wrongEventsAreFoundInGenerators() {
        List<FuzzProgram> consumers = LongStream.range(0, 200)
                .mapToObj(FuzzSelfTest::program)
                .filter(program -> program.woven().contains(".next()"))
                .limit(PROGRAMS)
                .toList();
        assertSomeAre("pending", failures("emit", consumers, "emit(", "log(\"also emitted\");\nemit("));
    }

    /** Many programs catch what happens in them; some do not. */
    private static void assertSomeAre(String run, Collection<String> failures) {
        assertTrue(failures.stream().anyMatch(failure -> failure.startsWith(run)), () -> "none: " + failures);
    }

    /** What is found when the last occurrence of a text in each woven program is another. */
    private static Collection<String> failures(String name, String text, String other) {
        return failures(
                name,
                LongStream.range(0, PROGRAMS).mapToObj(FuzzSelfTest::program).toList(),
                text,
                other);
    }

    private static Collection<String> failures(String name, List<FuzzProgram> programs, String text, String other) {
        List<FuzzProgram> mutants =
                programs.stream().map(program -> mutant(program, text, other)).toList();
        return Batch.compile(mutants, Variant.SLOTS, support, output.resolve(name))
                .run(new Coverage())
                .values();
    }

    private static FuzzProgram mutant(FuzzProgram program, String text, String other) {
        int last = program.woven().lastIndexOf(text);
        String woven =
                program.woven().substring(0, last) + other + program.woven().substring(last + text.length());
        return new FuzzProgram(program.name(), program.choices(), woven, program.blocking(), program.sites());
    }

    @Test
    void failuresAreMadeSmaller() {
        FuzzProgram program = LongStream.range(0, 100)
                .mapToObj(FuzzSelfTest::program)
                .filter(candidate -> candidate.woven().contains(" instanceof "))
                .findFirst()
                .orElseThrow();
        Shrinker shrinker = new Shrinker(FuzzSelfTest::withInstanceof, false);
        FuzzProgram smaller = shrinker.shrink(program, 200);
        assertTrue(smaller.woven().contains(" instanceof "));
        assertTrue(body(smaller) < body(program), () -> body(program) + " became\n" + smaller.woven());
    }

    private static Set<String> withInstanceof(List<FuzzProgram> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.woven().contains(" instanceof "))
                .map(FuzzProgram::name)
                .collect(Collectors.toSet());
    }

    /** How long the code is without what all programs have. */
    private static int body(FuzzProgram program) {
        return program.woven().length() - program.woven().indexOf("@Async");
    }
}
