// SPDX-License-Identifier: Apache-2.0
package receivers;

import com.sun.management.ThreadMXBean;
import dev.pollen.Context;
import dev.pollen.Task;
import java.lang.management.ManagementFactory;

/**
 * Polls the tasks of {@link Rounds} by hand, each in a new frame. As a program it prints for each task that it is given the bytes
 * that a thousand later rounds allocate, and those that the first rounds of a second frame do.
 */
public final class Scenes {
    private static final Context CX = Context.of(() -> {});

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Scenes() {}

    public static void main(String[] tasks) {
        for (String name : tasks) {
            Object warm = claim(name);
            allocated(warm, 1_000);
            long later = allocated(warm, 1_000);
            long first = allocated(claim(name), 60);
            System.out.println(name + " later " + later + " first " + first + ".");
        }
    }

    /** Claims a task by its name. */
    public static Object claim(String name) {
        return switch (name) {
            case "known" -> Rounds.known(shapes());
            case "streaming" -> Rounds.streaming(shapes());
            case "open" -> Rounds.open(new Sensor[] {new Sensor.Cold(), new Sensor.Hot(), new Sensor.Cold()});
            case "watched" -> Rounds.watched(new Sensor.Cold());
            case "recursive" -> Rounds.recursive();
            default ->
                Rounds.expression(new Expr.Add(
                        new Expr.Num(1), new Expr.Add(new Expr.Add(new Expr.Num(2), new Expr.Num(3)), new Expr.Num(4))));
        };
    }

    private static Shape[] shapes() {
        return new Shape[] {new Shape.Square(2), new Shape.Box(2, 3), new Shape.Square(1)};
    }

    /** Polls a task so often, and gives the bytes that this has allocated. */
    public static long allocated(Object task, int times) {
        Task<?> polled = (Task<?>) task;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            polled.poll(CX);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
