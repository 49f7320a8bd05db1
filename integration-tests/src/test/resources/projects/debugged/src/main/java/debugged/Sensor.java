// SPDX-License-Identifier: Apache-2.0
package debugged;

import static dev.pollen.Pollen.await;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.annotations.Async;

/** A sensor that somebody looks at with a debugger. */
final class Sensor {
    private final int offset = 4;

    @Async
    Future.OfInt read(int channel, byte[] unused) {
        String unit = "mV"; // first line
        long scale = 3;
        Object dead = new Object();
        double deadToo = dead.hashCode();
        int raw = await(new Conversion(channel));
        int value = raw + offset; // stop here
        String text = value + unit;
        return Future.ready((int) (text.length() * scale));
    }

    public static void main(String[] args) {
        Context context = Context.of(() -> {});
        Future.OfInt read = new Sensor().read(7, new byte[1]);
        int polls = 1;
        while (read.poll(context) == Poll.PENDING) {
            polls++;
        }
        System.out.println(read.getAsInt() + " after " + polls + " polls");
    }
}
