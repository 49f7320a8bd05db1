package dev.pollen.samples;

import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;

/**
 * Starts {@link Sample21Boards#main} on an executor.
 */
@GeneratedByPollen
public final class Sample21BoardsMain implements Executor.Init {
    private final String[] args;

    private Sample21BoardsMain(String[] args) {
        this.args = args;
    }

    @Override
    public void start(Spawner spawner) {
        try {
            spawner.spawn(Sample21Boards.main(spawner, args));
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
            executor.run(new Sample21BoardsMain(args));
            if (executor.failures() > 0) {
                System.exit(1);
            }
        }
    }
}
