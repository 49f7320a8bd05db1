// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.it.language.Build;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
 * The catalogue {@code docs/diagnostics.md}: a section for each message, with its severity and template, an example that
 * gives it at the line which a comment marks, and one that gives no message. {@code -Dpollen.goldens=write} puts the
 * templates there, and sections for new messages.
 */
class DiagnosticsPageTest {
    private static final Path PAGE = Path.of("../docs/diagnostics.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (POLLEN-\\d{3})$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(java[a-z ]*)\n(.*?)^```$");
    private static final Pattern MARK = Pattern.compile("// (POLLEN-\\d{3})");
    private static final Pattern ID = Pattern.compile("POLLEN-\\d{3}");

    /** What no source of one file provokes on each JDK; {@code BadProgramsTest} and its like name the tests that show them. */
    private static final Set<Message> WITHOUT_EXAMPLES = EnumSet.of(
            Message.INTERNAL_ERROR,
            Message.NOT_PROCESSED,
            Message.LEFT_UNWOVEN,
            Message.COMPILER_FAULT,
            Message.BLOCKING_LIST,
            Message.COMMAND_FAILED,
            Message.STALE_OWNER,
            Message.NOT_JAVAC,
            Message.NOT_WOVEN_AT_LOAD);

    @TempDir
    Path output;

    @Test
    void eachMessageHasItsSection() throws IOException {
        String page = Files.readString(PAGE);
        StringBuilder expected = new StringBuilder(page.substring(0, start(page, 0)));
        for (Message message : Message.values()) {
            expected.append("## ").append(message.id()).append("\n\n").append(template(message));
            String section = section(page, message);
            expected.append(section == null ? "\nTODO\n\n" : section.substring(section.indexOf("\n```\n") + 5));
        }
        if ("write".equals(System.getProperty("pollen.goldens"))) {
            Files.writeString(PAGE, expected);
        } else {
            assertEquals(expected.toString(), page);
            assertFalse(page.contains("TODO"));
        }
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        String page = Files.readString(PAGE);
        String given = fences(page.substring(0, start(page, 0)), "java").get(0);
        List<DynamicTest> tests = new ArrayList<>();
        for (Message message : Message.values()) {
            String section = section(page, message);
            List<String> wrong = section == null ? List.of() : fences(section, "java wrong");
            List<String> right = section == null ? List.of() : fences(section, "java right");
            tests.add(DynamicTest.dynamicTest(message.id(), () -> {
                if (!WITHOUT_EXAMPLES.contains(message)) {
                    assertEquals(1, wrong.size(), "wrong");
                    assertEquals(1, right.size(), "right");
                }
                for (String example : wrong) {
                    assertTrue(example.contains("// " + message.id()), "the wrong line is not marked");
                    compile(message, given, example);
                }
                for (String example : right) {
                    assertFalse(MARK.matcher(example).find(), "the right example has a mark");
                    compile(message, given, example);
                }
            }));
        }
        return tests.stream();
    }

    /** Compiles the members of a class: the messages are those that comments mark. */
    private void compile(Message message, String given, String example) throws IOException {
        String source = "package example;\n" + given + "class Example extends Given {\n" + example + "}\n";
        Path file = output.resolve("example" + example.hashCode()).resolve("Example.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        List<String> lines = source.lines().toList();
        String[] options = lines.stream()
                .filter(line -> line.strip().startsWith("// options: "))
                .flatMap(line -> Stream.of(line.strip().substring(12).split(" ")))
                .toArray(String[]::new);
        TreeSet<String> expected = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (mark.find()) {
                expected.add(found(i + 1, mark.group(1)));
            }
        }
        TreeSet<String> found = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : new Build(file.resolveSibling("classes"))
                .woven()
                .options(options)
                .diagnose(List.of(file))) {
            String text = diagnostic.getMessage(Locale.ROOT);
            Matcher id = ID.matcher(text);
            boolean ours = id.find();
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR || ours && counts(message, id.group())) {
                // An option has no line.
                long line = diagnostic.getLineNumber() > 0 ? diagnostic.getLineNumber() : lineOfMark(lines);
                found.add(found(line, ours ? id.group() : text));
            }
        }
        assertEquals(String.join("\n", expected), String.join("\n", found), source);
    }

    /** Notes count where they are the subject. */
    private static boolean counts(Message message, String id) {
        for (Message other : Message.values()) {
            if (other.id().equals(id)) {
                return other == message || other.severity() != Severity.NOTE;
            }
        }
        throw new AssertionError(id);
    }

    private static String found(long line, String what) {
        return String.format(Locale.ROOT, "%3d %s", line, what);
    }

    private static int lineOfMark(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (MARK.matcher(lines.get(i)).find()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static List<String> fences(String text, String kind) {
        List<String> fences = new ArrayList<>();
        Matcher fence = FENCE.matcher(text);
        while (fence.find()) {
            if (fence.group(1).equals(kind)) {
                fences.add(fence.group(2));
            }
        }
        return fences;
    }

    private static String template(Message message) {
        String text = message.template().replaceAll("%(\\d\\$)?s", "<..>");
        return "```text\n" + message.severity().name().toLowerCase(Locale.ROOT) + ": " + text + "\n```\n";
    }

    private static String section(String page, Message message) {
        Matcher heading = HEADING.matcher(page);
        while (heading.find()) {
            if (heading.group(1).equals(message.id())) {
                return page.substring(heading.start(), start(page, heading.end()));
            }
        }
        return null;
    }

    /** Where the next section starts. */
    private static int start(String page, int from) {
        Matcher heading = HEADING.matcher(page);
        return heading.find(from) ? heading.start() : page.length();
    }
}
