// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Makers of the threads that {@link Blocking} runs on. */
final class Threads {
    /** The first JDK that has virtual threads. */
    private static final int VIRTUAL = 21;

    private Threads() {}

    static boolean haveVirtual() {
        return Runtime.version().feature() >= VIRTUAL;
    }

    static ThreadFactory ofPlatform() {
        return Executors.defaultThreadFactory();
    }

    /** {@code Thread.ofVirtual().factory()}, which JDK 17 has not. */
    static ThreadFactory ofVirtual() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Class<?> virtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
            Object made = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(virtual))
                    .invoke();
            MethodHandle factory = lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
            return (ThreadFactory) factory.invoke(made);
        } catch (Throwable missing) {
            throw new IllegalStateException("virtual threads need JDK " + VIRTUAL, missing);
        }
    }
}
