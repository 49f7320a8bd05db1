// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.size;

import dev.pollen.it.size.AllocationTrace.Place;
import dev.pollen.it.size.AllocationTrace.Step;
import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.weave.classpath.FrameFactsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the report says of the allocations of woven classes, and whether it has said so of an object that was made.
 *
 * <pre>
 *   JDK, runtime, frames, twins, placed factories     how it was made: passed by
 *   Meter.run$poll:17                                 who wanted it: an async body, so line 17 has to be in the report
 *   Meter.text:40                                     or an ordinary method, which may do as it likes
 * </pre>
 *
 * <p>A future that is made has to be there as one; that the line also joins strings does not excuse it. Not in the report is
 * what leads to a {@code throw}, which a program says in a comment where the line does not show it, and what a method of the
 * JDK that a body calls makes for itself.
 */
final class ReportedAllocations {
    private static final String BODY = "$poll";
    private static final String LEFT_OUT = "// not in the report: ";
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    /** What the runtime makes where it reports an error. */
    private static final Set<String> ERRORS =
            Set.of("tooDeep", "misuse", "over", "checkCurrent", "addSuppressed", "by");

    /** What makes primitives and their ends, and no futures. */
    private static final Set<String> FACTORIES = Set.of("of", "local", "receiver", "subscribe");

    private static final Set<String> OPERATIONS = Set.of("dev.pollen.hal.I2cOperation", "dev.pollen.hal.SpiOperation");

    private final Set<String> frames = new HashSet<>();
    private final Set<String> methods = new HashSet<>();
    private final Set<String> futures = new HashSet<>();
    private final Set<String> objects = new HashSet<>();
    private final Map<String, List<String>> sources = new HashMap<>();
    private final Predicate<String> factories;

    /**
     * Reads the classes of a directory.
     *
     * @param classes where they are
     * @param files their sources
     * @param notes the places of the compiler's notes that futures are made on the heap, such as {@code Meter.java:17}
     * @param factories tells the classes of futures and factories that are placed
     */
    ReportedAllocations(Path classes, List<Path> files, Set<String> notes, Predicate<String> factories) {
        this.factories = factories;
        futures.addAll(notes);
        for (Path file : files) {
            sources.put(file.getFileName().toString(), lines(file));
        }
        try (Stream<Path> all = Files.walk(classes)) {
            all.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(file -> FrameFactsReader.read(bytes(file)).stream())
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(FrameFacts facts) {
        frames.add(facts.future().replace('/', '.'));
        methods.add(facts.file() + " " + facts.method().replaceAll("\\(.*", ""));
        for (String allocation : facts.allocations()) {
            String what = allocation.substring(allocation.indexOf(": ") + 2);
            boolean future = what.contains("the future is made") || what.startsWith("Future.");
            (future ? futures : objects).add(facts.file() + ":" + allocation.substring(0, allocation.indexOf(':')));
            if (what.startsWith("new ")) {
                objects.add(facts.file() + " " + what);
            }
        }
    }

    /**
     * Looks for who has said that an object is made.
     *
     * @param place an object with its stack
     * @return what is wrong; empty if somebody has, or has not to
     */
    String unsaid(Place place) {
        List<Step> stack = place.stack();
        int at = 0;
        while (at < stack.size() && isMaking(stack.get(at))) {
            at++;
        }
        if (at == stack.size()) {
            return "nobody has asked for " + place;
        }
        Step user = stack.get(at);
        List<Step> makers = stack.subList(0, at);
        if (!user.method().endsWith(BODY) || leadsToThrow(place, makers, user)) {
            return "";
        }
        boolean ofFutures = frames.contains(place.type())
                || factories.test(place.type())
                || makers.stream().anyMatch(maker -> !isOfJdk(maker.className()));
        boolean said = ofFutures
                ? futures.contains(line(user)) || isPrimitiveOfTheUsers(makers)
                : objects.contains(line(user))
                        || objects.contains(file(user) + " new " + simpleName(place.type()))
                        || isCallOfTheUsers(makers);
        return said ? "" : line(user) + " makes " + place.type() + ", and the report does not say so: " + place;
    }

    private boolean isMaking(Step step) {
        return isOfJdk(step.className())
                || step.className().startsWith("dev.pollen.")
                        && !step.className().startsWith("dev.pollen.samples.")
                || frames.contains(step.className())
                || factories.test(step.className())
                || step.method().endsWith("$in")
                || methods.contains(file(step) + " " + simpleName(step.className()) + "." + step.method());
    }

    private static boolean isOfJdk(String type) {
        return JDK.stream().anyMatch(type::startsWith);
    }

    /** A channel, a receiver, an operation and the like, which a body that asks for one makes: objects that are no futures. */
    private static boolean isPrimitiveOfTheUsers(List<Step> makers) {
        if (makers.isEmpty()) {
            return false;
        }
        Step called = makers.get(makers.size() - 1);
        return called.className().startsWith("dev.pollen.sync.") && FACTORIES.contains(called.method())
                || OPERATIONS.contains(called.className());
    }

    /** A method of the JDK that a body has called, but for those that stand for an operator or a loop. */
    private static boolean isCallOfTheUsers(List<Step> makers) {
        if (makers.isEmpty()) {
            return false;
        }
        Step called = makers.get(makers.size() - 1);
        boolean boxing =
                called.method().equals("valueOf") && !called.className().equals("java.lang.String");
        return !boxing
                && !called.className().startsWith("java.lang.invoke.")
                && !called.method().equals("iterator");
    }

    private boolean leadsToThrow(Place place, List<Step> makers, Step user) {
        if (makers.stream().anyMatch(maker -> ERRORS.contains(maker.method()))) {
            return true;
        }
        String line = sources.get(file(user)).get(user.line() - 1);
        boolean exception = place.type().endsWith("Exception")
                || place.type().endsWith("Error")
                || makers.stream().anyMatch(maker -> maker.className().equals("java.lang.Throwable"));
        // The JVM makes an exception and its message where the instruction fails.
        boolean message =
                makers.isEmpty() && (place.type().equals("[B") || place.type().equals("java.lang.String"));
        return line.contains("throw ") || line.contains(LEFT_OUT) || (exception || message) && !line.contains("new ");
    }

    private static String line(Step step) {
        return file(step) + ":" + step.line();
    }

    private static String file(Step step) {
        String name = step.className().substring(step.className().lastIndexOf('.') + 1);
        return name.replaceAll("[$].*", "") + ".java";
    }

    private static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
