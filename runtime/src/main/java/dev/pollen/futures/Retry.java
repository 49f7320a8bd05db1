// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import org.jspecify.annotations.Nullable;

/**
 * How often something is tried, and how long it rests in between. Never changed after it was made: each method gives
 * another policy, which belongs in a constant.
 *
 * <pre>{@code
 * private static final Retry BUS = Retry.attempts(5) // the first one counts
 *         .backoffMillis(10)
 *         .capMillis(500) // rests of 10, 20, 40, 80 ms
 *         .jitterPercent(20, 42) // each up to a fifth shorter
 *         .retryIf(e -> e instanceof BusException);
 * }</pre>
 *
 * <p>The first rest takes the backoff, each later one {@code factor} times the one before, at most the cap. Jitter takes
 * a random part of a rest away, so that those who failed together do not come again together. It is drawn from a seed,
 * and the n-th run of a policy draws the n-th sequence of that seed: a program on a virtual clock rests the same times in
 * each execution.
 *
 * <p>Without more words a policy does not rest, and retries each {@link Exception}.
 *
 * <p><b>Cancel safety.</b> See {@link Futures#retry} and {@link Backoff}.
 *
 * <p><b>Threading.</b> A policy may be used by any thread; runs that are started on several at once draw their
 * sequences in whatever order that happens.
 *
 * <p><b>Allocation.</b> An object for each method that is called: keep it in a constant.
 *
 * <p><b>Errors.</b> {@link IllegalArgumentException} where the policy is made: for less than one attempt, a rest below
 * zero, a factor below 1, jitter that is no percentage.
 *
 * @see Futures#retry
 * @see Backoff
 */
public final class Retry {
    static final int FOREVER = Integer.MAX_VALUE;

    private static final int PERCENT = 100;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final int attempts;
    private final long backoffNanos;
    private final int factor;
    private final long capNanos;
    private final int jitterPercent;
    private final long seed;
    private final @Nullable RetryCondition condition;

    /** How many runs have begun. */
    private int runs;

    private Retry(
            int attempts,
            long backoffNanos,
            int factor,
            long capNanos,
            int jitterPercent,
            long seed,
            @Nullable RetryCondition condition) {
        this.attempts = attempts;
        this.backoffNanos = backoffNanos;
        this.factor = factor;
        this.capNanos = capNanos;
        this.jitterPercent = jitterPercent;
        this.seed = seed;
        this.condition = condition;
    }

    /**
     * A policy of a number of attempts.
     *
     * @param attempts how often it is tried, the first time included; at least 1
     * @return a policy without rests
     * @throws IllegalArgumentException if the number is less than 1: nothing would be tried, and there would be neither a
     *     value nor an exception
     */
    public static Retry attempts(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException(
                    "a retry needs at least one attempt, not ".concat(Integer.toString(attempts)));
        }
        return new Retry(attempts, 0, 2, Long.MAX_VALUE, 0, 0, null);
    }

    /**
     * A policy that never gives up.
     *
     * @return a policy without rests
     */
    public static Retry forever() {
        return attempts(FOREVER);
    }

    /**
     * How long the first rest is.
     *
     * @param millis in milliseconds, not negative
     * @return another policy
     * @throws IllegalArgumentException if it is negative
     */
    public Retry backoffMillis(long millis) {
        return new Retry(attempts, nanos(millis, "a backoff"), factor, capNanos, jitterPercent, seed, condition);
    }

    /**
     * How many times longer each rest is than the one before. 2 if nothing is said; 1 for rests of one length.
     *
     * @param times at least 1
     * @return another policy
     * @throws IllegalArgumentException if it is less than 1
     */
    public Retry factor(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("a factor is at least 1, not ".concat(Integer.toString(times)));
        }
        return new Retry(attempts, backoffNanos, times, capNanos, jitterPercent, seed, condition);
    }

    /**
     * How long a rest is at most. Without end if nothing is said.
     *
     * @param millis in milliseconds, not negative
     * @return another policy
     * @throws IllegalArgumentException if it is negative
     */
    public Retry capMillis(long millis) {
        return new Retry(attempts, backoffNanos, factor, nanos(millis, "a cap"), jitterPercent, seed, condition);
    }

    /**
     * How much of a rest may be taken away by chance.
     *
     * @param percent from 0 to 100; 100 gives any rest from none to all of it
     * @param randomSeed what the chance is drawn from: the same number, the same rests
     * @return another policy
     * @throws IllegalArgumentException if it is outside of 0 to 100
     */
    public Retry jitterPercent(int percent, long randomSeed) {
        if (percent < 0 || percent > PERCENT) {
            throw new IllegalArgumentException("a jitter is 0 to 100 percent, not ".concat(Integer.toString(percent)));
        }
        return new Retry(attempts, backoffNanos, factor, capNanos, percent, randomSeed, condition);
    }

    /**
     * What is worth another attempt. Each {@link Exception} if nothing is said.
     *
     * @param worth asked with each exception but the last attempt's; where it says false that exception leaves
     * @return another policy
     */
    public Retry retryIf(RetryCondition worth) {
        return new Retry(attempts, backoffNanos, factor, capNanos, jitterPercent, seed, worth);
    }

    /**
     * The rests of one run, for a loop of one's own; see {@link Backoff}.
     *
     * @return a new object, which can be used for one run after the other
     */
    public Backoff backoff() {
        Backoff backoff = new Backoff();
        backoff.begin(this);
        return backoff;
    }

    private static long nanos(long millis, String what) {
        if (millis < 0) {
            throw new IllegalArgumentException(what.concat(" is not negative: ").concat(Long.toString(millis)));
        }
        return millis > Long.MAX_VALUE / NANOS_PER_MILLI ? Long.MAX_VALUE : millis * NANOS_PER_MILLI;
    }

    int attempts() {
        return attempts;
    }

    /** The rest before the second attempt, without jitter. */
    long firstRest() {
        return Math.min(backoffNanos, capNanos);
    }

    /** The rest after another one, without jitter. */
    long restAfter(long rest) {
        long longer = rest > Long.MAX_VALUE / factor ? Long.MAX_VALUE : rest * factor;
        return Math.min(longer, capNanos);
    }

    /** Takes the part away that chance wants. */
    long jittered(long rest, long random) {
        if (jitterPercent == 0) {
            return rest;
        }
        long most = rest / PERCENT * jitterPercent + rest % PERCENT * jitterPercent / PERCENT;
        return most == 0 ? rest : rest - (random >>> 1) % (most + 1);
    }

    /** Where the random numbers of the next run start. */
    long nextSeed() {
        return Backoff.mix(seed + Backoff.GOLDEN * runs++);
    }

    /** Whether an exception is worth another attempt. */
    boolean retries(Throwable thrown) {
        return thrown instanceof Exception e && (condition == null || condition.isWorthRetrying(e));
    }
}
