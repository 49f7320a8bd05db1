// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.sync.Notification.Notified;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WaitListTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void behavesLikeAList(long seed) {
        Random random = new Random(seed);
        WaitList<Notified> line = new WaitList<>();
        List<Notified> model = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    Notified waiter = new Notified();
                    line.add(waiter);
                    model.add(waiter);
                }
                case 2 -> assertEquals(model.isEmpty() ? null : model.remove(0), line.removeFirst());
                default -> {
                    if (!model.isEmpty()) {
                        line.remove(model.remove(random.nextInt(model.size())));
                    }
                }
            }
            assertEquals(model, content(line));
        }
    }

    private static List<Notified> content(WaitList<Notified> line) {
        List<Notified> content = new ArrayList<>();
        for (Notified waiter = line.first(); waiter != null; waiter = line.after(waiter)) {
            content.add(waiter);
        }
        return content;
    }
}
