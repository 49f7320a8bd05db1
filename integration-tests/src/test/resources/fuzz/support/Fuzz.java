// SPDX-License-Identifier: Apache-2.0
package box.support;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What the fuzzed programs call: values that show in the log, sites that were reached, things that throw. */
public final class Fuzz {
    private static final int LONGEST = 24;
    private static BitSet sites = new BitSet();

    private Fuzz() {}

    /** The sites that were reached since this was called last. */
    public static BitSet takeSites() {
        BitSet taken = sites;
        sites = new BitSet();
        return taken;
    }

    /** Marks a site, and gives the value back. None of these is an overload: javac would try each with all that is nested. */
    public static int hitInt(int site, int value) {
        sites.set(site);
        return value;
    }

    public static long hitLong(int site, long value) {
        sites.set(site);
        return value;
    }

    public static double hitDouble(int site, double value) {
        sites.set(site);
        return value;
    }

    public static boolean hitBoolean(int site, boolean value) {
        sites.set(site);
        return value;
    }

    public static <T> T hit(int site, T value) {
        sites.set(site);
        return value;
    }

    /** Keeps strings short. */
    public static String cut(String s) {
        return s != null && s.length() > LONGEST ? s.substring(0, LONGEST) : s;
    }

    /** A value as the log shows it, the same in each run. */
    public static String text(Object value) {
        if (value instanceof int[] ints) {
            return Arrays.toString(ints);
        } else if (value instanceof long[] longs) {
            return Arrays.toString(longs);
        } else if (value instanceof Object[] objects) {
            return Arrays.toString(objects);
        } else if (value instanceof Throwable thrown) {
            return thrown(thrown);
        }
        String text = String.valueOf(value);
        return text.length() > 2 * LONGEST ? text.substring(0, 2 * LONGEST) : text;
    }

    /** An exception as the log shows it: what the JVM says of null and casts depends on names and loaders. */
    private static String thrown(Throwable thrown) {
        boolean ours = thrown instanceof Leaf.Failure || thrown.getClass().getName().startsWith("box.support.Fuzz");
        StringBuilder text = new StringBuilder(thrown.getClass().getSimpleName());
        if (ours) {
            text.append('(').append(thrown.getMessage()).append(')');
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            text.append('+').append(thrown(suppressed));
        }
        if (thrown.getCause() != null) {
            text.append('<').append(thrown(thrown.getCause()));
        }
        return text.toString();
    }

    /** An index into an array of three. */
    public static int at(int n) {
        return (n & Integer.MAX_VALUE) % 3;
    }

    public static boolean eq(Object a, Object b) {
        return a == null ? b == null : a.equals(b);
    }

    public static int len(String s) {
        return s == null ? -1 : s.length();
    }

    public static int sum(int... values) {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }

    @SafeVarargs
    public static <T> List<T> listOf(T... values) {
        return Arrays.asList(values);
    }

    /** Takes much of the stack. */
    public static long mix(int a, long b, double c, Object d, float e) {
        return a + 31 * b + (long) (c * 7) + len(text(d)) + (long) e;
    }

    /** Throws what javac must see. */
    public static int risky(int n) throws Oops {
        if (n % 5 == 0) {
            throw new Oops("risky " + n);
        }
        return n;
    }

    /** What an uncaught exception becomes. */
    public static Escaped escaped(Throwable thrown) {
        return new Escaped(thrown(thrown));
    }

    /** An exception. */
    public static class Bad extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Bad(String message) {
            super(message);
        }
    }

    /** A more special one. */
    public static final class Worse extends Bad {
        private static final long serialVersionUID = 1;

        public Worse(String message) {
            super(message);
        }
    }

    /** A checked one. */
    public static final class Oops extends Exception {
        private static final long serialVersionUID = 1;

        public Oops(String message) {
            super(message);
        }
    }

    /** An error. */
    public static final class Fatal extends Error {
        private static final long serialVersionUID = 1;

        public Fatal(String message) {
            super(message);
        }
    }

    /** An exception that has left a program. */
    public static final class Escaped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Escaped(String message) {
            super(message);
        }
    }

    /** A resource. */
    public static final class Res implements AutoCloseable {
        private final String name;
        private final boolean bad;

        public Res(String name, boolean bad) {
            this.name = name;
            this.bad = bad;
            Script.log("open " + name);
        }

        @Override
        public void close() {
            Script.log("close " + name);
            if (bad) {
                throw new Bad(name);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
