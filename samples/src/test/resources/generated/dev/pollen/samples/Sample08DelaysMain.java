package dev.pollen.samples;

import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;

/**
 * Starts {@link Sample08Delays#main} on an executor.
 */
@GeneratedByPollen
public final class Sample08DelaysMain implements Executor.Init {
    private final String[] args;

    private Sample08DelaysMain(String[] args) {
        this.args = args;
    }

    @Override
    public void start(Spawner spawner) {
        spawner.spawn(Sample08Delays.main(spawner, args));
    }

    /**
     * Runs until no task is left; exits with 1 if something went wrong that nobody caught.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        try (Executor executor = new Executor()) {
            executor.run(new Sample08DelaysMain(args));
            if (executor.failures() > 0) {
                System.exit(1);
            }
        }
    }
}
