// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

/** The thread of an executor that has one of its own. A platform with interrupts runs the body in one of them. */
public final class ExecutorThread {
    private final Thread thread;

    private ExecutorThread(Thread thread) {
        this.thread = thread;
    }

    /**
     * Starts a thread that does not keep the program alive.
     *
     * @param name its name
     * @param priority its priority, as {@link Thread#setPriority} takes it
     * @param body what it runs
     * @return the thread
     */
    public static ExecutorThread start(String name, int priority, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.setPriority(priority);
        thread.start();
        return new ExecutorThread(thread);
    }

    /** Waits until the body has returned; at once on the thread itself. An interrupt of the caller is kept for later. */
    public void join() {
        boolean interrupted = false;
        while (thread != Thread.currentThread() && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
