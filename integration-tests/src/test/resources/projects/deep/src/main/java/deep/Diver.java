// SPDX-License-Identifier: Apache-2.0
package deep;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;

/** Polls until the exception comes. */
final class Diver {
    public static void main(String[] args) {
        Context context = Context.of(() -> {});
        Future.OfInt dive = Deep.outer();
        int pending = 0;
        try {
            while (dive.poll(context) == Poll.PENDING) {
                pending++;
            }
        } catch (IllegalStateException e) {
            System.out.println(pending + " times pending");
            e.printStackTrace();
        }
    }
}
