package demo;

import dev.pollen.annotations.GeneratedByPollen;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;

/**
 * Starts {@link Blinky#main} on an executor.
 */
@GeneratedByPollen
public final class BlinkyMain implements Executor.Init {
    private BlinkyMain() {
    }

    @Override
    public void start(Spawner spawner) {
        spawner.spawn(Blinky.main(spawner));
    }

    /**
     * Runs until no task is left; exits with 1 if something went wrong that nobody caught.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        try (Executor executor = new Executor()) {
            executor.run(new BlinkyMain());
            if (executor.failures() > 0) {
                System.exit(1);
            }
        }
    }
}
