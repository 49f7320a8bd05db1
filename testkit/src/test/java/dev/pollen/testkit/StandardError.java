// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What code prints to stderr, kept off the terminal. */
public final class StandardError {
    private StandardError() {}

    public static String of(Runnable code) {
        PrintStream real = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            code.run();
        } finally {
            System.setErr(real);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
