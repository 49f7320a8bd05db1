// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import dev.pollen.executor.Executor;
import dev.pollen.samples.board.BoardOptions;
import dev.pollen.samples.models.Models;
import dev.pollen.time.VirtualClock;

/**
 * Runs the firmware sample on the real clock, or with {@code --virtual} on the virtual one; with the name of one of the
 * {@link Models}, that.
 */
public final class Demo {
    private Demo() {}

    /**
     * Runs it until {@code --seconds N} are over, or for ever.
     *
     * @param args the options, see {@link BoardOptions}
     */
    public static void main(String[] args) {
        if (args.length == 1 && Models.runIfNamed(args[0], System.out)) {
            return;
        }
        BoardOptions options;
        try {
            options = BoardOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println("demo: " + e.getMessage());
            System.exit(2);
            return;
        }
        try (Executor executor = options.isVirtual() ? Executor.on(new VirtualClock()) : new Executor()) {
            executor.run(spawner -> spawner.spawn(Sample01Firmware.main(spawner, args)));
        }
    }
}
