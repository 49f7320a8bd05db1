// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for, once: a {@link OnceLock} that knows how.
 *
 * <pre>{@code
 * static final LazyLock<int[]> SINES = LazyLock.of(() -> table(256)); // made when first asked for
 *
 * int[] sines = await(SINES.get()); // in any task
 * }</pre>
 *
 * <p><b>Cancel safety.</b> A {@code get} that is cancelled has no effect; another one makes the value.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. The
 * initialiser runs in a poll of the task that was first, while the others wait without holding their threads.
 *
 * <p><b>Allocation.</b> What the initialiser makes, and nothing else, where the futures are awaited directly.
 *
 * <p><b>Errors.</b> An exception of the initialiser leaves from the await of the task that ran it; the next one in line
 * runs it anew. What is {@code local} throws {@link IllegalStateException} where another executor or thread uses it.
 *
 * @param <T> the type of the value
 */
public class LazyLock<T> {
    private final OnceLock<T> cell;
    private final OnceLock.Initializer<? extends T> initializer;

    private LazyLock(Access access, OnceLock.Initializer<? extends T> initializer) {
        if (initializer == null) {
            throw new NullPointerException("the initializer");
        }
        this.cell = new OnceLock<>(access);
        this.initializer = initializer;
    }

    /**
     * A cell that is safe between threads.
     *
     * @param <T> the type of the value
     * @param initializer makes the value
     * @return one without a value
     */
    public static <T> LazyLock<T> of(OnceLock.Initializer<? extends T> initializer) {
        return new LazyLock<>(new SharedAccess("LazyLock"), initializer);
    }

    /**
     * A cell that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the value
     * @param initializer makes the value
     * @return one without a value; from elsewhere its methods and futures throw {@link IllegalStateException}
     */
    public static <T> LazyLock<T> local(OnceLock.Initializer<? extends T> initializer) {
        return new LazyLock<>(new LocalAccess("LazyLock"), initializer);
    }

    /**
     * Names this cell, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public LazyLock<T> named(String name) {
        cell.named(name);
        return this;
    }

    /**
     * Gives the value, and makes it if nobody has.
     *
     * @return a future of the value
     */
    @Placed(slot = OnceLock.Get.class, by = "get$in")
    public Future<T> get() {
        return get$in(new OnceLock.Get<>());
    }

    /**
     * {@link #get} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public OnceLock.Get<T> get$in(OnceLock.Get<T> slot) {
        return cell.getOrInit$in(initializer, slot);
    }

    /**
     * The value, if it was made.
     *
     * @return null if it was not
     */
    public @Nullable T tryGet() {
        return cell.tryGet();
    }

    /**
     * Takes the value out; who asks next makes a new one.
     *
     * @return null if it was not made
     */
    public @Nullable T take() {
        return cell.take();
    }
}
