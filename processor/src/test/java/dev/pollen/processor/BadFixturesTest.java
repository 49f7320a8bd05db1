// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.processor.model.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each file of {@code bad} says in trailing comments which errors its lines must give, with a part of their text where
 * that matters: {@code // POLLEN-003}, {@code // POLLEN-006 it returns String}. There must be no others.
 */
class BadFixturesTest {
    private static final Pattern COMMENT = Pattern.compile("// (POLLEN-\\d{3})((?:(?! // POLLEN-).)*)");

    /** What only the weaver or another build shows; each has a test of its own. */
    private static final Set<Message> ELSEWHERE = EnumSet.of(
            Message.VALUE_KEPT,
            Message.RECURSION,
            Message.BODY_TOO_LARGE,
            Message.BODY_LARGE,
            Message.MAY_ALLOCATE,
            Message.ALLOCATES,
            Message.COMPILER_FAULT,
            Message.COMMAND_FAILED,
            Message.STALE_OWNER,
            Message.NOT_JAVAC,
            Message.NOT_WOVEN_AT_LOAD,
            Message.OPEN_RECEIVERS,
            Message.INTERNAL_ERROR,
            Message.NOT_PROCESSED,
            Message.LEFT_UNWOVEN,
            Message.LOG_CONSTANT,
            Message.LOG_FORMAT,
            Message.LOG_COLLISION,
            Message.OPTION,
            Message.FUTURE_LOST,
            Message.TASK_LOST,
            Message.STREAM_LOST,
            Message.LOOP_NEVER_YIELDS,
            Message.BLOCKING_CALL,
            Message.BLOCKING_LIST,
            Message.LOCK_OVER_AWAIT,
            Message.CANCEL_UNSAFE,
            Message.CANCELLATION_SWALLOWED,
            Message.SHARED_STATE,
            Message.TASK_TOO_LARGE);

    @TempDir
    Path output;

    private record Expected(int line, String id, String text) {}

    @TestFactory
    Stream<DynamicTest> bad() {
        return Javac.javaFiles(Javac.resources("bad")).stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compareWithComments(file)));
    }

    @Test
    void eachMessageHasAFixture() throws IOException {
        StringBuilder fixtures = new StringBuilder();
        for (Path file : Javac.javaFiles(Javac.resources("bad"))) {
            fixtures.append(Files.readString(file));
        }
        for (Message message : EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE))) {
            assertTrue(fixtures.indexOf("// " + message.id()) >= 0, message + " has no fixture");
        }
    }

    private void compareWithComments(Path file) throws IOException {
        Javac.Result result = new Javac(output.resolve(file.getFileName().toString()))
                .processor(Javac.NO_WEAVING)
                .compile(List.of(file));
        List<Expected> missing = expected(file);
        List<String> unexpected = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : result.diagnostics()) {
            String text = diagnostic.getMessage(Locale.ROOT);
            boolean expected = missing.removeIf(expectation -> expectation.line() == diagnostic.getLineNumber()
                    && text.contains(expectation.id())
                    && text.contains(expectation.text()));
            if (!expected && diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                unexpected.add(diagnostic.toString());
            }
        }
        assertEquals(List.of(), missing, "missing");
        assertEquals(List.of(), unexpected, "unexpected");
    }

    private static List<Expected> expected(Path file) throws IOException {
        List<Expected> expected = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher comment = COMMENT.matcher(lines.get(i));
            while (comment.find()) {
                expected.add(
                        new Expected(i + 1, comment.group(1), comment.group(2).trim()));
            }
        }
        return expected;
    }
}
