// SPDX-License-Identifier: Apache-2.0
package recorder;

import dev.pollen.StateMachine;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What bodies call that have been told to say where they go. */
public final class Transitions {
    /** For each move the class of the frame, the state that it leaves and the one that it comes to. */
    public static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private Transitions() {}

    public static void move(StateMachine frame, int to) {
        int end = to < 0 ? to : to & ~StateMachine.BITS;
        SEEN.add(frame.getClass().getName().replace('.', '/') + " " + (frame.state() & ~StateMachine.BITS) + " " + end);
    }
}
