// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import dev.pollen.it.language.Build;
import dev.pollen.it.language.Program;
import dev.pollen.it.language.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.tools.Diagnostic;

/** Programs that are compiled together, woven and blocking, and compared. */
final class Batch {
    private final List<FuzzProgram> programs;
    private final Map<FuzzProgram, String> failures = new LinkedHashMap<>();

    /** What javac does not compile, or compiles wrongly, as ordinary Java: it tells nothing of us. */
    private final Set<FuzzProgram> refused = new LinkedHashSet<>();

    private Programs woven;
    private Programs blocking;
    private URLClassLoader loader;

    private Batch(List<FuzzProgram> programs) {
        this.programs = programs;
    }

    /** Compiles programs; those that do not compile are failures. */
    static Batch compile(List<FuzzProgram> programs, Variant variant, Support support, Path directory) {
        Batch batch = new Batch(new ArrayList<>(programs));
        Build plain = new Build(directory.resolve("blocking"))
                .before(support.classes(variant))
                .options("-proc:none", "-nowarn", "-Xmaxerrs", "10000");
        batch.compile(plain, "blocking", directory);
        batch.setAsideUnverifiable(plain);
        Build pollen = new Build(directory.resolve("woven"))
                .before(support.classes(variant))
                .woven()
                .options("-nowarn", "-Xmaxerrs", "10000")
                .options(variant.options().toArray(String[]::new));
        batch.compile(pollen, "woven", directory);
        batch.loader = pollen.loader();
        URLClassLoader plainLoader = plain.loader();
        batch.loader.setDefaultAssertionStatus(true);
        plainLoader.setDefaultAssertionStatus(true);
        batch.woven = Programs.load(batch.loader, false);
        batch.blocking = Programs.load(plainLoader, false);
        return batch;
    }

    private void compile(Build build, String side, Path directory) {
        while (!programs.isEmpty()) {
            Map<String, FuzzProgram> byName = new LinkedHashMap<>();
            List<Path> sources = new ArrayList<>();
            for (FuzzProgram program : programs) {
                byName.put(program.name(), program);
                sources.add(write(
                        directory.resolve("sources").resolve(side).resolve(program.name() + ".java"),
                        side.equals("woven") ? program.woven() : program.blocking()));
            }
            boolean failed = false;
            for (var diagnostic : build.diagnose(sources)) {
                if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                    failed = true;
                    String file = diagnostic.getSource() == null
                            ? ""
                            : Path.of(diagnostic.getSource().getName())
                                    .getFileName()
                                    .toString();
                    FuzzProgram program = byName.get(file.replace(".java", ""));
                    if (program == null) {
                        throw new AssertionError(diagnostic.toString());
                    }
                    if (side.equals("blocking")) {
                        refused.add(program);
                        continue;
                    }
                    failures.merge(
                            program,
                            side + ": " + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT),
                            (first, second) -> first);
                }
            }
            if (!failed && !build.succeeded()) {
                setAside(build, side, byName, sources);
            } else if (!failed) {
                return;
            }
            programs.removeAll(failures.keySet());
            programs.removeAll(refused);
        }
    }

    /** javac itself has failed: which programs are to blame. */
    private void setAside(Build build, String side, Map<String, FuzzProgram> byName, List<Path> sources) {
        for (Path source : sources) {
            build.diagnose(List.of(source));
            if (!build.succeeded()) {
                FuzzProgram program = byName.get(source.getFileName().toString().replace(".java", ""));
                if (side.equals("blocking")) {
                    refused.add(program);
                } else {
                    failures.put(program, side + ": javac failed");
                }
            }
        }
    }

    /** For some valid programs javac writes classes that no JVM takes, such as casts of switch expressions with a try. */
    private void setAsideUnverifiable(Build build) {
        try (URLClassLoader classes = build.loader()) {
            for (FuzzProgram program : programs) {
                try {
                    link(classes.loadClass("box." + program.name()));
                } catch (VerifyError invalid) {
                    refused.add(program);
                }
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        programs.removeAll(refused);
    }

    /** Links a class, which verifies it, without initialising it. */
    private static void link(Class<?> type) throws ClassNotFoundException {
        // Asking for the methods links the class.
        type.getDeclaredMethods();
        for (Class<?> nested : type.getDeclaredClasses()) {
            link(nested);
        }
    }

    private static Path write(Path file, String source) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many programs javac has failed on without us. */
    int refused() {
        return refused.size();
    }

    /** Runs the programs in all ways, and gives what is wrong with those that fail. */
    Map<FuzzProgram, String> run(Coverage coverage) {
        for (FuzzProgram program : programs) {
            try {
                String difference = difference(program);
                if (difference != null) {
                    failures.put(program, difference);
                }
                coverage.add(program, sites());
            } catch (AssertionError e) {
                failures.put(program, String.valueOf(e.getCause() == null ? e : e.getCause()));
            }
        }
        return failures;
    }

    /** What the sites of the woven program are that were reached. */
    private BitSet sites() {
        try {
            return (BitSet)
                    loader.loadClass("box.support.Fuzz").getMethod("takeSites").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Run {
        String of(Programs programs, Program program);
    }

    private String difference(FuzzProgram fuzzed) {
        Program program = new Program(fuzzed.name(), List.of());
        Random random = new Random(fuzzed.woven().length());
        int[] size = blocking.measure(program);
        int[] wovenSize = woven.measure(program);
        int leaves = size[0];
        int suspensions = size[1];
        Map<String, Run> runs = new LinkedHashMap<>();
        for (int pends : new int[] {1, 0, 3}) {
            runs.put("pending " + pends, (side, it) -> side.complete(it, pends, 0));
        }
        for (int i = 0; i < Math.min(leaves, 2); i++) {
            int failing = 1 + random.nextInt(leaves);
            runs.put("leaf " + failing + " throws", (side, it) -> side.complete(it, failing % 2, failing));
        }
        for (int i = 0; i < Math.min(suspensions, 3); i++) {
            int suspension = 1 + random.nextInt(suspensions);
            boolean pendsAfter = i != 1;
            runs.put(
                    "cancelled at " + suspension + (pendsAfter ? ", pending after" : ""),
                    (side, it) -> side.cancel(it, suspension, pendsAfter));
        }
        if (size[0] != wovenSize[0] || size[1] != wovenSize[1]) {
            return "leaves and suspensions"
                    + difference(
                            size[0] + " " + size[1] + "; " + blocking.complete(program, 1, 0),
                            wovenSize[0] + " " + wovenSize[1] + "; " + woven.complete(program, 1, 0));
        }
        for (Map.Entry<String, Run> run : runs.entrySet()) {
            String expected = run.getValue().of(blocking, program);
            String found = run.getValue().of(woven, program);
            if (!expected.equals(found)) {
                return run.getKey() + difference(expected, found);
            }
        }
        return null;
    }

    private static String difference(String expected, String found) {
        String[] blocking = expected.split("; ");
        String[] woven = found.split("; ");
        int same = 0;
        while (same < Math.min(blocking.length, woven.length) && blocking[same].equals(woven[same])) {
            same++;
        }
        return ", event " + (same + 1) + "\n  blocking: " + rest(blocking, same) + "\n  woven:    " + rest(woven, same);
    }

    private static String rest(String[] events, int from) {
        List<String> rest = List.of(events).subList(Math.max(0, from - 2), Math.min(events.length, from + 4));
        return String.join("; ", rest);
    }
}
