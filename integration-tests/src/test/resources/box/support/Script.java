// SPDX-License-Identifier: Apache-2.0
package box.support;

import dev.pollen.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** What one run of a program does: how its leaves behave, and all that happens, in order. */
public final class Script {
    private static int pends;
    private static int failing;
    private static int cancelling;
    private static boolean pendsWhileUnwinding;
    private static boolean blocking;
    private static boolean quiet;
    private static int leaves;
    private static int suspensions;
    private static StringJoiner log = new StringJoiner("; ");
    private static final Set<Integer> WAITING = new TreeSet<>();
    private static final ArrayList<Waker> WAKERS = new ArrayList<>();

    private Script() {}

    /**
     * Begins a run.
     *
     * @param pendCount how often each leaf is pending
     * @param failingLeaf the leaf that throws, counted from 1; 0 for none
     * @param cancelledAt the suspension at which the blocking reference throws what a cancelled body gets; 0 for none
     * @param unwindsPending whether leaves that are awaited after that are pending, too
     * @param isBlocking whether this is the reference
     */
    static void begin(int pendCount, int failingLeaf, int cancelledAt, boolean unwindsPending, boolean isBlocking) {
        pends = pendCount;
        failing = failingLeaf;
        cancelling = cancelledAt;
        pendsWhileUnwinding = unwindsPending;
        blocking = isBlocking;
        leaves = 0;
        suspensions = 0;
        log = new StringJoiner("; ");
        WAITING.clear();
        WAKERS.clear();
    }

    /** From here on nothing is noted and each leaf pends once: what is allocated is the programs' own. */
    static void beQuiet() {
        begin(1, 0, 0, true, false);
        quiet = true;
        WAKERS.ensureCapacity(1_000);
    }

    static boolean isQuiet() {
        return quiet;
    }

    /** Notes an event. */
    public static void log(Object event) {
        if (!quiet) {
            log.add(String.valueOf(event));
        }
    }

    /** Notes a value and gives it back, so that the order of evaluation shows. */
    public static <T> T seen(T value) {
        if (!quiet) {
            log("seen " + value);
        }
        return value;
    }

    /** As above, for an int. */
    public static int seen(int value) {
        if (!quiet) {
            log("seen " + value);
        }
        return value;
    }

    /** As above, for a long. */
    public static long seen(long value) {
        if (!quiet) {
            log("seen " + value);
        }
        return value;
    }

    /** Fails the program. */
    public static void check(boolean holds) {
        if (!holds) {
            log("CHECK FAILED");
            throw new AssertionError("check");
        }
    }

    static String events() {
        return log.toString();
    }

    static int newLeaf() {
        return ++leaves;
    }

    static int leaves() {
        return leaves;
    }

    static int pends() {
        boolean unwinding = cancelling > 0 && suspensions >= cancelling;
        return unwinding && !pendsWhileUnwinding ? 0 : pends;
    }

    static boolean fails(int leaf) {
        return leaf == failing;
    }

    /** A leaf is pending for the first time: whether the reference throws there. */
    static boolean suspends() {
        suspensions++;
        return blocking && cancelling > 0 && suspensions >= cancelling;
    }

    static int suspensions() {
        return suspensions;
    }

    /** A leaf is pending, and will wake this waker. */
    static void waits(int leaf, Waker waker) {
        if (!quiet) {
            WAITING.add(leaf);
        }
        WAKERS.add(waker);
    }

    /** A leaf has ended. */
    static void ended(int leaf) {
        if (!quiet) {
            WAITING.remove(leaf);
        }
    }

    /** Wakes whoever is pending. */
    static void wake() {
        if (quiet) {
            for (int i = 0; i < WAKERS.size(); i++) {
                WAKERS.get(i).wake();
            }
            WAKERS.clear();
            return;
        }
        List<Waker> wakers = List.copyOf(WAKERS);
        WAKERS.clear();
        wakers.forEach(Waker::wake);
    }

    /** The leaves that were polled and have neither ended nor been cancelled: when a program has ended there is none. */
    static String leftWaiting() {
        return WAITING.isEmpty() ? "" : " LEFT WAITING " + WAITING;
    }
}
