// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/**
 * What the operators of streams have in common: a generator whose body is written by hand, and that ends the stream it
 * works on when it ends itself. User code names {@link AsyncStream}, never this class.
 *
 * <p>It has one position: it waits for a value of its source, or rests behind one that it has given. Values are not kept
 * here but read where they are, so an element costs no copy and no bytes.
 */
abstract class StreamOperator extends Generator {
    /** The one position, see {@link StateMachine}. */
    private static final int AT_WORK = 1;

    private int state = CANCELLED;

    /** Whose values these are; null after the end. */
    private @Nullable AsyncStream<?> source;

    /** The future of the source's next value, while that is waited for. */
    private Future.@Nullable OfBoolean waiting;

    private boolean found;

    StreamOperator() {}

    final void begins(AsyncStream<?> of) {
        if (of == null) {
            throw new NullPointerException(name().concat(" was given null in place of a stream"));
        }
        placed();
        source = of;
        waiting = null;
        // Not START: what was not asked for a value ends its source all the same.
        state = AT_WORK;
    }

    /** Checks what a factory was given beside the stream. */
    final <A> A present(A argument) {
        if (argument == null) {
            throw new NullPointerException(name().concat(" was given null"));
        }
        return argument;
    }

    /** How the source names the operator. */
    abstract String name();

    /** Goes on to the next value; READY where there is one, and after {@link #ends}. */
    abstract Poll advance(Context cx);

    /** Whose values these are. */
    final AsyncStream<?> source() {
        return source;
    }

    /** Polls for a value of the source; when it is READY {@link #found} says whether there is one. */
    final Poll pollSource(Context cx) {
        Future.OfBoolean next = waiting;
        if (next == null) {
            next = source.next();
            waiting = next;
        }
        if (next.poll(cx) == Poll.PENDING) {
            return Poll.PENDING;
        }
        waiting = null;
        found = next.getAsBoolean();
        return Poll.READY;
    }

    /** Whether the source had a value, and not come to its end. */
    final boolean found() {
        return found;
    }

    /** Ends this and the source, which may have ended already. */
    final Poll ends() {
        cancelSources();
        state = DONE;
        clear();
        return Poll.READY;
    }

    /** Ends what this works on. */
    void cancelSources() {
        AsyncStream<?> of = source;
        if (of != null) {
            of.cancel();
        }
    }

    @Override
    public final Poll poll(Context cx) {
        if (state != AT_WORK) {
            throw Unwinding.fail(this, Unwinding.unwind(this));
        }
        try {
            return advance(cx);
        } catch (Throwable thrown) {
            try {
                cancelSources();
            } catch (Throwable second) {
                if (second != thrown) {
                    thrown.addSuppressed(second);
                }
            }
            throw Unwinding.fail(this, thrown);
        }
    }

    @Override
    public final int state() {
        return state;
    }

    @Override
    public final void state(int next) {
        state = next;
    }

    @Override
    public final void cancelChild(int at) {
        cancelSources();
    }

    @Override
    public @Nullable Future<?> child(int at) {
        return waiting;
    }

    @Override
    public void clear() {
        source = null;
        waiting = null;
    }

    @Override
    public final String at(int at) {
        return name();
    }

    @Override
    void forget() {
        // The value is the source's.
    }
}
