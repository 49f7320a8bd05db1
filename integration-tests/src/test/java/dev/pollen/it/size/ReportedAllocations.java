// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.size;

import dev.pollen.it.size.AllocationTrace.Place;
import dev.pollen.it.size.AllocationTrace.Step;
import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.weave.classpath.FrameFactsReader;
import dev.pollen.processor.weave.states.AllocatingCalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the report says of the allocations of woven classes, and whether it has said so of an object that was made.
 *
 * <pre>
 *   JDK, runtime, frames, twins, placed factories     how it was made: passed by
 *   Meter.run$poll:17                                 who wanted it: an async body, so line 17 has to be in the report
 *   Meter.text:40                                     or an ordinary method that line 17 calls, which has to be in it as that
 *   SimTime.happen, simboard.device                   or the world around a simulated board, which may do as it likes
 * </pre>
 *
 * <p>An ordinary method that no async body has called may do as it likes, too; the report follows no call through an interface
 * or through the JDK, so neither does this.
 *
 * <p>A future that is made has to be there as one; that the line also joins strings does not excuse it. Not in the report is
 * what leads to a {@code throw}, which a program says in a comment where the line does not show it, what stands before a task's
 * endless loop, and what a method of the JDK that a body calls makes for itself.
 */
final class ReportedAllocations {
    private static final String BODY = "$poll";
    private static final String LEFT_OUT = "// not in the report: ";
    private static final String END_OF_METHOD = "    }";
    private static final Pattern ENDLESS_LOOP = Pattern.compile(" {8}(while \\(true\\)|for \\(.*; ?;.*\\)) \\{");
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    /** What the runtime makes where it reports an error: names of methods, with the class where others have that name. */
    private static final Set<String> ERRORS = Set.of(
            "tooDeep",
            "misuse",
            "checkCurrent",
            "addSuppressed",
            "Generator.over",
            "Unsupported.by",
            "LaggedException.by");

    /** What keeps an exception of a child until somebody reads that child. */
    private static final String FAILED = "dev.pollen.futures.FailedChild";

