package dev.pollen.samples;

import dev.pollen.Context;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncSource;
import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.Spawner;
import dev.pollen.executor.TaskPool;

/**
 * A slot of the task {@link Sample09UartEcho#main(Spawner, String[])}, declared at Sample09UartEcho.java:32.
 */
@GeneratedByPollen
@AsyncSource(
        method = "main(Ldev/pollen/executor/Spawner;[Ljava/lang/String;)Ldev/pollen/Task;",
        line = 32,
        awaitLines = {
                48,
                49
        },
        awaits = {
                "await(usart.readUntilIdle(buffer))",
                "await(usart.write(buffer, 0, n))"
        }
)
final class Sample09UartEcho_main extends Task<Void> {
    static final TaskPool<Sample09UartEcho_main> POOL = new TaskPool<>(new Sample09UartEcho_main(),
            "dev.pollen.samples.Sample09UartEcho.main", "Sample09UartEcho.main", 1);

    Spawner spawner;

    String[] args;

    @Override
    protected Sample09UartEcho_main fresh() {
        return new Sample09UartEcho_main();
    }

    @Override
    public Poll poll(Context cx) {
        // Sample09UartEcho.java:48: await(usart.readUntilIdle(buffer))
        // Sample09UartEcho.java:49: await(usart.write(buffer, 0, n))
        throw new NotWovenError("Sample09UartEcho.main");
    }
}
