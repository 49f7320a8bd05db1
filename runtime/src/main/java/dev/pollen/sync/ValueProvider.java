// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Gives one future at a time, which somebody else resolves: an answer that is on its way. The future waits from the moment
 * when it is made, so what it asks for may be started after {@link #get} and before it is awaited.
 *
 * <pre>{@code
 * static final class Converter {
 *     private final ValueProvider<Integer> conversion = ValueProvider.of();
 *
 *     Future<Integer> convert() {
 *         Future<Integer> value = conversion.get(); // it waits from now on,
 *         start(); // so a conversion that ends at once is not missed
 *         return value;
 *     }
 *
 *     void onInterrupt(int value) {
 *         conversion.resolve(value);
 *     }
 * }
 * }</pre>
 *
 * <p><b>Cancel safety.</b> A future that is cancelled makes room for the next; a value that it was resolved with is dropped.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future is used by one task at a time.
 *
 * <p><b>Allocation.</b> None after it is made, where the futures are awaited directly.
 *
 * <p><b>Errors.</b> {@link ChannelClosedException} at the await of a future that was given up by {@link #cancel} or
 * {@link #close}. A second future while one waits is an {@link IllegalStateException}, null a
 * {@link NullPointerException}. What is {@code local} throws {@link IllegalStateException} where another executor or
 * thread uses it.
 *
 * @param <T> the type of the value, which is never null
 */
public final class ValueProvider<T> implements AutoCloseable {
    private final Provision<T> provision;

    private ValueProvider(Access access) {
        provision = new Provision<>(access);
    }

    /**
     * Names this provider, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public ValueProvider<T> named(String name) {
        provision.access.name(name);
        return this;
    }

    /**
     * A provider that is safe between threads.
     *
     * @param <T> the type of the value
     * @return a provider without futures
     */
    public static <T> ValueProvider<T> of() {
        return new ValueProvider<>(new SharedAccess("ValueProvider"));
    }

    /**
     * A provider that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the value
     * @return a provider without futures; from elsewhere its methods and futures throw {@link IllegalStateException}
     */
    public static <T> ValueProvider<T> local() {
        return new ValueProvider<>(new LocalAccess("ValueProvider"));
    }

    /**
     * The future of the next value that is given.
     *
     * @return a future that waits already; it fails with {@link ChannelClosedException} when the provider is cancelled or
     *     closed
     * @throws IllegalStateException if there is one that is not resolved
     */
    @Placed(slot = ProvidedValue.class, by = "get$in")
    public Future<T> get() {
        return get$in(new ProvidedValue<>());
    }

    /**
     * {@link #get} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     * @throws IllegalStateException if there is one that is not resolved
     */
    public ProvidedValue<T> get$in(ProvidedValue<T> slot) {
        if (!provision.begin(slot, null, true)) {
            throw new IllegalStateException(provision
                    .access
                    .titled()
                    .concat(" has a future that is not resolved; cancel that first, or use BroadcastValueProvider"));
        }
        return slot;
    }

    /**
     * The future of the next value that is given, if there is none yet.
     *
     * @return a future that waits already; null if there is one that is not resolved
     */
    public @Nullable Future<T> tryGet() {
        ProvidedValue<T> slot = new ProvidedValue<>();
        return provision.begin(slot, null, true) ? slot : null;
    }

    /**
     * Whether there is a future that is not resolved.
     *
     * @return whether {@link #resolve} would give its value to somebody
     */
    public boolean hasFuture() {
        return !provision.isEmpty();
    }

    /**
     * Resolves the future.
     *
     * @param t the value
     * @return whether there was one; otherwise the value is for nobody
     * @throws NullPointerException if the value is null
     */
    public boolean resolve(T t) {
        return provision.resolveAll(Provision.notNull(t)) != 0;
    }

    /** Makes the future fail with {@link ChannelClosedException}; the provider can be used again. */
    public void cancel() {
        provision.cancel();
    }

    /** Makes the future fail with {@link ChannelClosedException}, and all that come later. */
    @Override
    public void close() {
        provision.close();
    }
}