    private final Set<String> notes;
    private final Set<String> frames = new HashSet<>();
    private final Set<String> tasks = new HashSet<>();
    private final Set<String> methods = new HashSet<>();
    private final Set<String> futures = new HashSet<>();
    private final Set<String> objects = new HashSet<>();
    private final Set<String> calls = new HashSet<>();
    private final Map<String, List<String>> sources = new HashMap<>();
    private final Predicate<String> factories;
    private final FollowedCalls followed;

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
        this.followed = new FollowedCalls(classes);
        this.notes = Set.copyOf(notes);
        for (Path file : files) {
            List<String> lines = lines(file);
            sources.put(packageOf(lines) + file.getFileName(), lines);
        }
        try (Stream<Path> all = Files.walk(classes)) {
            AllocatingCalls callees = callees(classes);
            all.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(file -> FrameFactsReader.read(bytes(file)).stream())
                    .forEach(facts -> {
                        add(facts);
                        callees.of(facts).forEach(call -> calls.add(file(facts) + ":" + lineOf(call)));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the command sees them: of libraries, here the runtime and the board, it reads what the loader of the tests has. */
    private static AllocatingCalls callees(Path classes) {
        return new AllocatingCalls(
                name -> {
                    Path file = classes.resolve(name + ".class");
                    return Files.exists(file) ? bytes(file) : ofLibrary(name + ".class");
                },
                name -> !Files.exists(classes.resolve(name + ".class")));
    }

    private static byte[] ofLibrary(String file) {
        try (InputStream in = ReportedAllocations.class.getClassLoader().getResourceAsStream(file)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lineOf(String place) {
        return place.substring(0, place.indexOf(':'));
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
        String name = file(facts) + " " + facts.method().replaceAll("\\(.*", "");
        methods.add(name);
        if (facts.isTask()) {
            tasks.add(name);
        }
        for (String allocation : facts.allocations()) {
            String what = allocation.substring(allocation.indexOf(": ") + 2);
            boolean future = what.contains("the future is made") || what.startsWith("Future.");
            (future ? futures : objects).add(file(facts) + ":" + lineOf(allocation));
            if (what.startsWith("new ")) {
                objects.add(name + " " + what);
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
        if (isOfTheWorld(place) || leadsToThrow(place, makers, user) || runsOnce(stack.subList(at, stack.size()))) {
            return "";
        }
        if (!user.method().endsWith(BODY)) {
            List<Step> callers = stack.subList(at, stack.size());
            return isCallOfTheUsers(makers) ? "" : unsaidCall(place, followed.upTo(callers, BODY));
        }
        boolean ofFutures = frames.contains(place.type())
                || factories.test(place.type())
                || makers.stream().anyMatch(maker -> !isOfJdk(maker.className()));
        boolean said = ofFutures
                ? futures.contains(line(user)) || notes.contains(shortLine(user)) || calls.contains(line(user))
                : objects.contains(line(user)) || isMadeBehindItsArguments(place, user) || isCallOfTheUsers(makers);
        return said ? "" : shortLine(user) + " makes " + place.type() + ", and the report does not say so: " + place;
    }

    /** An object whose arguments await is made behind them, at their last line; the report has it where the user wrote it. */
    private boolean isMadeBehindItsArguments(Place place, Step user) {
        return objects.contains(nameOf(user) + " new " + simpleName(place.type()));
    }

    /** Whether the innermost body is a task's, and at a line from which an endless loop of its own is still to come. */
    private boolean runsOnce(List<Step> callers) {
        return callers.stream()
                .filter(step -> step.method().endsWith(BODY))
                .findFirst()
                .filter(body -> tasks.contains(nameOf(body)))
                .filter(body -> sources.get(file(body)).stream()
                        .skip(body.line())
                        .takeWhile(line -> !line.equals(END_OF_METHOD))
                        .anyMatch(line -> ENDLESS_LOOP.matcher(line).matches()))
                .isPresent();
    }

    private static String nameOf(Step body) {
        return file(body) + " " + simpleName(body.className()) + "."
                + body.method().replace(BODY, "");
    }

    /** The calls that lead to an ordinary method, the last one that of a body; none if the report does not follow them. */
    private String unsaidCall(Place place, List<Step> callers) {
        if (callers.size() < 2) {
            return "";
        }
        Step body = callers.get(callers.size() - 1);
        boolean construction = callers.get(callers.size() - 2).method().equals("<init>");
        boolean said = calls.contains(line(body))
                || construction && objects.contains(line(body))
                || sourceLine(body).contains(LEFT_OUT);
        return said
                ? ""
                : shortLine(body) + " calls what makes " + place.type() + ", and the report does not say so: " + place;
    }

    /** What happens to a simulated board, and the devices that somebody has connected to it. */
    private static boolean isOfTheWorld(Step step) {
        return step.className().equals("dev.pollen.simboard.SimTime")
                        && step.method().equals("happen")
                || step.className().startsWith("dev.pollen.simboard.device.");
    }

    /** Whether the world around a simulated board has made an object, and no async body that it has called. */
    static boolean isOfTheWorld(Place place) {
        return place.stack().stream()
                .takeWhile(step -> !step.method().endsWith(BODY))
                .anyMatch(ReportedAllocations::isOfTheWorld);
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

    static boolean isOfJdk(String type) {
        return type.contains("$$Lambda") || JDK.stream().anyMatch(type::startsWith);
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

    private static boolean isOfError(Step maker) {
        return ERRORS.contains(maker.method()) || ERRORS.contains(simpleName(maker.className()) + "." + maker.method());
    }

    private boolean leadsToThrow(Place place, List<Step> makers, Step user) {
        if (place.type().equals(FAILED) || makers.stream().anyMatch(ReportedAllocations::isOfError)) {
            return true;
        }
        String line = sourceLine(user);
        boolean exception = place.type().endsWith("Exception")
                || place.type().endsWith("Error")
                || makers.stream().anyMatch(maker -> maker.className().equals("java.lang.Throwable"));
        // The JVM makes an exception and its message where the instruction fails.
        boolean message =
                makers.isEmpty() && (place.type().equals("[B") || place.type().equals("java.lang.String"));
        return line.contains("throw ") || line.contains(LEFT_OUT) || (exception || message) && !line.contains("new ");
    }

    private String sourceLine(Step step) {
        return step.line() < 1 ? "" : sources.get(file(step)).get(step.line() - 1);
    }

    private static String line(Step step) {
        return file(step) + ":" + step.line();
    }

    /** As the compiler says it. */
    private static String shortLine(Step step) {
        return line(step).substring(line(step).lastIndexOf('/') + 1);
    }

    private static String file(Step step) {
        return step.className().replaceAll("[$].*", "").replace('.', '/') + ".java";
    }

    private static String file(FrameFacts facts) {
        return facts.future().substring(0, facts.future().lastIndexOf('/') + 1) + facts.file();
    }

    /** With a slash behind it; empty for none. */
    private static String packageOf(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.replaceAll("package |;.*", "").replace('.', '/') + "/")
                .findFirst()
                .orElse("");
    }

    private static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
