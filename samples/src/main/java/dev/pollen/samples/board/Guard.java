// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.diagnosis.Watchdog;
import dev.pollen.executor.Executor;
import dev.pollen.log.Log;
import dev.pollen.simboard.SimBoard;
import dev.pollen.simboard.SimEvent;

/**
 * Has the runtime's watchdog look at an executor: on the real clock by a thread of its own, which prints itself what it finds,
 * as the log is starved, too; on a virtual clock, which is moved by the task that does not yield, from within the hardware.
 */
final class Guard {
    private static final String AT = " and is at";
    private static final String BODY = "$poll(";

    private Guard() {}

    static void onVirtualClock(SimBoard board, Executor executor, long limitNanos) {
        Watchdog dog = new Watchdog(executor, limitNanos, executor.clock(), Guard::log);
        SimEvent looks = new SimEvent() {
            @Override
            protected void happen() {
                dog.look();
                board.time().after(this, limitNanos / 4);
            }
        };
        board.time().after(looks, limitNanos / 4);
    }

    static void onRealClock(Executor executor, long limitMillis) {
        Watchdog.start(executor, limitMillis, report -> {
            System.out.println("ERROR watchdog: " + headline(report));
            System.out.println("ERROR watchdog: " + place(report));
        });
    }

    private static void log(String report) {
        Log.error("watchdog: {}", headline(report));
        Log.error("watchdog: {}", place(report));
    }

    private static String headline(String report) {
        return report.substring(0, report.indexOf(AT));
    }

    /** The line of the task's own code, under what it has called. */
    private static String place(String report) {
        return report.lines()
                .filter(line -> line.contains(BODY))
                .map(String::strip)
                .findFirst()
                .orElse("at a place that is not known");
    }
}
