// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.poll;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.samples.models.hardware.*;
import dev.pollen.sync.Channel;
import dev.pollen.sync.Notification;
import dev.pollen.time.MissedTicks;
import dev.pollen.time.Ticker;
import dev.pollen.time.Timer;

/**
 * The scenario as a future that is polled by hand. Run it with {@code ./demo models-poll}; it prints what sensors, host and
 * sampler do until the sleep signal, {@code [   103 ms] sensor 1 gives 11} and so on.
 *
 * <p>Everything that it waits for is a field, so its memory is known and a cycle allocates nothing. Each poll begins at the
 * top, with the sleep signal, which is remembered even if nobody waits for it. What must not be forgotten: to poll
 * whatever is pending, to cancel whatever is not wanted any more, and never to poll what is over.
 */
final class PolledSampler implements Future<Void> {
    private enum State {
        NEW,
        RESTING,
        SAMPLING,
        SENDING,
        OVER
    }

    private final Bench bench;
    private final Channel<Packet> link;
    private final Notification.Notified sleep = new Notification.Notified();
    private final Ticker.Next tick = new Ticker.Next();
    private final Timer limit = new Timer();
    private final SensorRead first;
    private final SensorRead second;
    private final Channel.Send<Packet> send = new Channel.Send<>();
    private Ticker ticker;
    private State state = State.NEW;
    private boolean firstDone;
    private boolean secondDone;

    PolledSampler(Bench bench, Channel<Packet> link, Notification sleepSignal) {
        this.bench = bench;
        this.link = link;
        first = new SensorRead(bench.first());
        second = new SensorRead(bench.second());
        sleepSignal.notified$in(sleep);
    }

    @Override
    public Poll poll(Context cx) {
        if (sleep.poll(cx) == Poll.READY) {
            cancelAll();
            bench.log().event("asleep");
            return Poll.READY;
        }
        while (advance(cx)) {
            continue; // in a new state there is something else to poll
        }
        return Poll.PENDING;
    }

    private boolean advance(Context cx) {
        return switch (state) {
            case NEW -> start();
            case RESTING -> tick.poll(cx) == Poll.READY && beginCycle();
            case SAMPLING -> sample(cx);
            case SENDING -> send.poll(cx) == Poll.READY && rest();
            case OVER -> throw new IllegalStateException("the sampler was polled after its end");
        };
    }

    private boolean start() {
        ticker = Ticker.everyMillis(Bench.PERIOD_MILLIS).missed(MissedTicks.SKIP);
        return rest();
    }

    private boolean rest() {
        ticker.next$in(tick);
        state = State.RESTING;
        return true;
    }

    private boolean beginCycle() {
        first.place();
        second.place();
        firstDone = false;
        secondDone = false;
        Timer.afterMillis$in(Bench.LIMIT_MILLIS, limit);
        state = State.SAMPLING;
        return true;
    }

    private boolean sample(Context cx) {
        firstDone = firstDone || first.poll(cx) == Poll.READY;
        secondDone = secondDone || second.poll(cx) == Poll.READY;
        if (firstDone && first.getAsInt() == Sensor.FAULT || secondDone && second.getAsInt() == Sensor.FAULT) {
            return giveUp("sensor failed");
        }
        if (firstDone && secondDone) {
            limit.cancel();
            link.send$in(bench.packet(first.getAsInt(), second.getAsInt()), send);
            state = State.SENDING;
            return true;
        }
        return limit.poll(cx) == Poll.READY && giveUp("timed out");
    }

    private boolean giveUp(String reason) {
        limit.cancel();
        first.cancel();
        second.cancel();
        bench.log().event(reason);
        return rest();
    }

    private void cancelAll() {
        state = State.OVER;
        tick.cancel();
        limit.cancel();
        first.cancel();
        second.cancel();
        send.cancel();
    }

    @Override
    public Void get() {
        return null;
    }

    @Override
    public void cancel() {
        sleep.cancel();
        cancelAll();
    }
}
