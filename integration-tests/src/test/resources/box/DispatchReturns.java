// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Results of calls that can be overridden, returned as they are, chosen between, and of every form. */
final class DispatchReturns {
    private DispatchReturns() {}

    interface Forms {
        @Async
        Future.OfInt ints(byte b, short s, char c, boolean z);

        @Async
        Future.OfLong longs(long a, double b, int c, float d);

        @Async
        Future.OfDouble doubles(double... all);

        @Async
        Future.OfBoolean booleans(Object o, int[][] a);

        @Async
        Future<Void> nothing();
    }

    static final class Real implements Forms {
        @Override
        @Async
        public Future.OfInt ints(byte b, short s, char c, boolean z) {
            return Future.ready(await(Leaf.of(b + s)) + c + (z ? 1 : 0));
        }

        @Override
        @Async
        public Future.OfLong longs(long a, double b, int c, float d) {
            return Future.ready(a + (long) b + await(Leaf.of(c)) + (long) d);
        }

        @Override
        @Async
        public Future.OfDouble doubles(double... all) {
            double sum = 0;
            for (double d : all) {
                sum += await(Leaf.of(d));
            }
            return Future.ready(sum);
        }

        @Override
        @Async
        public Future.OfBoolean booleans(Object o, int[][] a) {
            return Future.ready(o.equals(await(Leaf.of("x"))) && a[0][1] == 2);
        }

        @Override
        @Async
        public Future<Void> nothing() {
            await(Leaf.nothing());
            return Future.done();
        }
    }

    static final class Wrapped implements Forms {
        private final Forms inner;

        Wrapped(Forms inner) {
            this.inner = inner;
        }

        @Override
        @Async
        public Future.OfInt ints(byte b, short s, char c, boolean z) {
            return z ? inner.ints(b, s, c, z) : Future.ready(await(Leaf.of(-1)));
        }

        @Override
        @Async
        public Future.OfLong longs(long a, double b, int c, float d) {
            return inner.longs(a, b, c, d);
        }

        @Override
        @Async
        public Future.OfDouble doubles(double... all) {
            return all.length == 0 ? Future.ready(0.5) : inner.doubles(all);
        }

        @Override
        @Async
        public Future.OfBoolean booleans(Object o, int[][] a) {
            return await(Leaf.of(true)) ? inner.booleans(o, a) : new Real().booleans(o, a);
        }

        @Override
        @Async
        public Future<Void> nothing() {
            return inner.nothing();
        }
    }

    @Async
    static Future<String> box() {
        Forms forms = new Wrapped(new Real());
        int a = await(forms.ints((byte) 1, (short) 2, 'c', true));
        long b = await(forms.longs(1L << 40, 2.5, 3, 4.5f));
        double c = await(forms.doubles(1, 2.5)) + await(forms.doubles());
        boolean d = await(forms.booleans("x", new int[][] {{1, 2}}));
        Object e = await(forms.nothing());
        String r = a + " " + b + " " + c + " " + d + " " + e;
        return Future.ready(r.equals("103 " + ((1L << 40) + 9) + " 4.0 true null") ? "OK" : r);
    }
}
