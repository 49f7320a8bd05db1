// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import dev.pollen.benchmarks.Benchmarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs workloads, Pollen's benchmark and its peers in one run, and prints who takes how long: {@code [--json FILE] [W1 W4 ..]}. */
public final class Peers {
    /** Classes of workloads, here and in the benchmarks. */
    private static final List<String> WORKLOADS = List.of(
            "W1Yield",
            "W1RemoteWake",
            "W2PingPong",
            "W3Channel",
            "W4Nested",
            "W5Timers",
            "W6Spawn",
            "W9SelectReady",
            "W9SelectFed");

    private static final String SIZES = "W8";
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private Peers() {}

    /**
     * Runs.
     *
     * @param args options and workloads
     * @throws Exception if a benchmark fails or the file cannot be written
     */
    public static void main(String[] args) throws Exception {
        List<String> wanted = new ArrayList<>(Arrays.asList(args));
        int option = wanted.indexOf("--json");
        String json = null;
        if (option >= 0 && option + 1 < wanted.size()) {
            json = wanted.remove(option + 1);
            wanted.remove(option);
        }
        String refusal = refusal(wanted);
        if (refusal != null) {
            System.err.println(refusal);
            System.exit(2);
        }
        Table table = run(wanted);
        System.out.println(table.text("JDK " + Runtime.version().feature() + ": ns, bytes"));
        System.out.println("\n| goal | peer | times as much | at least | |\n|---|---|---|---|---|");
        Goal.ALL.forEach(goal -> goal.result(table).ifPresent(System.out::println));
        if (json != null) {
            Files.writeString(Path.of(json), table.json());
        }
    }

    /** What is wrong with the arguments; null if nothing is. */
    static String refusal(List<String> wanted) {
        Set<String> known = new TreeSet<>(Set.of(SIZES));
        WORKLOADS.forEach(workload -> known.add(number(workload)));
        for (String workload : wanted) {
            if (workload.equals("--json")) {
                return "--json needs a file: peers/run --json FILE [WORKLOAD..]";
            }
            if (!known.contains(workload)) {
                return "no peer runs " + workload + "; there are " + String.join(", ", known);
            }
        }
        return null;
    }

    private static Table run(List<String> wanted) throws RunnerException, IOException, InterruptedException {
        Table table = new Table();
        for (String workload : WORKLOADS) {
            if (wanted.isEmpty() || wanted.contains(number(workload))) {
                System.err.println("measuring " + workload);
                add(table, new Runner(options(workload).build()).run());
            }
        }
        if (wanted.isEmpty() || wanted.contains(SIZES)) {
            WaitingTasks.measure()
                    .forEach((column, bytes) -> table.add(new Cell(SIZES, "WaitingTask", column, 0, bytes)));
        }
        return table;
    }

    private static String number(String workload) {
        return workload.substring(0, 2);
    }

    /** The same windows for all. Channels of Pollen are those between threads, as those of the others are. */
    private static ChainedOptionsBuilder options(String workload) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + workload + "\\.")
                .exclude("\\.(limit\\w*|floor)$")
                .param("form", "of")
                .forks(2)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(40)
                .measurementTime(TimeValue.milliseconds(25))
                .timeout(TimeValue.minutes(1))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .jvmArgs(machine().toArray(String[]::new));
        if (workload.equals("W5Timers")) {
            // An invocation is longer than a window.
            options.param("tasks", "1000", "100000").measurementIterations(8);
        }
        if (!Threads.haveVirtual()) {
            options.exclude("\\.virtualThreads\\w*$");
        }
        return options;
    }

    /** As for the benchmarks, and one carrier for virtual threads: all others have one thread, too. */
    static List<String> machine() {
        List<String> options = new ArrayList<>(Benchmarks.machine());
        options.add("-Djdk.virtualThreadScheduler.parallelism=1");
        options.add("-Djdk.virtualThreadScheduler.maxPoolSize=1");
        return options;
    }

    private static void add(Table table, Collection<RunResult> results) {
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            String method = name.substring(name.lastIndexOf('.') + 1);
            Optional<Column> column = Column.of(method);
            if (column.isPresent()) {
                String type = name.substring(0, name.lastIndexOf('.'));
                String workload = type.substring(type.lastIndexOf('.') + 1);
                String variant = workload.substring(2) + parameters(result.getParams());
                String special = column.get().special(method);
                table.add(new Cell(
                        number(workload),
                        variant + (special.isEmpty() ? "" : ", " + special),
                        column.get(),
                        result.getPrimaryResult().getStatistics().getMin(),
                        bytes(result)));
            }
        }
    }

    private static String parameters(BenchmarkParams params) {
        String tasks = params.getParam("tasks");
        String capacity = params.getParam("capacity");
        return (tasks == null ? "" : ", " + tasks + " tasks") + (capacity == null ? "" : ", capacity " + capacity);
    }

    private static double bytes(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ALLOCATION))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElseThrow();
    }
}
