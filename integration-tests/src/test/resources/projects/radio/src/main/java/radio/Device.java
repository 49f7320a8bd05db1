package radio;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.BackgroundTasks;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.Uart;
import dev.pollen.hal.UartException;
import dev.pollen.log.Log;
import dev.pollen.log.LogDrain;
import dev.pollen.log.LogSink;
import dev.pollen.log.Logger;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The radio on a device whose lines another machine decodes. */
final class Device {
    private Device() {}

    /** Sends lines as they come. */
    @AsyncTask
    static Task<Void> send(Uart uart) throws UartException {
        byte[] buffer = new byte[Logger.BUFFER_BYTES];
        for (;;) {
            int count = await(Log.logger().read(buffer));
            await(uart.write(buffer, 0, count));
        }
    }

    static void start(Spawner spawner, Uart uart) throws UartException {
        BackgroundTasks.spawn(spawner, send(uart));
    }

    /** Writes lines to a file. */
    private record FileSink(OutputStream file) implements LogSink {
        @Override
        public Future<Void> write(byte[] bytes, int from, int count) {
            writeLast(bytes, from, count);
            return Future.done();
        }

        @Override
        public void writeLast(byte[] bytes, int from, int count) {
            try {
                file.write(bytes, from, count);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static void main(String[] args) throws IOException {
        try (OutputStream file = Files.newOutputStream(Path.of(args[0]))) {
            new Executor().run(spawner -> {
                LogDrain.start(spawner, Log.logger(), new FileSink(file));
                spawner.spawn(Radio.receive("A"));
            });
        }
    }
}
