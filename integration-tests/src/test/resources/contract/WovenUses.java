// SPDX-License-Identifier: Apache-2.0
import static dev.pollen.Pollen.*;
import static dev.pollen.futures.Futures.*;

import dev.pollen.*;
import dev.pollen.annotations.*;
import dev.pollen.executor.*;
import dev.pollen.hal.*;
import dev.pollen.sync.*;
import dev.pollen.time.*;
import dev.pollen.time.Timer;

/**
 * The uses of Uses.java where they can be woven: there they await in methods without a mark, which is an error by
 * contract, so here the methods have one. main runs each and prints what it did.
 */
final class WovenUses {
    static final VirtualClock CLOCK = new VirtualClock();

    static class Spi extends Exception {
        private static final long serialVersionUID = 1;
    }

    static final class Bus implements I2c {
        @Async
        public Future<Void> read(int address, byte[] bytes) throws I2cException {
            await(Timer.afterMillis(address));
            return Future.done();
        }
    }

    static final class Led implements Output {
        int toggles;

        @Override
        public void toggle() {
            toggles++;
        }
    }

    @Async static Future<Character> c() { return Future.ready('c'); }
    @Async static Future<Byte> b() { return Future.ready((byte) 1); }
    @Async static Future<Short> s() { return Future.ready((short) 1); }
    @Async static Future<Float> f() { return Future.ready(1f); }
    @Async static Future<Object> o() { return Future.of(1); }
    @Async static Future<Number> n() { return Future.of(1); }
    @Async static Future.OfInt i() { return Future.ready(1); }
    @Async static Future<Integer> i2() { return Future.ready(1); }
    @Async static Future.OfLong l() { return Future.ready(1L); }
    @Async static Future.OfDouble d() { return Future.ready(1d); }
    @Async static Future.OfBoolean z() { return Future.ready(true); }

    @Async
    static Future<String> results() {
        String all = "" + await(c()) + await(b()) + await(s()) + await(f()) + await(o()) + await(n());
        return Future.ready(all + await(i()) + await(i2()) + await(l()) + await(d()) + await(z()));
    }

    static Future<Void> spi() throws Spi {
        throw new Spi();
    }

    @Async
    static Future<Void> one(I2c x) throws I2cException {
        await(x.read(1, null));
        return Future.done();
    }

    @Async
    static Future<Void> two(I2c x) throws Exception {
        await(x.read(1, null));
        await(spi());
        return Future.done();
    }

    @Async
    static Future<Void> twoPrecise(I2c x) throws I2cException, Spi {
        await(WovenUses.body(x));
        return Future.done();
    }

    @Async
    static Future<Void> body(I2c x) throws I2cException, Spi {
        await(x.read(1, null));
        await(spi());
        return Future.done();
    }

    @Async
    static Future<Void> oneBlock(I2c x) throws I2cException {
        await(async(() -> { await(x.read(1, null)); return Future.done(); }));
        return Future.done();
    }

    @Async
    static Future<Void> twoBlocks(I2c x) throws Exception {
        await(async(() -> { await(x.read(1, null)); await(spi()); return Future.done(); }));
        return Future.done();
    }

    @Async
    static Future<Void> noneBlock() {
        await(async(() -> { await(Timer.afterMillis(1)); return Future.done(); }));
        return Future.done();
    }

    @Async
    static Future<Void> endlessBlock() {
        await(async(() -> { for (;;) await(Timer.afterMillis(1)); }));
        return Future.done();
    }

    @Async
    static Future.OfInt primBlock() {
        int v = await(asyncInt(() -> { await(Timer.afterMillis(1)); return Future.ready(1); }));
        long w = await(asyncLong(() -> { await(Timer.afterMillis(1)); return Future.ready(2L); }));
        double d = await(asyncDouble(() -> Future.ready(3d)));
        boolean z = await(asyncBoolean(() -> Future.ready(true)));
        return Future.ready(z ? (int) (v + w + d) : 0);
    }

    @Async
    static Future<String> toBlock() throws TimeoutException {
        int v = await(Timeout.after(i(), 5));
        String w = await(Timeout.after(async(() -> Future.ready("x")), 5));
        try {
            await(Timeout.after(endlessBlock(), 5));
        } catch (TimeoutException e) {
            return Future.ready("late block " + v + w);
        }
        return Future.ready("never");
    }

