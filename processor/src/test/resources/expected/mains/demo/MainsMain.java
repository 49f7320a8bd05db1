package demo;

import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;

/**
 * Starts {@link Mains#run} on an executor.
 */
@GeneratedByPollen
public final class MainsMain implements Executor.Init {
    private MainsMain() {
    }

    @Override
    public void start(Spawner spawner) {
        spawner.spawn(Mains.run());
    }

    /**
     * Runs until no task is left; exits with 1 if something went wrong that nobody caught.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        try (Executor executor = new Executor()) {
            executor.run(new MainsMain());
            if (executor.failures() > 0) {
                System.exit(1);
            }
        }
    }
}
