// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.WaitDescription;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import dev.pollen.platform.CriticalSection;
import org.jspecify.annotations.Nullable;

/**
 * Several runs of tasks whose results are awaited in the order in which they come.
 *
 * <pre>{@code
 * try (JoinSet<String> names = JoinSet.of(spawner, 4)) {
 *     for (int i = 1; i <= 3; i++) {
 *         names.spawn(name(i));
 *     }
 *     while (!names.isEmpty()) {
 *         print(await(names.joinNext())); // the fastest first
 *     }
 * }
 * }</pre>
 *
 * <p><b>Cancel safety.</b> A {@link #joinNext} that is cancelled has taken nothing: the result is there for the next.
 * Closing the set aborts the runs that are left.
 *
 * <p><b>Threading.</b> Belongs to one task; the runs may be on another executor.
 *
 * <p><b>Allocation.</b> Places for as many runs as it can hold, when it is made; nothing afterwards.
 *
 * <p><b>Errors.</b> What a run throws leaves from the {@link #joinNext} that finds it, and the others stay in the set.
 *
 * @param <T> the type of the results
 */
public final class JoinSet<T extends @Nullable Object> implements AutoCloseable {
    private final Spawner spawner;
    private final Place<T>[] places;
    private final CriticalSection access = new CriticalSection();

    /** Places whose run has ended, or that want another poll: oldest first; guarded by {@code access}. */
    private @Nullable Place<T> firstSignalled;

    private @Nullable Place<T> lastSignalled;
    private @Nullable Waker waiter;
    private int size;

    @SuppressWarnings({"unchecked", "rawtypes"}) // the array is filled here
    private JoinSet(Spawner spawner, int capacity) {
        this.spawner = spawner;
        places = new Place[capacity];
        for (int i = 0; i < capacity; i++) {
            places[i] = new Place<>();
        }
    }

    /**
     * A set without runs.
     *
     * @param <T> the type of the results
     * @param spawner where its tasks are started
     * @param capacity how many runs it can hold, those included whose result was not taken
     * @return the set
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public static <T extends @Nullable Object> JoinSet<T> of(Spawner spawner, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "the capacity of a JoinSet is at least 1, and is ".concat(Integer.toString(capacity)));
        }
        JoinSet<T> set = new JoinSet<>(spawner, capacity);
        for (Place<T> place : set.places) {
            place.set = set;
        }
        return set;
    }

    /**
     * Starts a task whose result belongs to the set.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @throws SpawnException as {@link Spawner#spawn} does
     * @throws IllegalStateException if the set is full; the task is not started and its slot stays claimed
     */
    public void spawn(Task<T> t) {
        if (!trySpawn(t)) {
            throw new IllegalStateException("a JoinSet for "
                    .concat(Integer.toString(places.length))
                    .concat(" runs is full: await joinNext() first, or make it larger"));
        }
    }

    /**
     * Starts a task whose result belongs to the set, if there is a place for it.
     *
     * @param t what the call of an {@code @AsyncTask} method gave
     * @return false if the set is full; then the task is as it was
     * @throws SpawnException as {@link Spawner#spawn} does
     */
    public boolean trySpawn(Task<T> t) {
        for (Place<T> place : places) {
            if (!place.taken) {
                spawner.submit$in(t, place.run);
                place.taken = true;
                size++;
                // The first poll of the run is made by joinNext(), on the thread that awaits it.
                place.wake();
                return true;
            }
        }
        return false;
    }

    /**
     * How many runs it holds.
     *
     * @return runs whose result was not taken
     */
    public int size() {
        return size;
    }

    /**
     * Whether there is nothing to wait for.
     *
     * @return true if it holds no run
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * Waits for the run that ends next, or has ended first. One wait at a time.
     *
     * <p><b>Cancel safety.</b> A cancelled wait loses no result.
     *
     * @return a future of its result, or of its exception; an {@link IllegalStateException} if the set is empty
     */
    @Placed(slot = Next.class, by = "joinNext$in")
    public Future<T> joinNext() {
        return joinNext$in(new Next<>());
    }

    /**
     * {@link #joinNext} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Next<T> joinNext$in(Next<T> slot) {
        slot.start(this);
        return slot;
    }

    /** Aborts all runs; their results are {@link TaskAbortedException}s then, unless they have ended before. */
    public void abortAll() {
        for (Place<T> place : places) {
            if (place.taken) {
                place.run.abort();
            }
        }
    }

