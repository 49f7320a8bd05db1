// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.advice;

import dev.pollen.processor.model.Library;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * The methods that block a thread, line by line:
 *
 * <pre>
 *   # a comment
 *   java.lang.Thread.sleep                    await(Timer.afterMillis(..))      a method, and what to write instead
 *   java.util.concurrent.BlockingQueue.poll(long, java.util.concurrent.TimeUnit)     one overload
 *   !java.io.ByteArrayInputStream.read                                          this one does not block
 * </pre>
 *
 * <p>Of the classes between a call's and those above, the nearest that a line names decides. Ours is beside this class; users
 * have theirs as {@code META-INF/pollen/blocking.txt} on the class path, and what they say comes before what we do.
 */
final class BlockingMethods {
    /** Where users have their list. */
    static final String RESOURCE = "META-INF/pollen/blocking.txt";

    private static final Pattern LINE =
            Pattern.compile("(!?)\\s*([\\w$.]+)\\.([\\w$]+|<init>)(?:\\(([\\w$.,\\[\\] ]*)\\))?(?:\\s+(.*))?");

    private final Map<String, List<Entry>> byName = new HashMap<>();
    private final List<String> wrongLines = new ArrayList<>();

    /**
     * One line.
     *
     * @param owner internal name of the class
     * @param parameters the parameters' types as source has them; null for all overloads
     * @param answer what to write instead; empty for nothing in particular, null for a method that does not block
     */
    private record Entry(
            String owner,
            @Nullable List<String> parameters,
            @Nullable String answer) {
        boolean fits(String type, String descriptor) {
            return owner.equals(type)
                    && (parameters == null
                            || parameters.equals(Stream.of(Type.getArgumentTypes(descriptor))
                                    .map(Type::getClassName)
                                    .toList()));
        }
    }

    private BlockingMethods() {}

    /**
     * Reads all lists.
     *
     * @param library where those of users are
     * @return what they say together
     */
    static BlockingMethods read(Library library) {
        BlockingMethods methods = new BlockingMethods();
        try {
            library.resources(RESOURCE).forEach(text -> methods.add(RESOURCE, text));
        } catch (UncheckedIOException e) {
            methods.wrongLines.add(
                    RESOURCE + " is there, cannot be read (" + e.getCause().getMessage() + "), and does not count");
        }
        methods.add("blocking.txt", standard());
        return methods;
    }

    private static String standard() {
        try (InputStream text =
                Objects.requireNonNull(BlockingMethods.class.getResourceAsStream("blocking.txt"), "blocking.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String file, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                byName.computeIfAbsent(matcher.group(3), n -> new ArrayList<>()).add(entry(matcher));
            } else {
                wrongLines.add("line " + (i + 1) + " of " + file + ": " + line + " is not understood");
            }
        }
    }

    private static Entry entry(Matcher line) {
        List<String> parameters = line.group(4) == null
                ? null
                : Stream.of(line.group(4).split(","))
                        .map(String::strip)
                        .filter(type -> !type.isEmpty())
                        .collect(Collectors.toUnmodifiableList());
        String answer = line.group(5) == null ? "" : line.group(5).strip();
        return new Entry(
                line.group(2).replace('.', '/'), parameters, line.group(1).isEmpty() ? answer : null);
    }

    /** Whether any method of this name blocks. */
    boolean mayBlock(String name) {
        return byName.containsKey(name);
    }

    /**
     * Whether a call blocks, and what to write instead.
     *
     * @param name the method's name
     * @param descriptor its descriptor
     * @param types the class that it is called on and all above, nearest first
     * @return what to write; empty for nothing in particular, null for a call that does not block
     */
    @Nullable
    String answer(String name, String descriptor, Set<String> types) {
        List<Entry> entries = byName.getOrDefault(name, List.of());
        for (String type : types) {
            for (Entry entry : entries) {
                if (entry.fits(type, descriptor)) {
                    return entry.answer();
                }
            }
        }
        return null;
    }

    /** The lines that are not understood, and the list that cannot be read, the first time that somebody asks. */
    List<String> takeWrongLines() {
        List<String> wrong = List.copyOf(wrongLines);
        wrongLines.clear();
        return wrong;
    }
}
