// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

/** A future that can say what it waits for, for {@code Executor.dump()} and for messages. */
public interface Describable {
    /**
     * Says what this waits for: a reason, children, or both.
     *
     * <p>May be called on another thread while the future is polled or ends: it changes nothing, takes no lock and reads
     * each field once. What it throws is left out.
     *
     * @param to what takes the description
     */
    void describeWait(WaitDescription to);
}
