// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Javadoc of whatever is waited for says what each user has to know, in the same words everywhere. */
class JavadocSectionsTest {
    private static final List<String> SECTIONS = List.of("cancel safety", "threading", "allocation", "errors");
    private static final Pattern HEADING = Pattern.compile("<b>([^<]+?)\\.</b>");
    private static final Pattern SEE = Pattern.compile("@see ([\\w#]+)");
    private static final Pattern THROWS = Pattern.compile("throw new (\\w+)\\(");

    /** Nobody waits for these. */
    private static final Pattern NO_WAITING =
            Pattern.compile("extends \\w*(Exception|Error)\\b|\\benum\\b|\\binterface (?!JoinHandle|Joining)");

    @Test
    void eachTypeSaysWhatItSafelyDoes() throws IOException {
        Map<String, Documented> types = new TreeMap<>();
        for (Documented element : elements()) {
            if (element.isType()) {
                types.put(element.name(), element);
            }
        }
        Set<String> missing = new TreeSet<>();
        types.forEach((name, type) -> {
            List<String> left = new ArrayList<>(SECTIONS);
            left.removeAll(sections(type));
            if (!left.isEmpty() && !NO_WAITING.matcher(type.declaration()).find() && !leadsToSections(type, types)) {
                missing.add(name + ": " + left);
            }
        });
        assertEquals(Set.of(), missing);
    }

    /** A slot is told of where its factory is. */
    private static boolean leadsToSections(Documented type, Map<String, Documented> types) {
        Matcher see = SEE.matcher(type.text());
        while (see.find()) {
            String to = type.name().substring(0, type.name().indexOf('.') + 1) + see.group(1);
            Documented other = types.get(to.replaceAll("#.*", ""));
            if (other != null && other != type && sections(other).containsAll(SECTIONS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code <b>Cancel safety, threading.</b>} says both. */
    private static List<String> sections(Documented element) {
        List<String> said = new ArrayList<>();
        Matcher headings = HEADING.matcher(element.text());
        while (headings.find()) {
            said.addAll(List.of(headings.group(1).toLowerCase(Locale.ROOT).split(", ")));
        }
        return said;
    }

    @Test
    void thereIsOneFormOfHeadings() throws IOException {
        Set<String> others = new TreeSet<>();
        List<Documented> all = elements();
        for (String folder : List.of("", "hal", "log", "log/console", "diagnosis")) {
            all.addAll(Documented.in(folder));
        }
        for (Documented element : all) {
            for (String section : SECTIONS) {
                String heading = section.substring(0, 1).toUpperCase(Locale.ROOT) + section.substring(1);
                if (element.text().contains(heading + ":")) {
                    others.add(element.name() + ": " + heading);
                }
            }
        }
        assertEquals(Set.of(), others);
    }

    @Test
    void eachMethodThatThrowsSaysWhen() throws IOException {
        Set<String> silent = new TreeSet<>();
        int thrown = 0;
        for (Documented element : elements()) {
            Matcher exceptions = THROWS.matcher(element.body());
            while (exceptions.find()) {
                thrown++;
                if (!element.text().contains("@throws " + exceptions.group(1))) {
                    silent.add(element.name() + ": " + exceptions.group(1));
                }
            }
        }
        assertEquals(Set.of(), silent);
        assertTrue(thrown > 20, "throws were found");
    }

    @Test
    void theChecksBite() {
        Documented half =
                type("First.", "", "<p><b>Cancel safety, threading.</b> As its <b>Channel</b>.", "", "@see Y#make");
        assertEquals(List.of("cancel safety", "threading"), sections(half));
        Documented whole = type("<b>Cancel safety.</b> <b>Threading.</b> <b>Allocation.</b> <b>Errors.</b>");
        assertTrue(leadsToSections(half, Map.of("sync.Y", whole)));
        assertFalse(leadsToSections(half, Map.of("sync.Y", type("<b>Errors.</b>"))));
        assertFalse(leadsToSections(whole, Map.of("sync.Y", whole)), "only by @see");
        assertFalse(NO_WAITING.matcher(half.declaration()).find());
    }

    private static Documented type(String... comment) {
        return new Documented(Path.of("X.java"), "sync.X", "public final class X ", 0, List.of(comment), "");
    }

    private static List<Documented> elements() throws IOException {
        List<Documented> all = new ArrayList<>();
        for (String folder : List.of("sync", "futures", "time", "executor")) {
            for (Documented element : Documented.in(folder)) {
                if (!JavadocExamplesTest.MACHINERY.contains(element.name())) {
                    all.add(element);
                }
            }
        }
        return all;
    }
}
