// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

/** Bytes, first in, first out, in an array that is made once. Guarded by the pipe's {@link Access}. */
final class ByteRing {
    private final byte[] bytes;
    private int first;
    private int size;

    ByteRing(int capacity) {
        bytes = new byte[capacity];
    }

    int capacity() {
        return bytes.length;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean isFull() {
        return size == bytes.length;
    }

    /** The byte that comes after so many others. */
    byte at(int index) {
        return bytes[place(index)];
    }

    /** Drops so many, which are there. */
    void skip(int count) {
        first = place(count);
        size -= count;
    }

    /** Takes as many as there are, at most some. */
    int get(byte[] into, int offset, int atMost) {
        int count = Math.min(atMost, size);
        int whole = Math.min(count, bytes.length - first);
        System.arraycopy(bytes, first, into, offset, whole);
        System.arraycopy(bytes, 0, into, offset + whole, count - whole);
        skip(count);
        return count;
    }

    /** Adds as many as there is room for, at most some. */
    int put(byte[] from, int offset, int atMost) {
        int count = Math.min(atMost, bytes.length - size);
        int end = place(size);
        int whole = Math.min(count, bytes.length - end);
        System.arraycopy(from, offset, bytes, end, whole);
        System.arraycopy(from, offset + whole, bytes, 0, count - whole);
        size += count;
        return count;
    }

    private int place(int index) {
        int place = first + index;
        return place < bytes.length ? place : place - bytes.length;
    }
}
