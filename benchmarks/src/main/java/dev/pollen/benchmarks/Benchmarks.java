// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs workloads and prints, for each, its time, its limit's and their ratio: {@code [--json FILE] [W1 W4 ..]}. */
public final class Benchmarks {
    private static final List<String> WORKLOADS = List.of("W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8", "W9");
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private Benchmarks() {}

    /**
     * Runs.
     *
     * @param args options and workloads
     * @throws Exception if a benchmark fails or the file cannot be written
     */
    public static void main(String[] args) throws Exception {
        List<String> workloads = new ArrayList<>(Arrays.asList(args));
        int option = workloads.indexOf("--json");
        String json = null;
        if (option >= 0 && option + 1 < workloads.size()) {
            json = workloads.remove(option + 1);
            workloads.remove(option);
        }
        String refusal = refusal(workloads);
        if (refusal != null) {
            System.err.println(refusal);
            System.exit(2);
        }
        List<Row> rows = run(workloads);
        System.out.printf(
                "%-3s  %-34s %10s %10s %7s %8s %9s%n",
                "", "JDK " + Runtime.version(), "ns/op", "limit", "ratio", "to floor", "B/op");
        rows.forEach(row -> System.out.println(row.text()));
        if (json != null) {
            Files.writeString(
                    Path.of(json), rows.stream().map(Row::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
        }
    }

    /** What is wrong with the arguments; null if nothing is. */
    static String refusal(List<String> workloads) {
        for (String workload : workloads) {
            if (workload.equals("--json")) {
                return "--json needs a file: benchmarks/run --json FILE [WORKLOAD..]";
            }
            if (!WORKLOADS.contains(workload)) {
                return "there is no workload " + workload + "; there are " + String.join(", ", WORKLOADS);
            }
        }
        return null;
    }

    private static List<Row> run(List<String> workloads) throws RunnerException, InterruptedException {
        List<Row> rows = new ArrayList<>(timed(workloads));
        if (workloads.isEmpty() || workloads.contains("W7")) {
            WakeLatency.Medians medians = WakeLatency.measure();
            rows.add(Row.ofTimes("W7", "median, idle 60 us", medians.executor(), medians.thread(), 0));
        }
        if (workloads.isEmpty() || workloads.contains("W8")) {
            rows.addAll(FrameSizes.measure());
        }
        return rows;
    }

    private static List<Row> timed(List<String> workloads) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .jvmArgs(machine().toArray(String[]::new));
        List<String> own = workloads.stream()
                .filter(workload -> !workload.equals("W7") && !workload.equals("W8"))
                .toList();
        if (own.isEmpty() && !workloads.isEmpty()) {
            return List.of();
        }
        if (own.isEmpty()) {
            options.include("\\.W\\d\\w*\\.");
        }
        own.forEach(workload -> options.include("\\." + workload + "[A-Z]\\w*\\."));
        return rows(new Runner(options.build()).run());
    }

    /**
     * What the measuring JVMs are started with.
     *
     * @return their options
     */
    public static List<String> machine() {
        List<String> options = new ArrayList<>(List.of("-Xms2g", "-Xmx2g", "-XX:+UseG1GC"));
        if (Runtime.version().feature() >= 24) {
            // JMH uses it, and the JVM would warn of it in each run.
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }

    private static List<Row> rows(Collection<RunResult> results) {
        TreeMap<String, List<RunResult>> variants = new TreeMap<>();
        results.forEach(result -> variants.computeIfAbsent(variant(result), name -> new ArrayList<>())
                .add(result));
        List<Row> rows = new ArrayList<>();
        variants.forEach((variant, measured) -> {
            RunResult ours = best("pollen", measured).orElseThrow();
            Optional<RunResult> floor = best("floor", measured);
            double limit = nanos(best("limit", measured).orElseThrow());
            String workload = variant.substring(0, 2);
            Row row = Row.ofTimes(workload, variant.substring(2), nanos(ours), limit, bytes(ours));
            rows.add(floor.map(result -> row.overFloor(nanos(result))).orElse(row));
            floor.ifPresent(result -> rows.add(
                    Row.ofTimes(workload, variant.substring(2) + ", floor", nanos(result), limit, bytes(result))));
        });
        return rows;
    }

    /** The best of a side, which may be written in several ways. */
    private static Optional<RunResult> best(String side, List<RunResult> results) {
        return results.stream().filter(r -> method(r).startsWith(side)).min(Comparator.comparing(Benchmarks::nanos));
    }

    /** The best iteration: what else runs on the machine only adds to it. */
    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }

    private static double bytes(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ALLOCATION))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElseThrow();
    }

    private static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The class without its package, and its parameters: {@code W1Yield, 10 tasks}, {@code W3Channel, of, capacity 4}. */
    private static String variant(RunResult result) {
        String name = result.getParams().getBenchmark();
        String type = name.substring(0, name.lastIndexOf('.'));
        String tasks = result.getParams().getParam("tasks");
        String form = result.getParams().getParam("form");
        String capacity = result.getParams().getParam("capacity");
        return type.substring(type.lastIndexOf('.') + 1)
                + (tasks == null ? "" : ", " + tasks + " tasks")
                + (form == null ? "" : ", " + form)
                + (capacity == null ? "" : ", capacity " + capacity);
    }
}
