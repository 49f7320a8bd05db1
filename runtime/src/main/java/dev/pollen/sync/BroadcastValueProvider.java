// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.annotations.Placed;

/**
 * Gives any number of futures, which one value resolves all. They wait from the moment when they are made, so what they
 * ask for may be started after {@link #get} and before they are awaited.
 *
 * <pre>{@code
 * static final class Scanner {
 *     private final BroadcastValueProvider<String> scan = BroadcastValueProvider.of();
 *
 *     Future<String> next() {
 *         return scan.get();
 *     }
 *
 *     void onScan(String code) {
 *         scan.resolve(code); // to all that wait
 *     }
 * }
 * }</pre>
 *
 * <p><b>Cancel safety.</b> A future that is cancelled leaves; the others get their value.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future is used by one task at a time.
 *
 * <p><b>Allocation.</b> None after it is made, where the futures are awaited directly.
 *
 * <p><b>Errors.</b> {@link ChannelClosedException} at the await of a future that was given up by {@link #cancel} or
 * {@link #close}. Null is a {@link NullPointerException}. What is {@code local} throws {@link IllegalStateException}
 * where another executor or thread uses it.
 *
 * @param <T> the type of the value, which is never null
 */
public final class BroadcastValueProvider<T> implements AutoCloseable {
    private final Provision<T> provision;

    private BroadcastValueProvider(Access access) {
        provision = new Provision<>(access);
    }

    /**
     * Names this provider, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public BroadcastValueProvider<T> named(String name) {
        provision.access.name(name);
        return this;
    }

    /**
     * A provider that is safe between threads.
     *
     * @param <T> the type of the value
     * @return a provider without futures
     */
    public static <T> BroadcastValueProvider<T> of() {
        return new BroadcastValueProvider<>(new SharedAccess("BroadcastValueProvider"));
    }

    /**
     * A provider that belongs to one executor: the first that uses it.
     *
     * @param <T> the type of the value
     * @return a provider without futures; from elsewhere its methods and futures throw {@link IllegalStateException}
     */
    public static <T> BroadcastValueProvider<T> local() {
        return new BroadcastValueProvider<>(new LocalAccess("BroadcastValueProvider"));
    }

    /**
     * A future of the next value that is given.
     *
     * @return a future that waits already; it fails with {@link ChannelClosedException} when the provider is cancelled or
     *     closed
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
     */
    public ProvidedValue<T> get$in(ProvidedValue<T> slot) {
        provision.begin(slot, null, false);
        return slot;
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
     * Resolves all futures that are there, in the order in which they were made.
     *
     * @param t the value
     * @return how many there were
     * @throws NullPointerException if the value is null
     */
    public int resolve(T t) {
        return provision.resolveAll(Provision.notNull(t));
    }

    /** Makes the futures that are there fail with {@link ChannelClosedException}; the provider can be used again. */
    public void cancel() {
        provision.cancel();
    }

    /** Makes the futures that are there fail with {@link ChannelClosedException}, and all that come later. */
    @Override
    public void close() {
        provision.close();
    }
}
