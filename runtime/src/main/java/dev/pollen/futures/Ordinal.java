// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

/** How the methods of combinators call their children, for messages. */
final class Ordinal {
    private static final String[] GETTERS = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"
    };
    private static final String[] QUESTIONS = {
        "isFirst", "isSecond", "isThird", "isFourth", "isFifth", "isSixth", "isSeventh", "isEighth"
    };

    private Ordinal() {}

    /** The method that gives a child. */
    static String of(int child) {
        return GETTERS[child];
    }

    /** The method that says whether it may be called. */
    static String question(int child) {
        return QUESTIONS[child];
    }
}
