// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes JSON: one member of an object a line, arrays of plain values on one. */
final class Json {
    private final StringBuilder text = new StringBuilder();
    private int level;
    private boolean first = true;

    void object(Runnable members) {
        separate();
        text.append('{');
        nested(members);
        text.append('}');
    }

    <T> void array(String name, List<T> values, Consumer<T> writer) {
        name(name);
        text.append('[');
        nested(() -> values.forEach(writer));
        text.append(']');
    }

    void member(String name, Object value) {
        name(name);
        scalar(value);
    }

    void value(Object value) {
        separate();
        scalar(value);
    }

    String text() {
        return text + System.lineSeparator();
    }

    private void nested(Runnable content) {
        boolean outer = first;
        first = true;
        level++;
        content.run();
        level--;
        if (!first) {
            line();
        }
        first = outer;
    }

    private void name(String name) {
        separate();
        string(name);
        text.append(": ");
    }

    /** Each value but the outermost stands on a line of its own. */
    private void separate() {
        if (level == 0) {
            return;
        }
        if (text.length() >= 2 && text.charAt(text.length() - 1) == ' ' && text.charAt(text.length() - 2) == ':') {
            return;
        }
        if (!first) {
            text.append(',');
        }
        first = false;
        line();
    }

    private void line() {
        text.append(System.lineSeparator()).append("  ".repeat(level));
    }

    private void scalar(Object value) {
        if (value instanceof String string) {
            string(string);
        } else {
            text.append(value);
        }
    }

    private void string(String value) {
        text.append('"');
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7f) {
                // Plain ASCII, so that no reader has to know an encoding.
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
