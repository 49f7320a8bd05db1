// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.processor.model.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each line of a program of {@code bad} gives the errors and warnings that its comment says, and there are no others; with
 * {@code -Apollen.alloc=report} also the notes. {@code // options: -x} adds an option to its build. Those of {@code bad21} need
 * Java 21.
 */
class BadProgramsTest {
    private static final Pattern ID = Pattern.compile("POLLEN-\\d{3}");

    private static final String NOTES = "-Apollen.alloc=report";

    /** What no source can provoke, with the tests that show it. */
    private static final Map<Message, String> ELSEWHERE = Map.of(
            Message.LEFT_UNWOVEN, "PluginTest.theSecondStepOfABuildInTwoStepsSaysThatWeavingIsLeft",
            Message.NOT_JAVAC, "EclipseBoxTest.onlyItsOwnFaultsAreLeftOut",
            Message.INTERNAL_ERROR, "FindingPositionsTest.aFailureOfTheWeaverIsPrintedAsOursAtTheMethod",
            Message.COMPILER_FAULT, "InputVerificationTest.aMethodThatWasBrokenBeforeIsTheCompilers",
            Message.BLOCKING_LIST, "AdviceTest.aLineThatIsNotUnderstoodIsSaidOnce",
            Message.COMMAND_FAILED, "MainTest.aFailureOfOursIsLabelledAsOurs",
            Message.STALE_OWNER, "CommandLineTest.weavesAgainWhatIsCompiledAgain",
            Message.NOT_WOVEN_AT_LOAD, "AgentTest.anAgentThatComesLaterSaysWhatItHasMissed",
            Message.OPTION, "FindingPositionsTest.anOptionWithAWrongValueIsAnError");

    @TempDir
    Path output;

    @Test
    void eachMessageHasAProgram() throws IOException {
        StringBuilder programs = new StringBuilder();
        for (String module : List.of("processor", "integration-tests")) {
            try (Stream<Path> files = Files.list(Path.of("..", module, "src/test/resources/bad"))) {
                for (Path file : files.sorted().toList()) {
                    programs.append(Files.readString(file));
                }
            }
        }
        List<Message> missing = new ArrayList<>();
        for (Message message : Message.values()) {
            boolean shown = ELSEWHERE.containsKey(message)
                    ? PitfallsTest.exists(ELSEWHERE.get(message))
                    : programs.indexOf("// " + message.id()) >= 0;
            if (!shown) {
                missing.add(message);
            }
        }
        assertEquals(List.of(), missing);
    }

    @TestFactory
    Stream<DynamicTest> bad() {
        List<Path> sources = new ArrayList<>(Build.sources("bad"));
        if (Runtime.version().feature() >= 21) {
            sources.addAll(Build.sources("bad21"));
        }
        return sources.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compile(file)));
    }

    private void compile(Path file) throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        List<String> lines = Files.readAllLines(file);
        String[] options = lines.stream()
                .filter(line -> line.startsWith("// options: "))
                .flatMap(line -> Stream.of(line.substring(12).split(" ")))
                .toArray(String[]::new);
        for (int i = 0; i < lines.size(); i++) {
            int comment = lines.get(i).indexOf("// POLLEN-");
            if (comment >= 0) {
                expected.add(
                        String.format(Locale.ROOT, "%3d %s", i + 1, lines.get(i).substring(comment + 3)));
            }
        }
        boolean notes = List.of(options).contains(NOTES);
        TreeSet<String> found = new TreeSet<>();
        new Build(output.resolve(file.getFileName().toString()))
                .woven().options(options).diagnose(List.of(file)).stream()
                        .filter(diagnostic -> counts(diagnostic, notes))
                        .forEach(diagnostic -> {
                            String text = diagnostic.getMessage(Locale.ROOT);
                            Matcher id = ID.matcher(text);
                            found.add(String.format(
                                    Locale.ROOT, "%3d %s", diagnostic.getLineNumber(), id.find() ? id.group() : text));
                        });
        assertEquals(String.join("\n", expected), String.join("\n", found));
    }

    private static boolean counts(Diagnostic<?> diagnostic, boolean notes) {
        return switch (diagnostic.getKind()) {
            case ERROR -> true;
            case WARNING, MANDATORY_WARNING -> isOurs(diagnostic);
            case NOTE -> notes && isOurs(diagnostic);
            case OTHER -> false;
        };
    }

    private static boolean isOurs(Diagnostic<?> diagnostic) {
        return ID.matcher(diagnostic.getMessage(Locale.ROOT)).find();
    }
}
