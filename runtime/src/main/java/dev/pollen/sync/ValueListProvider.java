// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.annotations.Placed;

/**
 * Gives futures that each ask for something; somebody else resolves the first, all, or those whose request fits. They wait
 * from the moment when they are made.
 *
 * <pre>{@code
 * static final class Coins {
 *     private final ValueListProvider<Integer, String> buyers = ValueListProvider.of();
 *
 *     Future<String> buy(int price) {
 *         return buyers.get(price);
 *     }
 *
 *     void onCoin(int cents) {
 *         buyers.resolveFirstMatching(price -> price <= cents, "here you are"); // the first who can pay
 *     }
 * }
 * }</pre>
 *
 * <p><b>Cancel safety.</b> A future that is cancelled leaves. A value that was given to the first in line goes to the next then,
 * if there is one; one that was given to a request that fitted is dropped.
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
 * @param <Q> the type of what is asked for
 * @param <T> the type of the value, which is never null
 */
public final class ValueListProvider<Q, T> implements AutoCloseable {
    private final Provision<T> provision;

    private ValueListProvider(Access access) {
        provision = new Provision<>(access);
    }

    /**
     * Names this provider, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public ValueListProvider<Q, T> named(String name) {
        provision.access.name(name);
        return this;
    }

    /**
     * A provider that is safe between threads.
     *
     * @param <Q> the type of what is asked for
     * @param <T> the type of the value
     * @return a provider without futures
     */
    public static <Q, T> ValueListProvider<Q, T> of() {
        return new ValueListProvider<>(new SharedAccess("ValueListProvider"));
    }

    /**
     * A provider that belongs to one executor: the first that uses it.
     *
     * @param <Q> the type of what is asked for
     * @param <T> the type of the value
     * @return a provider without futures; from elsewhere its methods and futures throw {@link IllegalStateException}
     */
    public static <Q, T> ValueListProvider<Q, T> local() {
        return new ValueListProvider<>(new LocalAccess("ValueListProvider"));
    }

    /**
     * A future of a value that is asked for.
     *
     * @param request what is asked for
     * @return a future that waits already; it fails with {@link ChannelClosedException} when the provider is cancelled or
     *     closed
     */
    @Placed(slot = ProvidedValue.class, by = "get$in")
    public Future<T> get(Q request) {
        return get$in(request, new ProvidedValue<>());
    }

    /**
     * {@link #get} in a slot.
     *
     * @param request what is asked for
     * @param slot a slot that is not in use
     * @return the slot
     */
    public ProvidedValue<T> get$in(Q request, ProvidedValue<T> slot) {
        provision.begin(slot, request, false);
        return slot;
    }

    /**
     * How many futures are not resolved. Counts them one by one.
     *
     * @return how many wait
     */
    public int size() {
        return provision.size();
    }

    /**
     * Whether no future waits.
     *
     * @return whether {@link #size} is 0
     */
    public boolean isEmpty() {
        return provision.isEmpty();
    }

    /**
     * Resolves the future that was made first.
     *
     * @param t the value
     * @return whether there was one; otherwise the value is for nobody
     * @throws NullPointerException if the value is null
     */
    public boolean resolveFirst(T t) {
        return provision.resolveFirst(Provision.notNull(t));
    }

    /**
     * Resolves all futures that are there, in the order in which they were made.
     *
     * @param t the value
     * @return how many there were
     * @throws NullPointerException if the value is null
     */
    public int resolveAll(T t) {
        return provision.resolveAll(Provision.notNull(t));
    }

    /**
     * Resolves the first future whose request fits. The match is asked while others may use the provider, and may use it.
     *
     * @param match says which requests fit
     * @param t the value
     * @return whether there was one
     * @throws NullPointerException if the value is null
     */
    public boolean resolveFirstMatching(Match<? super Q> match, T t) {
        return provision.<Q>resolve(match, Provision.notNull(t), 1) != 0;
    }

    /**
     * Resolves all futures that are there and whose requests fit. The match is asked about one after the other, in the
     * order in which they were made, and one that fits is resolved before it is asked about the next: it may hand out a
     * quantity. It is asked while others may use the provider, and may use it. Takes time that grows with the square of
     * the number of futures.
     *
     * @param match says which requests fit
     * @param t the value
     * @return how many were resolved
     * @throws NullPointerException if the value is null
     */
    public int resolveAllMatching(Match<? super Q> match, T t) {
        return provision.<Q>resolve(match, Provision.notNull(t), Integer.MAX_VALUE);
    }

    /**
     * Says which requests a value is for.
     *
     * @param <Q> the type of what is asked for
     */
    public interface Match<Q> {
        /**
         * Asked about a future that waits.
         *
         * @param request what it asks for
         * @return whether the value is for it
         */
        boolean test(Q request);
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
