// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Future;
import dev.pollen.futures.Futures;
import dev.pollen.futures.Yield;
import dev.pollen.sync.Broadcast;
import dev.pollen.sync.ChannelClosedException;
import dev.pollen.sync.LaggedException;
import dev.pollen.sync.PubSubChannel;
import dev.pollen.sync.Subscriber;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Messages for all: each subscriber gets those of a publisher in order, and what it gets and what it is told to have missed is
 * what was published. Others come and go meanwhile.
 */
final class TopicGame extends Game {
    /** How messages are published. */
    enum Form {
        WAITING,
        PUSHING_OUT,
        BROADCAST
    }

    private static final int PUBLISHERS = 2;
    private static final int SUBSCRIBERS = 3;
    private static final int EACH = 150;

    private final AtomicInteger published = new AtomicInteger();
    private final Form form;
    private boolean closesEarly;
    private boolean visited;
    private Reader[] readers;
    private PubSubChannel<Integer> channel;
    private Broadcast<Integer> broadcast;

    TopicGame(Form form, Fault fault) {
        super(fault);
        this.form = form;
    }

    @Override
    Actor[] begin(Dice dice, boolean local) {
        int capacity = 1 + dice.below(4);
        closesEarly = dice.once(4);
        visited = dice.once(2);
        channel = local ? PubSubChannel.local(capacity) : PubSubChannel.of(capacity);
        broadcast = local ? Broadcast.local(capacity) : Broadcast.of(capacity);
        readers = new Reader[SUBSCRIBERS + (visited ? 1 : 0)];
        Actor[] actors = new Actor[PUBLISHERS + readers.length];
        for (int i = 0; i < PUBLISHERS; i++) {
            actors[i] = new Publisher(dice.another(), i);
        }
        for (int i = 0; i < readers.length; i++) {
            readers[i] = new Reader(dice.another(), i < SUBSCRIBERS ? 0 : 10);
            actors[PUBLISHERS + i] = readers[i];
        }
        return actors;
    }

    @Override
    void end() {
        for (Reader reader : readers) {
            // Whoever comes and goes has not been there all the time.
            check(
                    reader.patience != 0 || reader.received + reader.missed == published.get(),
                    "what was read and what was missed is not what was published");
        }
        check(channel.subscribers() == 0 && broadcast.subscribers() == 0, "somebody has not left");
        check(channel.freeCapacity() == channel.capacity(), "a slot was lost or doubled");
    }

    @Override
    boolean allocates() {
        // Each of its visits makes a subscriber.
        return visited;
    }

    private Subscriber<Integer> subscribe() {
        return form == Form.BROADCAST ? broadcast.subscribe() : channel.subscribe();
    }

    private void close() {
        channel.close();
        broadcast.close();
    }

    private final class Publisher extends Actor {
        private final PubSubChannel.Publish<Integer> publish = new PubSubChannel.Publish<>();
        private final Yield pause = new Yield();
        private final int number;
        private int next;
        private boolean pauses;
        private boolean closed;

        Publisher(Dice dice, int number) {
            super(dice);
            this.number = number;
        }

        @Override
        boolean isDone() {
            return closed || next == EACH;
        }

        @Override
        Future<?> next() {
            if (closesEarly && dice.once(200)) {
                close();
            }
            pauses = dice.once(3);
            if (pauses) {
                return Futures.yieldNow$in(pause);
            }
            Integer message = Values.of(number * EACH + next);
            boolean sent;
            switch (form) {
                case BROADCAST:
                    sent = broadcast.send(message) != 0;
                    closed = broadcast.isClosed();
                    break;
                case PUSHING_OUT:
                    sent = channel.publishImmediate(message);
                    closed = !sent;
                    break;
                default:
                    if (!dice.once(4)) {
                        return channel.publish$in(message, publish);
                    }
                    sent = channel.tryPublish(message);
            }
            if (sent) {
                sent();
            }
            return null;
        }

        @Override
        void took() {
            if (!pauses) {
                sent();
            }
        }

        private void sent() {
            next++;
            if (published.incrementAndGet() == PUBLISHERS * EACH) {
                close();
            }
        }

        @Override
        void failed(RuntimeException thrown) {
            if (!(thrown instanceof ChannelClosedException)) {
                throw thrown;
            }
            closed = true;
        }
    }

    private final class Reader extends Actor {
        private final Subscriber.Next<Integer> next = new Subscriber.Next<>();
        private final int[] expected = new int[PUBLISHERS];
        private final int patience;
        private Subscriber<Integer> subscriber = subscribe();
        private int received;
        private long missed;
        private boolean over;

        /**
         * A reader.
         *
         * @param patience after how many messages it goes and comes again; 0 for never
         */
        Reader(Dice dice, int patience) {
            super(dice);
            this.patience = patience;
        }

        @Override
        boolean isDone() {
            return over;
        }

        @Override
        Future<?> next() {
            if (patience != 0 && received == patience) {
                received = 0;
                missed = 0;
                subscriber.close();
                subscriber = subscribe();
            }
            if (dice.once(8)) {
                Integer message = subscriber.tryNextKept();
                missed = subscriber.missed();
                if (message != null) {
                    got(message);
                }
                return null;
            }
            return form == Form.WAITING || dice.once(2) ? subscriber.next$in(next) : subscriber.nextKept$in(next);
        }

        @Override
        void took() {
            got(next.take());
        }

        private void got(int message) {
            if (plants(Fault.LOST)) {
                return;
            }
            read(message);
            if (plants(Fault.DOUBLED)) {
                read(message);
            }
            if (message % EACH != 0 && plants(Fault.REORDERED)) {
                read(message - 1);
            }
        }

        private void read(int message) {
            int publisher = message / EACH;
            check(message % EACH >= expected[publisher], "a message has overtaken another one, or came twice");
            expected[publisher] = message % EACH + 1;
            received++;
        }

        @Override
        void failed(RuntimeException thrown) {
            if (thrown instanceof LaggedException) {
                long lost = ((LaggedException) thrown).missed();
                long before = missed;
                missed = subscriber.missed();
                check(lost > 0 && missed >= before + lost, "what it has missed is not what it is told");
                return;
            }
            if (!(thrown instanceof ChannelClosedException)) {
                throw thrown;
            }
            over = true;
            missed = subscriber.missed();
            check(form != Form.WAITING || missed == 0, "a message was lost although its publisher waits");
            subscriber.close();
        }
    }
}
