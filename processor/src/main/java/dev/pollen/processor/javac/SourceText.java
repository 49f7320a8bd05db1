// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The text of a source file, as far as trees do not tell: javac keeps the ends of trees and the places of names only
 * when it is asked to. Knows tokens, so that quotes, brackets and names in comments and literals are not mistaken.
 */
final class SourceText {
    private final CharSequence text;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

    SourceText(CharSequence text) {
        this.text = text;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n' || (c == '\r' && !startsWith(at, "\r\n"))) {
                lineStarts.add(at + 1);
            }
        }
    }

    /**
     * The line of a place; under {@code -g:none} javac keeps none.
     *
     * @param position the place
     * @return the line, counted from 1
     */
    int line(int position) {
        int found = Collections.binarySearch(lineStarts, position);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /**
     * Finds the name of a method in its declaration.
     *
     * @param from where the declaration's return type starts
     * @param name the name
     * @return where it stands; {@code from} if it is not found
     */
    int methodName(int from, String name) {
        boolean annotation = false;
        int at = skip(from);
        while (at < text.length()) {
            int end = token(at);
            boolean match = !annotation && text.subSequence(at, end).toString().equals(name);
            int next = skip(end);
            if (match && next < text.length() && text.charAt(next) == '(') {
                return at;
            }
            char c = text.charAt(at);
            annotation = c == '@' || (annotation && (c == '.' || Character.isJavaIdentifierStart(c)));
            at = next;
        }
        return from;
    }

    /**
     * Finds the opening parenthesis of a call, which javac gives the call's line to.
     *
     * @param from where a call starts that has no other call before its name
     * @return where the parenthesis stands
     */
    int arguments(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '(') {
            at = skip(token(at));
        }
        return at;
    }

    /**
     * Reads a call up to its closing parenthesis.
     *
     * @param from where the call starts
     * @return the call on one line, without comments
     */
    String call(int from) {
        StringBuilder call = new StringBuilder();
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            int end = token(at);
            call.append(text, at, end);
            depth += depth(text.charAt(at));
            if (depth == 0 && text.charAt(at) == ')') {
                break;
            }
            at = skip(end);
            if (at > end && at < text.length()) {
                space(call, text.charAt(at), hasLineBreak(end, at));
            }
        }
        return call.toString().replaceAll("\\s*\\R\\s*", " ");
    }

    private static int depth(char c) {
        return c == '(' ? 1 : c == ')' ? -1 : 0;
    }

    /** A line break after an opening parenthesis, and before a closing one or a dot, is not a space on one line. */
    private static void space(StringBuilder call, char next, boolean lineBreak) {
        boolean inside = call.charAt(call.length() - 1) == '(' || next == ')' || next == '.';
        if (!lineBreak || !inside) {
            call.append(' ');
        }
    }

    private boolean hasLineBreak(int from, int to) {
        return text.subSequence(from, to).chars().anyMatch(c -> c == '\n' || c == '\r');
    }

    /** The end of the token at a place: a name or number, a literal, or one character. */
    private int token(int at) {
        char c = text.charAt(at);
        if (Character.isJavaIdentifierPart(c)) {
            int end = at;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            return end;
        }
        if (startsWith(at, "\"\"\"")) {
            return quoted(at + 3, "\"\"\"");
        }
        return c == '"' || c == '\'' ? quoted(at + 1, String.valueOf(c)) : at + 1;
    }

    private int quoted(int from, String quote) {
        int at = from;
        while (at < text.length() && !startsWith(at, quote)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + quote.length(), text.length());
    }

    /** The place of the next token: after white space and comments. */
    private int skip(int from) {
        int at = from;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (startsWith(at, "//")) {
                at = after(at, "\n");
            } else if (startsWith(at, "/*")) {
                at = after(at + 2, "*/");
            } else {
                break;
            }
        }
        return at;
    }

    private int after(int from, String end) {
        int at = from;
        while (at < text.length() && !startsWith(at, end)) {
            at++;
        }
        return Math.min(at + end.length(), text.length());
    }

    private boolean startsWith(int at, String start) {
        return at + start.length() <= text.length()
                && text.subSequence(at, at + start.length()).toString().equals(start);
    }
}
