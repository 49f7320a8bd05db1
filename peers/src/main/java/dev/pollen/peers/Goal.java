// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How much more than Pollen one of the others is expected to take.
 *
 * @param line the workload in which Pollen is measured
 * @param peerLine that in which the other is
 * @param peer the other
 * @param factor how many times as much, at least
 */
record Goal(String line, String peerLine, Column peer, double factor) {
    /** Those that the project has set itself. */
    static final List<Goal> ALL = List.of(
            goal("W1 Yield, 1 tasks", Column.KOTLIN_LOOP, 3.5),
            goal("W1 Yield, 10 tasks", Column.KOTLIN_LOOP, 6),
            goal("W1 Yield, 1000 tasks", Column.KOTLIN_LOOP, 6),
            goal("W1 Yield, 10 tasks", Column.KOTLIN_EXECUTOR, 12),
            goal("W1 Yield, 1 tasks", Column.KOTLIN_BARE, 1 / 1.1),
            goal("W1 Yield, 10 tasks", Column.KOTLIN_BARE, 1 / 1.1),
            goal("W1 Yield, 1000 tasks", Column.KOTLIN_BARE, 1 / 1.1),
            goal("W1 Yield, 10 tasks", Column.VIRTUAL_THREADS, 50),
            new Goal("W1 RemoteWake, 10 tasks", "W1 Yield, 10 tasks", Column.KOTLIN_EXECUTOR, 1.5),
            goal("W2 PingPong", Column.KOTLIN_LOOP, 8),
            goal("W2 PingPong", Column.VIRTUAL_THREADS, 15),
            goal("W3 Channel, capacity 4", Column.KOTLIN_LOOP, 8),
            goal("W3 Channel, capacity 64", Column.KOTLIN_LOOP, 8),
            goal("W3 Channel, capacity 64", Column.VIRTUAL_THREADS, 5),
            goal("W4 Nested", Column.KOTLIN_BARE, 5),
            goal("W4 Nested", Column.VIRTUAL_THREADS, 12),
            goal("W6 Spawn", Column.KOTLIN_LOOP, 12),
            goal("W8 WaitingTask", Column.KOTLIN_BARE, 2),
            goal("W8 WaitingTask", Column.KOTLIN_LOOP, 4),
            goal("W9 SelectReady", Column.KOTLIN_LOOP, 20),
            goal("W9 SelectFed", Column.KOTLIN_LOOP, 10));

    private static Goal goal(String line, Column peer, double factor) {
        return new Goal(line, line, peer, factor);
    }

    /** What became of it; empty if one of both was not measured. */
    Optional<String> result(Table table) {
        return table.cell(line, Column.POLLEN)
                .flatMap(ours -> table.cell(peerLine, peer).map(theirs -> theirs.by(ours)))
                .map(ratio -> String.format(
                        Locale.ROOT,
                        "| %s | %s | %.2f | %.2f | %s |",
                        line,
                        peer.title(),
                        ratio,
                        factor,
                        ratio >= factor ? "holds" : "missed"));
    }
}
