// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.log.Log;
import dev.pollen.log.Logger;

/** Log lines whose formats are not known at build time, are none, or do not fit: in any code of any class. */
final class LogFormats {
    private static final String CONSTANT = "a " + "constant" + " {}";
    private final Logger logger;

    static {
        Log.info("static {}"); // POLLEN-039
    }

    private final Runnable field = () -> Log.info("{:q}", 1); // POLLEN-039

    private LogFormats(Logger logger) {
        this.logger = logger;
        logger.warn("{"); // POLLEN-039
    }

    @Async
    static Future.OfInt one() {
        return Future.ready(1);
    }

    @Async
    Future<String> awaiting(String text) {
        Log.info(CONSTANT, await(one()));
        Log.info(text, await(one())); // POLLEN-038
        Log.info("{:x} and {:.1}", await(one()), 2); // POLLEN-039
        await(async(() -> {
            Log.debug("{:02x}", 1.5); // POLLEN-039
            return Future.done();
        }));
        return Future.ready(text);
    }

    void plain(String text, boolean b) {
        Log.info("a " + text); // POLLEN-038
        Log.info(b ? "yes" : "no"); // POLLEN-038
        Log.info("no place", text); // POLLEN-039
        logger.info( // POLLEN-039
                "{} {} {}", // the call is spread over lines
                text,
                "two");
        logger.error("}"); // POLLEN-039
        logger.error("{:ms}", "late " + text); // POLLEN-039
        logger.error("{:?}", 'c'); // POLLEN-039
        logger.error("{:x}", b); // POLLEN-039
        logger.error("{:x}", text); // POLLEN-039
        String late = "late " + text;
        logger.error("{:ms}", late); // POLLEN-039
        Object any = text.isEmpty() ? text : 1;
        logger.error("{:x}", any);
        logger.trace("{:x} {:b} {:5} {:ns}", 'c', (byte) 1, (short) 2, 3L);
        logger.trace("{:.2} {:.2} {:?} {:?}", 1f, 2.0, text, "x" + text);
        Log.debug("Aa {}", b);
        Log.debug("BB {}", b); // POLLEN-040
    }
}
