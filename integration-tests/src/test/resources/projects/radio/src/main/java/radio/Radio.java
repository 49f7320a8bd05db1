package radio;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.log.Log;
import dev.pollen.log.console.LogConsole;
import dev.pollen.time.Timer;

/** Receives packets, and says so on the console. */
final class Radio {
    private Radio() {}

    @AsyncTask
    static Task<Void> receive(String port) {
        for (int n = 1; n <= 3; n++) {
            await(Timer.afterMillis(1));
            Log.info("rx {} bytes from {}", 16 * n, port);
        }
        Log.warn("battery {:.2} V, status {:02x}", 3.14159, (byte) 0xa5);
        return Task.done();
    }

    public static void main(String[] args) {
        new Executor().run(spawner -> {
            LogConsole.start(spawner);
            spawner.spawn(receive("A"));
        });
    }
}
