// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The sizes that whoever starts the program wants its pools to have: system properties first, then the application's
 * resource. Read when a pool is made.
 */
public final class PoolSizes {
    private static final String PREFIX = "pollen.poolSize.";
    private static final String RESOURCE = "META-INF/pollen/pools.properties";

    private PoolSizes() {}

    /**
     * The size of a pool.
     *
     * @param task a class of the application that holds the pool; its loader finds the resource
     * @param key class and method of the task, for example {@code demo.Blinky.blink}; that of a nested class, {@code
     *     demo.Board$Led.blink}, may also be configured with dots
     * @param declared the size that the annotation says
     * @return the configured size, at least 1; {@code declared} where nothing is configured
     * @throws IllegalArgumentException if what is configured is not a positive number
     */
    public static int sizeOf(Class<?> task, String key, int declared) {
        String dotted = key.replace('$', '.');
        for (String name : new String[] {PREFIX + key, PREFIX + dotted}) {
            String text = System.getProperty(name);
            if (text != null) {
                return parse(text, "the system property " + name);
            }
        }
        Properties sizes = resource(task);
        for (String name : new String[] {PREFIX + key, key, PREFIX + dotted, dotted}) {
            String text = sizes.getProperty(name);
            if (text != null) {
                return parse(text, name + " in " + RESOURCE);
            }
        }
        return declared;
    }

    private static int parse(String text, String where) {
        int size = -1;
        try {
            size = Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            // Refused below, like any other text that is not a size.
        }
        if (size < 1) {
            throw new IllegalArgumentException(
                    where + " must be the number of slots of a task's pool, at least 1, and is \"" + text + "\"");
        }
        return size;
    }

    private static Properties resource(Class<?> task) {
        Properties sizes = new Properties();
        try (InputStream stream = open(task)) {
            if (stream != null) {
                sizes.load(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
        return sizes;
    }

    private static @Nullable InputStream open(Class<?> task) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        InputStream stream = loader == null ? null : loader.getResourceAsStream(RESOURCE);
        return stream != null ? stream : task.getResourceAsStream("/" + RESOURCE);
    }
}
