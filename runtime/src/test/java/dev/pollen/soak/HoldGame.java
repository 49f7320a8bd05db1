// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Future;
import dev.pollen.futures.Futures;
import dev.pollen.futures.Yield;
import dev.pollen.sync.Mutex;
import dev.pollen.sync.Notification;
import dev.pollen.sync.RwLock;
import dev.pollen.sync.Semaphore;
import dev.pollen.sync.SemaphoreClosedException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is held and given back: locks, permits, and a notification that is handed around. A writer is alone; never more permits
 * are out than there are, and all are there in the end. On one executor nobody is granted it before one that came earlier.
 */
final class HoldGame extends Game {
    /** What is held. */
    enum Form {
        MUTEX,
        RW_LOCK,
        SEMAPHORE,
        NOTIFICATION
    }

    private static final int HOLDERS = 5;
    private static final int EACH = 60;
    private static final int PERMITS = 6;

    private final Form form;
    private final AtomicInteger out = new AtomicInteger();
    private final AtomicInteger entries = new AtomicInteger();
    private final Line line = new Line(HOLDERS, () -> plants(Fault.REORDERED));
    private boolean inLine;
    private int counter;
    private int limit;
    private boolean closes;
    private Mutex<HoldGame> mutex;
    private RwLock<HoldGame> rwLock;
    private Semaphore semaphore;
    private Notification notification;

    HoldGame(Form form, Fault fault) {
        super(fault);
        this.form = form;
    }

    @Override
    Actor[] begin(Dice dice, boolean local) {
        limit = form == Form.SEMAPHORE ? PERMITS : form == Form.RW_LOCK ? HOLDERS : 1;
        closes = form == Form.SEMAPHORE && dice.once(4);
        // Else tasks are woken directly, as they are elsewhere.
        inLine = local && !dice.once(4);
        mutex = local ? Mutex.local(this) : Mutex.of(this);
        rwLock = local ? RwLock.local(this) : RwLock.of(this);
        semaphore = local ? Semaphore.local(PERMITS) : Semaphore.of(PERMITS);
        notification = local ? Notification.local() : Notification.of();
        notification.notifyOne();
        Actor[] actors = new Actor[HOLDERS];
        for (int i = 0; i < HOLDERS; i++) {
            actors[i] = holder(dice.another());
        }
        return actors;
    }

    private Holder holder(Dice dice) {
        switch (form) {
            case MUTEX:
                return new OfMutex(dice);
            case RW_LOCK:
                return new OfRwLock(dice);
            case SEMAPHORE:
                return new OfSemaphore(dice);
            default:
                return new OfNotification(dice);
        }
    }

    @Override
    void end() {
        check(out.get() == 0, "somebody is still inside");
        check(!line.isOvertaken(), "somebody was overtaken in line");
        switch (form) {
            case MUTEX:
                check(mutex.tryLock() != null, "the lock was lost");
                break;
            case RW_LOCK:
                check(rwLock.tryWrite() != null, "the lock was lost");
                break;
            case SEMAPHORE:
                check(semaphore.available() == PERMITS, "a permit was lost or doubled");
                return;
            default:
        }
        check(counter == entries.get(), "two were inside");
    }

    /** Enters, stays for a while, leaves. */
    private abstract class Holder extends Actor {
        private final Yield pause = new Yield();
        private final Line.Place place = line.place(this::enter);
        private int left = EACH;
        private int weight;
        private boolean writes;
        private boolean inside;
        private int before;
        private boolean closed;
        private int stays;

        Holder(Dice dice) {
            super(dice);
        }

        /** Who waits for its turn. */
        abstract Future<?> enter();

        /** How much it holds of what there is. */
        abstract int entered();

        /** Whether nobody else may be inside. */
        abstract boolean isAlone();

        abstract void exit();

        @Override
        boolean isDone() {
            return closed || left == 0 && !inside;
        }

        @Override
        Future<?> next() {
            if (!inside) {
                stays = 0;
                if (closes && dice.once(100)) {
                    semaphore.close();
                }
                return begin();
            }
            if (stays-- > 0 || dice.once(2)) {
                return Futures.yieldNow$in(pause);
            }
            leave();
            return null;
        }

