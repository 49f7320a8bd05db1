// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import dev.pollen.samples.board.BoardOptions;
import dev.pollen.samples.models.Models;
import java.io.PrintStream;
import java.util.Arrays;

/**
 * Runs a sample: {@code [NAME] [--virtual] [--seconds N]}, on the real clock or on the virtual one. Without a name it is the
 * first of the {@link Course}; {@code list} lists the names, one a line, those of the {@link Models} behind the course.
 */
public final class Demo {
    private static final int MISUSED = 2;

    private Demo() {}

    /**
     * Runs a sample, or says what there is and exits with 2.
     *
     * @param args the name and the options, see {@link BoardOptions}
     */
    public static void main(String[] args) {
        int exitCode = run(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Runs a sample, and gives the exit code. */
    static int run(String... args) {
        boolean isNamed = args.length > 0 && !args[0].startsWith("--");
        String[] rest = isNamed ? Arrays.copyOfRange(args, 1, args.length) : args;
        BoardOptions options;
        try {
            options = BoardOptions.parse(rest);
        } catch (IllegalArgumentException e) {
            System.err.println("demo: " + e.getMessage());
            return MISUSED;
        }
        if (!isNamed) {
            Course.FIRMWARE.start(options.isVirtual(), rest);
        } else if (args[0].equals("list")) {
            list(System.out);
        } else if (!isRun(args[0], options, rest)) {
            System.err.println("demo: there is no sample " + args[0] + "; there are");
            list(System.err);
            return MISUSED;
        }
        return 0;
    }

    private static boolean isRun(String name, BoardOptions options, String[] rest) {
        Course sample = Course.named(name);
        if (sample != null) {
            sample.run(options.isVirtual(), rest);
            return true;
        }
        return Models.runIfNamed(name, System.out, options.seconds());
    }

    private static void list(PrintStream out) {
        for (Course sample : Course.values()) {
            out.println(sample.title());
        }
        for (Models model : Models.values()) {
            out.println(model.sample());
        }
    }
}