    /** Aborts all runs and lets go of their results. */
    @Override
    public void close() {
        abortAll();
        access.enter();
        firstSignalled = null;
        lastSignalled = null;
        waiter = null;
        for (Place<T> place : places) {
            place.signalled = false;
            place.next = null;
        }
        access.exit();
        for (Place<T> place : places) {
            if (place.taken) {
                place.taken = false;
                place.run.cancel();
            }
        }
        size = 0;
    }

    private void signal(Place<T> place) {
        Waker woken = null;
        access.enter();
        if (!place.signalled) {
            place.signalled = true;
            place.next = null;
            if (lastSignalled == null) {
                firstSignalled = place;
            } else {
                lastSignalled.next = place;
            }
            lastSignalled = place;
            woken = waiter;
        }
        access.exit();
        if (woken != null) {
            woken.wake();
        }
    }

    private @Nullable Place<T> nextSignalled(Waker waker) {
        access.enter();
        waiter = waker;
        Place<T> place = firstSignalled;
        if (place != null) {
            place.signalled = false;
            firstSignalled = place.next;
            if (firstSignalled == null) {
                lastSignalled = null;
            }
        }
        access.exit();
        return place;
    }

    private void stopWaiting() {
        access.enter();
        waiter = null;
        access.exit();
    }

    /** The place of one run, and what its end wakes. */
    private static final class Place<T extends @Nullable Object> implements Waker {
        private final TaskJoin<T> run = new TaskJoin<>();
        private final Context cx = Context.of(this);
        private @Nullable JoinSet<T> set;
        private @Nullable Place<T> next;
        private boolean signalled;
        private boolean taken;

        @Override
        public void wake() {
            set.signal(this);
        }
    }

    /**
     * The future of {@link JoinSet#joinNext}, and its slot.
     *
     * @param <T> the type of the results
     */
    public static final class Next<T extends @Nullable Object> implements Future<T>, Describable {
        private static final byte EMPTY = 0;
        private static final byte PLACED = 1;
        private static final byte OVER = 2;
        private static final byte CANCELLED = 3;

        private byte phase;
        private @Nullable JoinSet<T> set;
        private @Nullable T value;

        /** A slot, to be started by {@link JoinSet#joinNext$in}. */
        public Next() {}

        private void start(JoinSet<T> from) {
            set = from;
            value = null;
            phase = PLACED;
        }

        @Override
        public void describeWait(WaitDescription to) {
            JoinSet<T> from = set;
            if (from != null) {
                to.reason("one of ".concat(Integer.toString(from.size)).concat(" runs of a JoinSet"));
            }
        }

        @Override
        public Poll poll(Context cx) {
            if (phase != PLACED) {
                throw new IllegalStateException("JoinSet.joinNext() was polled "
                        .concat(
                                switch (phase) {
                                    case EMPTY -> "before it was placed in its slot";
                                    case OVER -> "after completion; it ends once, call the method again";
                                    default -> "after cancel; call the method again";
                                }));
            }
            JoinSet<T> from = set;
            if (from.size == 0) {
                end();
                throw new IllegalStateException(
                        "JoinSet.joinNext() waits for nothing, as the set is empty: ask isEmpty() first");
            }
            Waker waker = cx.waker();
            Place<T> place = from.nextSignalled(waker);
            while (place != null) {
                if (hasEnded(place)) {
                    value = place.run.take();
                    place.taken = false;
                    end();
                    return Poll.READY;
                }
                place = from.nextSignalled(waker);
            }
            return Poll.PENDING;
        }

        private boolean hasEnded(Place<T> place) {
            try {
                return place.run.poll(place.cx) == Poll.READY;
            } catch (Throwable thrown) {
                place.taken = false;
                end();
                throw thrown;
            }
        }

        private void end() {
            JoinSet<T> from = set;
            if (from.size > 0) {
                from.size--;
            }
            from.stopWaiting();
            set = null;
            phase = OVER;
        }

        @Override
        public T get() {
            if (phase != OVER) {
                throw new IllegalStateException("JoinSet.joinNext() was read before its poll returned READY");
            }
            return value;
        }

        @Override
        public T take() {
            T taken = get();
            value = null;
            return taken;
        }

        @Override
        public void cancel() {
            if (phase == PLACED) {
                phase = CANCELLED;
                set.stopWaiting();
                set = null;
            }
        }
    }
}
