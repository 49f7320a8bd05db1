package demo;

import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;

/**
 * Starts {@link Mains.Tool#run} on an executor.
 */
@GeneratedByPollen
public final class Mains_ToolMain implements Executor.Init {
    private final String[] args;

    private Mains_ToolMain(String[] args) {
        this.args = args;
    }

    @Override
    public void start(Spawner spawner) {
        try {
            spawner.spawn(Mains.Tool.run(spawner, args));
        } catch (Throwable never) {
            // A call only claims a slot; the task's exceptions go to the executor's handler.
            throw new AssertionError(never);
        }
    }

    /**
     * Runs until no task is left; exits with 1 if something went wrong that nobody caught.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        try (Executor executor = new Executor()) {
            executor.run(new Mains_ToolMain(args));
            if (executor.failures() > 0) {
                System.exit(1);
            }
        }
    }
}
