// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What can be written at one place, each with its weight; the first is the plainest. */
final class Menu<T> {
    private record Dish<T>(int weight, Form form, Supplier<T> writer) {}

    private final Draft draft;
    private final List<Dish<T>> dishes = new ArrayList<>();
    private int total;

    Menu(Draft draft) {
        this.draft = draft;
    }

    /** Adds what can always be written. */
    Menu<T> add(int weight, Form form, Supplier<T> writer) {
        dishes.add(new Dish<>(weight, form, writer));
        total += weight;
        return this;
    }

    /** Adds what can be written sometimes. */
    Menu<T> add(boolean possible, int weight, Form form, Supplier<T> writer) {
        return possible ? add(weight, form, writer) : this;
    }

    /** Writes one. */
    T write() {
        int choice = draft.choices.below(total);
        for (Dish<T> dish : dishes) {
            choice -= dish.weight();
            if (choice < 0) {
                return dish.form() == null ? dish.writer().get() : draft.in(dish.form(), dish.writer());
            }
        }
        throw new IllegalStateException("nothing to write");
    }
}
