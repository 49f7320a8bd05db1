// SPDX-License-Identifier: Apache-2.0
package debugged;

import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;

/** A block that somebody looks at with a debugger, and that throws. */
final class Blocks {
    private final int offset = 4;

    Future.OfInt read(int channel) {
        return asyncInt(() -> {
            String unit = "mV"; // first line
            int raw = await(new Conversion(channel));
            int value = raw + offset; // stop here
            if (value == offset) {
                throw new IllegalStateException("nothing on channel 0"); // throws
            }
            return Future.ready(unit.length() + value);
        });
    }

    public static void main(String[] args) {
        System.out.println(run(new Blocks().read(7)));
        try {
            run(new Blocks().read(0));
        } catch (IllegalStateException e) {
            System.out.println(e.getStackTrace()[0]);
        }
    }

    private static String run(Future.OfInt future) {
        Context context = Context.of(() -> {});
        StringBuilder states = new StringBuilder();
        while (future.poll(context) == Poll.PENDING) {
            states.append(future).append(' ');
        }
        return states.toString() + future.getAsInt();
    }
}
