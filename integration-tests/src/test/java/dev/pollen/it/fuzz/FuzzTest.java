// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs run woven as they run blocking: 2,000 of them, or 1,000 on each of two JDKs. The seeds are the same in each
 * build:
 *
 * <pre>
 *   -Dpollen.fuzz.programs=20000     as many as you like
 *   -Dpollen.fuzz.seed=4711          from another seed on; "random" for a new one
 * </pre>
 *
 * <p>A program that fails stands in {@code target/fuzz}, as it was written and made smaller.
 */
class FuzzTest {
    /** Where the build runs the tests on two JDKs each has half of the programs, the newer one the second half. */
    private static final boolean HALF = "false".equals(System.getProperty("pollen.other.java.missing"));

    private static final int USUAL = HALF ? 1000 : 2000;
    private static final int PROGRAMS = Integer.getInteger("pollen.fuzz.programs", USUAL);
    private static final long SEED = seed(
            System.getProperty("pollen.fuzz.seed", HALF && Runtime.version().feature() == 25 ? "1000" : "0"));
    private static final boolean PATTERNS = Runtime.version().feature() >= 21;

    /** How many different awaits must have run in each form; two halves together have as many as the whole. */
    private static final int ENOUGH = HALF ? 3 : 5;

    private static final Pattern ID = Pattern.compile("POLLEN-\\d{3}");

    @TempDir
    static Path output;

    private static Support support;

    private final Coverage coverage = new Coverage();
    private CompletableFuture<Batch> ahead;
    private int refused;

    private static long seed(String seed) {
        return seed.equals("random") ? ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE) : Long.parseLong(seed);
    }

    @BeforeAll
    static void compileSupport() {
        support = new Support(output.resolve("support"));
    }

    @TestFactory
    Stream<DynamicTest> batches() {
        List<Long> firsts = new ArrayList<>();
        for (long first = SEED; first < SEED + PROGRAMS; first = next(first)) {
            firsts.add(first);
        }
        ahead = compile(SEED);
        Stream<DynamicTest> batches =
                firsts.stream().map(first -> DynamicTest.dynamicTest("seeds from " + first, () -> check(first)));
        // A few programs need not have everything.
        return PROGRAMS < USUAL
                ? batches
                : Stream.concat(batches, Stream.of(DynamicTest.dynamicTest("coverage", this::checkCoverage)));
    }

    /** The first seed of the next batch: what is compiled together is compiled alike. */
    private static long next(long first) {
        return Math.min(SEED + PROGRAMS, first - first % Variant.BATCH + Variant.BATCH);
    }

    /** While one batch runs the next is compiled. */
    private static CompletableFuture<Batch> compile(long first) {
        return CompletableFuture.supplyAsync(() -> {
            List<FuzzProgram> programs = new ArrayList<>();
            for (long seed = first; seed < next(first); seed++) {
                programs.add(ProgramWriter.write("F" + seed, Choices.fresh(seed), PATTERNS));
            }
            return Batch.compile(programs, Variant.of(first), support, output.resolve("batch" + first));
        });
    }

    private void check(long first) throws IOException {
        Batch batch = ahead.join();
        if (next(first) < SEED + PROGRAMS) {
            ahead = compile(next(first));
        }
        refused += batch.refused();
        // These are javac's own crashes on ordinary sources: more than one in a hundred on JDK 25.
        assertTrue(refused <= 5 + (first - SEED) / 50, () -> "javac fails on too many programs: " + refused);
        StringBuilder report = new StringBuilder();
        for (Map.Entry<FuzzProgram, String> failure : batch.run(coverage).entrySet()) {
            report.append(report(failure.getKey(), failure.getValue(), Variant.of(first)));
        }
        assertEquals("", report.toString());
    }

    private static String report(FuzzProgram program, String failure, Variant variant) throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "fuzz", program.name()));
        Files.writeString(directory.resolve(program.name() + ".java"), program.woven());
        FuzzProgram smaller = new Shrinker(some -> failing(some, kind(failure), variant), PATTERNS).shrink(program, 40);
        Files.writeString(directory.resolve("Smaller.java"), smaller.woven());
        Files.writeString(directory.resolve("failure.txt"), failure + "\n");
        return "\nseed " + program.name().substring(1) + ", " + variant + ": " + failure + "\n  see " + directory
                + "\n  again: mvn -pl integration-tests -am test -Dtest=FuzzTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dpollen.fuzz.programs=1 -Dpollen.fuzz.seed="
                + program.name().substring(1) + "\n";
    }

    private static Set<String> failing(List<FuzzProgram> candidates, String kind, Variant variant) {
        Path directory = output.resolve("shrink").resolve(candidates.get(0).name());
        Map<FuzzProgram, String> failures =
                Batch.compile(candidates, variant, support, directory).run(new Coverage());
        return failures.entrySet().stream()
                .filter(failure -> kind(failure.getValue()).equals(kind))
                .map(failure -> failure.getKey().name())
                .collect(Collectors.toSet());
    }

    /** What stays the same when a program gets smaller: a message of the compiler, or that something differs. */
    private static String kind(String failure) {
        Matcher id = ID.matcher(failure);
        return id.find() ? id.group() : failure.contains("\n  woven: ") ? "difference" : failure;
    }

    private void checkCoverage() {
        List<String> rare = new ArrayList<>();
        for (Form form : Form.values()) {
            boolean possible = PATTERNS || form != Form.SWITCH_PATTERN && form != Form.SWITCH_PATTERN_VALUE;
            if (possible && coverage.of(form) < ENOUGH) {
                rare.add(form + " " + coverage.of(form));
            }
        }
        assertTrue(rare.isEmpty(), () -> "forms with too few awaits that ran: " + rare);
    }
}