        Future<?> begin() {
            return inLine ? place.in() : enter();
        }

        @Override
        void took() {
            if (inside) {
                return;
            }
            check(!line.isOvertaken(), "somebody was overtaken in line");
            inside = true;
            left--;
            weight = entered();
            if (plants(Fault.DOUBLED)) {
                stays = EACH;
                exit();
            }
            writes = isAlone();
            int now = out.addAndGet(writes ? limit : weight);
            // A writer takes all that there is: no reader fits in beside it.
            check(now <= limit, "more are inside than may be");
            if (writes) {
                before = counter;
                entries.incrementAndGet();
            }
        }

        @Override
        void failed(RuntimeException thrown) {
            if (!(thrown instanceof SemaphoreClosedException)) {
                throw thrown;
            }
            closed = true;
        }

        @Override
        final void leave() {
            if (inside) {
                inside = false;
                if (writes) {
                    counter = before + 1;
                }
                out.addAndGet(writes ? -limit : -weight);
                exit();
            }
        }
    }

    private final class OfMutex extends Holder {
        private final Mutex.Lock<HoldGame> lock = new Mutex.Lock<>();
        private Mutex.Guard<HoldGame> guard;

        OfMutex(Dice dice) {
            super(dice);
        }

        @Override
        Future<?> enter() {
            return mutex.lock$in(lock);
        }

        @Override
        int entered() {
            guard = lock.take();
            return 1;
        }

        @Override
        boolean isAlone() {
            return true;
        }

        @Override
        void exit() {
            guard.close();
        }
    }

    private final class OfRwLock extends Holder {
        private final RwLock.Read<HoldGame> read = new RwLock.Read<>();
        private final RwLock.Write<HoldGame> write = new RwLock.Write<>();
        private RwLock.Guard<HoldGame> guard;
        private boolean reads;
        private boolean alone;

        OfRwLock(Dice dice) {
            super(dice);
        }

        @Override
        Future<?> enter() {
            reads = dice.once(2);
            return reads ? rwLock.read$in(read) : rwLock.write$in(write);
        }

        @Override
        int entered() {
            alone = !reads && !dice.once(4);
            guard = reads ? read.take() : alone ? write.take() : write.take().downgrade();
            return 1;
        }

        @Override
        boolean isAlone() {
            return alone;
        }

        @Override
        void exit() {
            guard.close();
        }
    }

    private final class OfSemaphore extends Holder {
        private final Semaphore.Acquire acquire = new Semaphore.Acquire();
        private Semaphore.Permits permits;
        private int tried;

        OfSemaphore(Dice dice) {
            super(dice);
        }

        @Override
        Future<?> begin() {
            if (dice.once(4)) {
                tried = 1 + dice.below(2);
                if (semaphore.tryAcquire(tried)) {
                    permits = null;
                    line.passed();
                    took();
                }
                return null;
            }
            return super.begin();
        }

        @Override
        Future<?> enter() {
            tried = 0;
            int wanted = 1 + dice.below(PERMITS / 2);
            return dice.once(8) ? semaphore.acquireAll$in(wanted, acquire) : semaphore.acquire$in(wanted, acquire);
        }

        @Override
        int entered() {
            if (tried == 0) {
                permits = acquire.take();
            }
            int count = permits == null ? tried : permits.count();
            if (plants(Fault.LOST)) {
                if (permits != null) {
                    permits.forget();
                } else {
                    tried = 0;
                }
            }
            return count;
        }

        @Override
        boolean isAlone() {
            return false;
        }

        @Override
        void exit() {
            if (permits != null) {
                permits.close();
            } else {
                semaphore.release(tried);
            }
        }
    }

    private final class OfNotification extends Holder {
        private final Notification.Notified notified = new Notification.Notified();

        OfNotification(Dice dice) {
            super(dice);
        }

        @Override
        Future<?> enter() {
            return notification.notified$in(notified);
        }

        @Override
        int entered() {
            return 1;
        }

        @Override
        boolean isAlone() {
            return true;
        }

        @Override
        void exit() {
            notification.notifyOne();
        }
    }
}
