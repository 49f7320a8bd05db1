// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What code prints to stderr. */
public final class Printed {
    private Printed() {}

    /** Runs code and returns what it printed; nothing is shown. */
    public static String by(Runnable code) {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            code.run();
        } finally {
            System.setErr(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
