// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.platform.CriticalSection;
import dev.pollen.platform.CurrentPools;
import org.jspecify.annotations.Nullable;

/**
 * Task pools apart from those of the program: for tests, which run side by side and must not take each other's slots.
 *
 * <p>A program has one pool for each {@code @AsyncTask} method, in a static field. On a thread that has {@linkplain
 * #enter entered} an object of this class, a call of such a method claims a slot of the object's own pool for it
 * instead, which is made at the first such call, as large as the program's. Inside a task the call claims where that task
 * was claimed, on whatever thread it runs; a thread that is started on such a thread begins there too.
 *
 * <pre>{@code
 * TaskPools before = TaskPools.enter(new TaskPools());
 * spawner.spawn(blink(led));      // a slot that nobody else sees
 * TaskPools.enter(before);
 * }</pre>
 *
 * <p>What is separated is the slots. Static variables of the program are not.
 *
 * <p><b>Threading.</b> All methods may be called from any thread.
 *
 * <p><b>Allocation.</b> A pool when it is first needed, nothing afterwards; a program in which nobody has entered pools
 * pays one read of a flag for each claim.
 */
public final class TaskPools {
    private final CriticalSection access = new CriticalSection();
    private @Nullable TaskPool<?> newest;
    private boolean closed;

    /** Pools of which none is made yet. */
    public TaskPools() {}

    /**
     * Where calls of task methods on this thread, outside of any task, claim their slots.
     *
     * @return what was entered last; null for the pools of the program
     */
    public static @Nullable TaskPools current() {
        return CurrentPools.isUsed() ? CurrentPools.get() : null;
    }

    /**
     * Makes calls of task methods on this thread claim their slots elsewhere.
     *
     * @param pools the pools; null for those of the program
     * @return what was entered before, to be entered again afterwards
     */
    public static @Nullable TaskPools enter(@Nullable TaskPools pools) {
        TaskPools before = current();
        if (before != pools) {
            CurrentPools.set(pools);
        }
        return before;
    }

    /**
     * Which slots are taken.
     *
     * @return a line for each slot that was claimed here and is not free again, with the task's name and where it waits,
     *     pools in the order of their first use; empty if there is none. Background tasks are left out
     */
    public String dump() {
        StringBuilder dump = new StringBuilder();
        access.enter();
        TaskPool<?> last = newest;
        access.exit();
        dump(last, dump);
        return dump.toString();
    }

    /**
     * Gives the pools up: from now on calls claim from the pools of the program, also on threads that have entered these.
     * Tasks that still have slots here keep them until they end.
     */
    public void close() {
        access.enter();
        closed = true;
        newest = null;
        access.exit();
    }

    /** The pool to claim from where the program's is the one given. */
    static <T extends TaskHeader> TaskPool<T> select(TaskPool<T> program) {
        TaskPools pools = here();
        return pools == null ? program : pools.find(program);
    }

    private static @Nullable TaskPools here() {
        Executor executor = Executor.current();
        TaskHeader task = executor == null ? null : executor.polled();
        TaskPool<?> pool = task == null ? null : task.record.pool();
        return pool == null ? CurrentPools.get() : pool.pools();
    }

    private <T extends TaskHeader> TaskPool<T> find(TaskPool<T> program) {
        TaskPool<T> found = search(program);
        return found == null ? add(program, new TaskPool<>(program, this)) : found;
    }

    private <T extends TaskHeader> TaskPool<T> search(TaskPool<T> program) {
        access.enter();
        TaskPool<T> found = closed ? program : known(program);
        access.exit();
        return found;
    }

    /** The pool is made outside of the critical section, as its making allocates; then another thread may have been faster. */
    private <T extends TaskHeader> TaskPool<T> add(TaskPool<T> program, TaskPool<T> made) {
        access.enter();
        TaskPool<T> found = closed ? program : known(program);
        if (found == null) {
            made.older = newest;
            newest = made;
            found = made;
        }
        access.exit();
        return found;
    }

    @SuppressWarnings("unchecked") // a copy has slots of the class of its original's
    private <T extends TaskHeader> @Nullable TaskPool<T> known(TaskPool<T> program) {
        for (TaskPool<?> pool = newest; pool != null; pool = pool.older) {
            if (pool.program() == program) {
                return (TaskPool<T>) pool;
            }
        }
        return null;
    }

    private static void dump(@Nullable TaskPool<?> pool, StringBuilder dump) {
        if (pool != null) {
            dump(pool.older, dump);
            pool.dumpTaken(dump);
        }
    }
}
