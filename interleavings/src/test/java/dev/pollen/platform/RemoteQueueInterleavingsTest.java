// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import dev.pollen.platform.RemoteQueue.Offer;
import java.lang.invoke.VarHandle;
import org.junit.jupiter.api.Test;

/** The list of what other threads have woken: offered by two of them while a third one takes over. */
final class RemoteQueueInterleavingsTest {
    /** Two threads offer two links each, one of them the same; a third takes over meanwhile and afterwards. */
    static final class OffersAndTakeOver extends Scenario {
        private final RemoteQueue queue = new RemoteQueue();
        private final Link shared = new Link();
        private final Link[] own = {new Link(), new Link()};
        private final int[] firsts = new int[2];
        private int takeOvers;

        @Override
        protected Scenario fresh() {
            return new OffersAndTakeOver();
        }

        @Override
        protected void execute() throws Exception {
            Thread one = start(0);
            Thread two = start(1);
            takeOver();
            one.join();
            two.join();
            takeOver();
            check(own[0].taken == 1 && own[1].taken == 1, "an own link was lost or doubled");
            check(shared.taken >= 1 && shared.taken <= 2, "the shared link was lost or doubled");
            check(firsts[0] + firsts[1] == takeOvers, "not each filling of the empty queue was told");
        }

        @Override
        protected void execute(int thread) {
            offer(thread, own[thread]);
            offer(thread, shared);
        }

        private void offer(int thread, Link link) {
            if (queue.offer(link) == Offer.FIRST) {
                firsts[thread]++;
            }
        }

        private void takeOver() {
            RemoteLink link = queue.takeAll();
            if (link != null) {
                takeOvers++;
            }
            int taken = 0;
            while (link != null) {
                check(++taken <= 3, "the list has a cycle");
                ((Link) link).taken++;
                link = RemoteQueue.release(link);
            }
        }
    }

    private static final class Link extends RemoteLink {
        private int taken;
    }

    /** Not atomic. */
    static final class Plain {
        private Plain() {}

        static boolean claim(VarHandle handle, RemoteLink link, Void none, RemoteLink mark) {
            if (handle.getVolatile(link) != null) {
                return false;
            }
            handle.setVolatile(link, mark);
            return true;
        }

        static boolean claim(VarHandle handle, RemoteLink link, RemoteLink seen, RemoteLink same) {
            return handle.getVolatile(link) == seen;
        }

        static boolean push(VarHandle handle, RemoteQueue queue, RemoteLink older, RemoteLink link) {
            if (handle.getVolatile(queue) != older) {
                return false;
            }
            handle.setVolatile(queue, link);
            return true;
        }

        static RemoteLink takeAll(VarHandle handle, RemoteQueue queue, Void none) {
            RemoteLink newest = (RemoteLink) handle.getVolatile(queue);
            handle.setVolatile(queue, (RemoteLink) null);
            return newest;
        }
    }

    @Test
    void nothingIsLostOrDoubled() {
        Interleavings.of(OffersAndTakeOver.class, 2_000).hold();
    }

    @Test
    void aClaimByAPlainWriteIsFound() {
        Interleavings.of(OffersAndTakeOver.class, 2_000)
                .find("", Mutation.in(RemoteLink.class, "claimRemote").replace("compareAndSet", Plain.class, "claim"));
    }

    @Test
    void aPushByAPlainWriteIsFound() {
        Interleavings.of(OffersAndTakeOver.class, 2_000)
                .find("", Mutation.in(RemoteQueue.class, "offer").replace("compareAndSet", Plain.class, "push"));
    }

    @Test
    void aTakeOverByAPlainWriteIsFound() {
        Interleavings.of(OffersAndTakeOver.class, 2_000)
                .find("", Mutation.in(RemoteQueue.class, "takeAll").replace("getAndSet", Plain.class, "takeAll"));
    }
}
