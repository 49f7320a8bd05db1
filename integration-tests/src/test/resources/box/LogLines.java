// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.annotations.Async;
import dev.pollen.log.Level;
import dev.pollen.log.Logger;
import dev.pollen.log.decode.KnownFormat;
import dev.pollen.log.decode.LogDecoder;
import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;

/** Log lines whose arguments await, branch and throw; woven they hold the same bytes as not woven. */
final class LogLines {
    private final Logger log = Logger.of(1024, new VirtualClock());

    private LogLines() {
        log.keepFormats();
    }

    @Async
    Future<Void> lines(boolean yes) {
        log.info("{} bytes from {}", await(Leaf.of(7)), await(Leaf.of("uart")));
        log.warn("{} {} {} {}", await(Leaf.of(5L)) + 1, yes ? await(Leaf.of(2)) : 'c', yes ? 1.5f : 2, yes ? "s" : null);
        int i = 3;
        log.trace("{:02x} {} {}", (byte) i++, i++, await(Leaf.of(1)) + i);
        await(async(() -> {
            log.debug("in a block {}", await(Leaf.of(9)) > 0);
            return Future.done();
        }));
        log.info("switch {} {}", 1_000_000, switch (await(Leaf.of(1))) {
            case 0 -> "none";
            case 1 -> {
                try {
                    yield "caught " + Integer.parseInt("x" + await(Leaf.of(4)));
                } catch (NumberFormatException e) {
                    yield "number " + await(Leaf.of(5));
                }
            }
            default -> "many";
        });
        try {
            log.error("never {}", thrown());
        } catch (IllegalStateException e) {
            log.error("thrown {}", e.getMessage());
        } finally {
            log.level(Level.WARN).info("not written {}", await(Leaf.of(6)));
        }
        return Future.done();
    }

    private static int thrown() {
        throw new IllegalStateException("argument");
    }

    @Async
    static Future<String> box() {
        LogLines lines = new LogLines();
        await(lines.lines(true));
        String text = lines.read();
        String expected = "INFO  7 bytes from uart|WARN  6 2 1.5 s|TRACE 03 4 6|DEBUG in a block true|"
                + "INFO  switch 1000000 number 5|ERROR thrown argument|";
        return Future.ready(text.equals(expected) ? "OK" : text);
    }

    private String read() {
        byte[] buffer = new byte[Logger.BUFFER_BYTES];
        Future.OfInt read = log.read(buffer);
        if (read.poll(Context.of(() -> {})) == Poll.PENDING) {
            return "nothing";
        }
        List<String> lines = new ArrayList<>();
        new LogDecoder(id -> new KnownFormat(String.valueOf(log.keepFormats().text(id)), List.of()), lines::add)
                .accept(buffer, 0, read.getAsInt());
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.substring(15)).append('|'));
        return text.toString();
    }
}
