// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.it.language.Build;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The comments above the methods of {@code bytecode} count what the weaver makes of them.
 *
 * <pre>
 *   // fields: 1 long, 2 Timer            the fields of the frame, but for its position and receiver
 *   // code: 1 tableswitch, 2 Timer.poll   of the instructions of the body, those that are named
 * </pre>
 */
class BytecodeTest {
    private static final Pattern METHOD =
            Pattern.compile("(?m)((?:^ +// (?:fields|code): .*\\n)+)[^(]*?(\\w+)\\((?!.*= )");
    private static final Pattern FIELD = Pattern.compile("(?m)^  (?!.*static)(?:\\w+ )*?([\\w.$\\[\\]]+) ([\\w$]+);$");

    @TempDir
    static Path output;

    @TestFactory
    Stream<DynamicTest> counted() throws IOException {
        List<Path> sources = Build.sources("bytecode");
        Build build = new Build(output).woven().options("-g").compile(sources);
        List<DynamicTest> tests = new ArrayList<>();
        for (Path source : sources) {
            String name = source.getFileName().toString().replace(".java", "");
            String text = Files.readString(source);
            String bodies = javap(build.classes().resolve("bytecode/" + name + ".class"));
            Matcher method = METHOD.matcher(text);
            while (method.find()) {
                String comments = method.group(1);
                String called = method.group(2);
                String frame = javap(build.classes().resolve("bytecode/" + name + "_" + called + ".class"));
                tests.add(DynamicTest.dynamicTest(name + "." + called, () -> {
                    assertEquals(sorted(comment(comments, "fields")), fields(frame));
                    String code = comment(comments, "code");
                    assertEquals(sorted(code), instructions(body(bodies, called), code));
                }));
            }
            assertEquals(text.split("// fields: ").length - 1, tests.size(), name);
        }
        return tests.stream();
    }

    @Test
    void aFieldMoreIsSeen() {
        String frame =
                "  int state;\n  private final dev.pollen.time.Timer child$0;\n  long j$0;\n  static int POOL;\n";
        assertEquals(sorted("1 Timer, 1 long"), fields(frame));
        assertTrue(!fields(frame + "  long j$1;\n").equals(fields(frame)));
    }

    private static String comment(String comments, String key) {
        Matcher comment = Pattern.compile("// " + key + ": (.*)").matcher(comments);
        return comment.find() ? comment.group(1) : "";
    }

    private static String sorted(String counts) {
        return String.join(", ", Stream.of(counts.split(", ")).sorted().toList());
    }

    private static String fields(String frame) {
        Map<String, Integer> counts = new TreeMap<>();
        Matcher field = FIELD.matcher(frame);
        while (field.find()) {
            if (!List.of("state", "self").contains(field.group(2))) {
                counts.merge(field.group(1).replaceAll("[\\w.]*[.$]", ""), 1, Integer::sum);
            }
        }
        return text(counts);
    }

    /** How often the instructions occur that a comment names: by mnemonic, or as Class.method for calls. */
    private static String instructions(String body, String named) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String count : named.isEmpty() ? List.<String>of() : List.of(named.split(", "))) {
            String what = count.substring(count.indexOf(' ') + 1);
            String found = what.contains(".")
                    ? "invoke\\w+ .*[/$ ]" + what.replace(".", "\\.") + ":"
                    : "\\d+: " + what + "\\b";
            counts.put(
                    what, (int) Pattern.compile(found).matcher(body).results().count());
        }
        return text(counts);
    }

    private static String text(Map<String, Integer> counts) {
        return sorted(String.join(
                ", ",
                counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .toList()));
    }

    private static String body(String owner, String method) {
        int start = owner.indexOf(" " + method + "$poll(");
        assertTrue(start > 0, () -> "no body of " + method + " in " + owner);
        int end = owner.indexOf("\n\n", start);
        return owner.substring(start, end < 0 ? owner.length() : end);
    }

    private static String javap(Path file) {
        StringWriter text = new StringWriter();
        ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
        int exit = javap.run(new PrintWriter(text), new PrintWriter(text), "-c", "-p", file.toString());
        assertEquals(0, exit, text::toString);
        return text.toString();
    }
}
