// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a value change dump by the grammar of IEEE 1364-2005, 18.2, as a viewer does, and refuses what is not in it: unknown
 * keywords, variables that are declared twice or not at all, times that do not grow.
 */
final class VcdParser {
    private final Iterator<String> tokens;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Character> levels = new HashMap<>();

    /** Each variable's story, for example {@code 0@0 1@500}. */
    private final Map<String, List<String>> stories = new LinkedHashMap<>();

    private String timescale;
    private int scopes;
    private boolean defined;
    private boolean dumping;
    private long time = -1;
    private long end;

    private VcdParser(String text) {
        tokens = Arrays.asList(text.strip().split("\\s+")).iterator();
    }

    static VcdParser parse(String text) {
        VcdParser parser = new VcdParser(text);
        while (parser.tokens.hasNext()) {
            parser.token(parser.tokens.next());
        }
        parser.check(parser.defined, "there are no $enddefinitions");
        parser.check(!parser.dumping, "$dumpvars has no $end");
        return parser;
    }

    Map<String, List<String>> stories() {
        return stories;
    }

    String timescale() {
        return timescale;
    }

    long end() {
        return end;
    }

    private void check(boolean holds, String wrong) {
        if (!holds) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private void token(String token) {
        switch (token) {
            case "$version", "$comment", "$date" -> textToEnd();
            case "$timescale" -> readTimescale();
            case "$scope" -> scope();
            case "$upscope" -> {
                check(scopes-- > 0, "$upscope without $scope");
                expect("$end");
            }
            case "$var" -> variable();
            case "$enddefinitions" -> {
                expect("$end");
                check(scopes == 0 && timescale != null && !defined, "definitions end too early, or twice");
                defined = true;
            }
            case "$dumpvars" -> {
                check(defined && !dumping, "$dumpvars where none may be");
                dumping = true;
            }
            case "$end" -> {
                check(dumping, "$end of nothing");
                check(levels.keySet().equals(names.keySet()), "not all variables have an initial value");
                dumping = false;
            }
            default -> change(token);
        }
    }

    private void readTimescale() {
        List<String> text = textToEnd();
        timescale = String.join(" ", text);
        check(timescale.matches("(1|10|100) ?(s|ms|us|ns|ps|fs)"), "no timescale: " + timescale);
    }

    private void scope() {
        check(!defined, "$scope behind the definitions");
        check(List.of("module", "task", "function", "begin", "fork").contains(tokens.next()), "no type of scope");
        check(tokens.next().matches("[A-Za-z_][A-Za-z0-9_$]*"), "no identifier of a scope");
        expect("$end");
        scopes++;
    }

    private void variable() {
        check(!defined && scopes > 0, "$var outside of a scope");
        check(tokens.next().equals("wire"), "another type than wire");
        check(tokens.next().equals("1"), "a width other than 1");
        String id = tokens.next();
        check(id.chars().allMatch(c -> c >= '!' && c <= '~'), "no identifier code: " + id);
        String name = tokens.next();
        check(name.matches("[A-Za-z_][A-Za-z0-9_$]*"), "no reference: " + name);
        expect("$end");
        check(names.put(id, name) == null, id + " is declared twice");
        check(stories.put(name, new ArrayList<>()) == null, name + " is declared twice");
    }

    private void change(String token) {
        check(defined, "a change in the definitions: " + token);
        if (token.startsWith("#")) {
            long next = Long.parseLong(token.substring(1));
            check(next > time, "the time goes from " + time + " to " + next);
            time = next;
            end = next;
            return;
        }
        check(time >= 0, "a change before the first time");
        char level = token.charAt(0);
        String id = token.substring(1);
        check(level == '0' || level == '1', "no level: " + token);
        check(names.containsKey(id), "a change of " + id + ", which is not declared");
        Character before = levels.put(id, level);
        check(before == null == dumping, "an initial value where none may be, or none where one must be");
        check(before == null || before != level, names.get(id) + " changes to what it is");
        stories.get(names.get(id)).add(level + "@" + time);
    }

    private List<String> textToEnd() {
        List<String> text = new ArrayList<>();
        for (String token = tokens.next(); !token.equals("$end"); token = tokens.next()) {
            text.add(token);
        }
        return text;
    }

    private void expect(String token) {
        String found = tokens.next();
        check(found.equals(token), "expected " + token + " and found " + found);
    }
}