    @Async
    static Future.OfInt selBlock(I2c x) throws I2cException {
        int n = 0;
        var t = Timer.afterMillis(1000);
        for (;;) {
            var r = await(select(async(() -> { await(x.read(300, null)); return Future.ready("a"); }), borrow(t)));
            if (r.isSecond()) {
                break;
            }
            String z = r.first().get();
            n += z.length();
        }
        return Future.ready(n);
    }

    @Async
    static Future<Void> none() {
        await(Timer.afterMillis(1));
        return Future.done();
    }

    @Async
    static Future<Void> endless() {
        for (;;) {
            await(Timer.afterMillis(1));
        }
    }

    @Async
    static Future.OfInt prim() {
        await(Timer.afterMillis(1));
        return Future.ready(1);
    }

    @Async
    static Future<String> to() throws TimeoutException {
        int v = await(Timeout.after(i(), 5));
        Object w = await(Timeout.after(o(), 5));
        try {
            await(Timeout.after(endless(), 5));
        } catch (TimeoutException e) {
            return Future.ready("late " + v + w);
        }
        return Future.ready("never");
    }

    @Async
    static Future.OfInt sel(I2c x) throws I2cException {
        int reads = 0;
        var t = Timer.afterMillis(1000);
        for (;;) {
            var r = await(select(x.read(300, null), borrow(t)));
            if (r.isSecond()) {
                break;
            }
            reads++;
        }
        return Future.ready(reads);
    }

    @Async
    static Future<String> nested() {
        var r = await(select(select(c(), i()), Timer.afterMillis(1)));
        if (r.isFirst() && r.first().isFirst()) {
            char z = r.first().first().get();
            return Future.ready("nested " + z);
        }
        return Future.ready("never");
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> blink(Output led) {
        for (;;) {
            led.toggle();
            await(Timer.afterMillis(500));
        }
    }

    @AsyncTask
    static Task.OfInt sum(int a, int b) {
        await(yieldNow());
        return Task.ready(a + b);
    }

    @Async
    static Future<String> locked(Mutex<String> m) {
        try (var g = await(m.lock())) {
            String s = g.get();
            await(Timer.afterMillis(1));
            return Future.ready(s);
        }
    }

    @Async
    static Future<String> channel(Channel<String> ch) {
        await(ch.send("x"));
        String s = await(ch.receive());
        return Future.ready(s);
    }

    @Async
    static Future<Void> ticker() {
        var t = Ticker.everyMillis(100).missed(MissedTicks.SKIP);
        for (;;) {
            await(t.next());
        }
    }

    @Async
    static Future<Void> all(Spawner spawner) throws Exception {
        I2c bus = new Bus();
        Led led = new Led();
        spawner.spawn(blink(led));
        say(await(results()));
        await(one(bus));
        await(none());
        try {
            await(two(bus));
        } catch (Spi e) {
            say("two");
        }
        try {
            await(twoPrecise(bus));
        } catch (I2cException | Spi e) {
            say("twoPrecise");
        }
        await(oneBlock(bus));
        await(noneBlock());
        try {
            await(twoBlocks(bus));
        } catch (Spi e) {
            say("two blocks");
        }
        say("prim block " + await(primBlock()));
        say(await(toBlock()));
        say("block reads " + await(selBlock(bus)));
        say("prim " + await(prim()));
        say(await(to()));
        say("reads " + await(sel(bus)));
        say(await(nested()));
        int v = await(spawner.submit(sum(1, 2)));
        say("sum " + v);
        say(await(locked(Mutex.of("mutex"))));
        say("channel " + await(channel(Channel.local(1))));
        var r = await(select(ticker(), endless(), Timer.afterMillis(5000)));
        say("index " + r.index());
        say("toggles " + led.toggles);
        return Future.done();
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner s, String[] args) {
        s.spawn(blink(new Led()));
        int v = await(s.submit(sum(1, 2)));
        return Task.done();
    }

    @AsyncTask
    static Task<Void> story(Executor executor) {
        try {
            await(all(executor.spawner()));
        } catch (Exception e) {
            say(e.toString());
        }
        executor.stop();
        return Task.done();
    }

    static void say(String what) {
        System.out.println(CLOCK.now() / 1_000_000 + " ms " + what);
    }

    public static void main(String[] args) {
        try (var e = Executor.on(CLOCK)) {
            e.run(s -> s.spawn(story(e)));
        }
        System.out.println("blockOn " + Pollen.blockOn(i()));
    }
}
