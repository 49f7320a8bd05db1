package radio;

import com.sun.management.ThreadMXBean;
import dev.pollen.Context;
import dev.pollen.Poll;
import dev.pollen.log.Level;
import dev.pollen.log.Log;
import dev.pollen.log.LogRead;
import dev.pollen.log.Logger;
import dev.pollen.time.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Every method of the log with arguments of every kind, in a class without async code. */
final class Shapes {
    private static final Object NULL = null;
    private static final Context HERE = Context.of(() -> {});
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Shapes() {}

    private static void lines(Logger own, int n) {
        Log.trace("Log trace ");
        Log.trace("Log trace {}", n + 1);
        Log.trace("Log trace {} {}", "text", (long) n << 40);
        Log.trace("Log trace {} {} {}", n > 5, 1.5 * n, 0.5f * n);
        Log.trace("Log trace {} {} {} {}", (char) ('a' + n % 26), (byte) n, (short) -n, Thread.State.NEW);
        Log.debug("Log debug ");
        Log.debug("Log debug {}", NULL);
        Log.debug("Log debug {} {}", n + 1, "text");
        Log.debug("Log debug {} {} {}", (long) n << 40, n > 5, 1.5 * n);
        Log.debug("Log debug {} {} {} {}", 0.5f * n, (char) ('a' + n % 26), (byte) n, (short) -n);
        Log.info("Log info ");
        Log.info("Log info {}", Thread.State.NEW);
        Log.info("Log info {} {}", NULL, n + 1);
        Log.info("Log info {} {} {}", "text", (long) n << 40, n > 5);
        Log.info("Log info {} {} {} {}", 1.5 * n, 0.5f * n, (char) ('a' + n % 26), (byte) n);
        Log.warn("Log warn ");
        Log.warn("Log warn {}", (short) -n);
        Log.warn("Log warn {} {}", Thread.State.NEW, NULL);
        Log.warn("Log warn {} {} {}", n + 1, "text", (long) n << 40);
        Log.warn("Log warn {} {} {} {}", n > 5, 1.5 * n, 0.5f * n, (char) ('a' + n % 26));
        Log.error("Log error ");
        Log.error("Log error {}", (byte) n);
        Log.error("Log error {} {}", (short) -n, Thread.State.NEW);
        Log.error("Log error {} {} {}", NULL, n + 1, "text");
        Log.error("Log error {} {} {} {}", (long) n << 40, n > 5, 1.5 * n, 0.5f * n);
        own.trace("own trace ");
        own.trace("own trace {}", (char) ('a' + n % 26));
        own.trace("own trace {} {}", (byte) n, (short) -n);
        own.trace("own trace {} {} {}", Thread.State.NEW, NULL, n + 1);
        own.trace("own trace {} {} {} {}", "text", (long) n << 40, n > 5, 1.5 * n);
        own.debug("own debug ");
        own.debug("own debug {}", 0.5f * n);
        own.debug("own debug {} {}", (char) ('a' + n % 26), (byte) n);
        own.debug("own debug {} {} {}", (short) -n, Thread.State.NEW, NULL);
        own.debug("own debug {} {} {} {}", n + 1, "text", (long) n << 40, n > 5);
        own.info("own info ");
        own.info("own info {}", 1.5 * n);
        own.info("own info {} {}", 0.5f * n, (char) ('a' + n % 26));
        own.info("own info {} {} {}", (byte) n, (short) -n, Thread.State.NEW);
        own.info("own info {} {} {} {}", NULL, n + 1, "text", (long) n << 40);
        own.warn("own warn ");
        own.warn("own warn {}", n > 5);
        own.warn("own warn {} {}", 1.5 * n, 0.5f * n);
        own.warn("own warn {} {} {}", (char) ('a' + n % 26), (byte) n, (short) -n);
        own.warn("own warn {} {} {} {}", Thread.State.NEW, NULL, n + 1, "text");
        own.error("own error ");
        own.error("own error {}", (long) n << 40);
        own.error("own error {} {}", n > 5, 1.5 * n);
        own.error("own error {} {} {}", 0.5f * n, (char) ('a' + n % 26), (byte) n);
        own.error("own error {} {} {} {}", (short) -n, Thread.State.NEW, NULL, n + 1);
        own.info("each {}", n + 1);
        own.info("each {}", "text");
        own.info("each {}", (long) n << 40);
        own.info("each {}", n > 5);
        own.info("each {}", 1.5 * n);
        own.info("each {}", 0.5f * n);
        own.info("each {}", (char) ('a' + n % 26));
        own.info("each {}", (byte) n);
        own.info("each {}", (short) -n);
        own.info("each {}", Thread.State.NEW);
        own.info("each {}", NULL);
    }

    private static byte[] read(Logger logger) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        byte[] buffer = new byte[Logger.BUFFER_BYTES];
        LogRead read = logger.read$in(buffer, new LogRead());
        while (read.poll(HERE) == Poll.READY) {
            stream.write(buffer, 0, read.getAsInt());
            logger.read$in(buffer, read);
        }
        read.cancel();
        return stream.toByteArray();
    }

    private static void drain(Logger logger, byte[] buffer, LogRead read) {
        while (logger.read$in(buffer, read).poll(HERE) == Poll.READY) {
            continue;
        }
        read.cancel();
    }

    /** What all lines allocate, written and read a thousand times; the least of several times, for the JVM allocates now and then. */
    private static long allocated(Logger own) {
        byte[] buffer = new byte[Logger.BUFFER_BYTES];
        LogRead read = new LogRead();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10 && least != 0; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int n = 0; n < 1_000; n++) {
                lines(own, 1_000_000 + n);
                drain(own, buffer, read);
                drain(Log.logger(), buffer, read);
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    public static void main(String[] args) throws IOException {
        Log.logger().level(Level.TRACE);
        Logger own = Logger.of(8192, new VirtualClock());
        lines(own, 4711);
        Files.write(Path.of(args[0]), read(own));
        byte[] common = read(Log.logger());
        Files.write(Path.of(args[1]), common);
        System.out.println(allocated(own) + " bytes, " + (own.lost() + Log.logger().lost()) + " lines lost");
    }
}
