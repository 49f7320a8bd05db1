// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * The format of a line, in pieces: text, place, text, place, .., text.
 *
 * @param texts what stands between the places, with single braces; one more than there are places
 * @param hints the hints of the places
 */
public record LineFormat(List<String> texts, List<Hint> hints) {
    /** The most arguments that a line can have. */
    public static final int MAX_ARGUMENTS = 4;

    /**
     * Copies the lists.
     *
     * @param texts what stands between the places
     * @param hints the hints of the places
     */
    public LineFormat {
        texts = List.copyOf(texts);
        hints = List.copyOf(hints);
    }

    /**
     * Reads a format.
     *
     * @param format its text
     * @return the format
     * @throws IllegalArgumentException if it is none; the message ends a sentence that starts with the text
     */
    public static LineFormat parse(String format) {
        List<String> texts = new ArrayList<>();
        List<Hint> hints = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < format.length()) {
            char c = format.charAt(i);
            boolean twice = i + 1 < format.length() && format.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && twice) {
                text.append(c);
                i += 2;
            } else if (c == '}') {
                throw new IllegalArgumentException("has a } that closes nothing: write }} for a brace");
            } else if (c == '{') {
                int end = format.indexOf('}', i);
                if (end < 0) {
                    throw new IllegalArgumentException("has a { that is not closed: write {{ for a brace");
                }
                texts.add(text.toString());
                text.setLength(0);
                hints.add(Hint.parse(format.substring(i + 1, end)));
                i = end + 1;
            } else {
                text.append(c);
                i++;
            }
        }
        texts.add(text.toString());
        return new LineFormat(texts, hints);
    }

    /**
     * The text of a line.
     *
     * @param arguments its arguments
     * @return the text; where arguments are missing or left over it says so
     */
    public String fill(List<Argument> arguments) {
        StringBuilder line = new StringBuilder(texts.get(0));
        for (int i = 0; i < hints.size(); i++) {
            line.append(i < arguments.size() ? hints.get(i).show(arguments.get(i)) : "{missing}")
                    .append(texts.get(i + 1));
        }
        for (Argument left : arguments.subList(Math.min(hints.size(), arguments.size()), arguments.size())) {
            line.append(" {left over: ").append(left.text()).append('}');
        }
        return line.toString();
    }
}
