// SPDX-License-Identifier: Apache-2.0
package box.support;

/** Gives out objects of a class that other packages cannot name, and takes them back. */
public final class Vault {
    private Vault() {}

    static final class Hidden {
        private final String content;

        private Hidden(String content) {
            this.content = content;
        }
    }

    interface Key {
        String turn();
    }

    public static Key key(String name) {
        return () -> name;
    }

    public static String turn(Key key) {
        return key.turn();
    }

    public static Hidden open(String content) {
        return new Hidden(content);
    }

    public static Hidden[] all(Hidden hidden, int times) {
        Hidden[] all = new Hidden[times];
        java.util.Arrays.fill(all, hidden);
        return all;
    }

    public static int count(Hidden[] all) {
        return all.length;
    }

    public static String read(Hidden hidden) {
        return hidden.content;
    }
}
