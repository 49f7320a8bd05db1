// SPDX-License-Identifier: Apache-2.0
package box.support;

/** A class whose members only its subclasses may use. */
public abstract class Shelf {
    protected int size;

    protected Shelf(int size) {
        this.size = size;
    }

    protected String label(int n) {
        return "shelf" + n;
    }

    protected final int added(int n) {
        return size + n;
    }

    protected static int count(int n) {
        return n * 2;
    }
}
