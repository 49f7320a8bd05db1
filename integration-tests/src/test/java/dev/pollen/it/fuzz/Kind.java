// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** The types that a fuzzed program computes with. */
enum Kind {
    INT("int", "Integer", "0", "1", "2", "3", "(-1)", "17", "40", "100000", "Integer.MIN_VALUE"),
    LONG("long", "Long", "0L", "1L", "(-7L)", "5000000000L", "Long.MAX_VALUE"),
    DOUBLE("double", "Double", "0.0", "1.5", "(-2.25)", "1e9", "Double.NaN"),
    FLOAT("float", "Float", "0f", "0.5f", "(-3f)", "1e6f"),
    BOOLEAN("boolean", "Boolean", "false", "true"),
    BYTE("byte", "Byte", "(byte) 0", "(byte) 100", "(byte) (-3)"),
    SHORT("short", "Short", "(short) 0", "(short) 300", "(short) (-30000)"),
    CHAR("char", "Character", "'a'", "'z'", "'0'"),
    STRING("String", "String", "\"\"", "\"a\"", "\"b\"", "\"text\""),
    OBJECT("Object", "Object", "\"o\"", "((Object) 1)", "((Object) 2L)", "((Object) 'c')"),
    INTEGER("Integer", "Integer", "Integer.valueOf(0)", "Integer.valueOf(7)"),
    LONG_BOX("Long", "Long", "Long.valueOf(0)", "Long.valueOf(9)"),
    INTS("int[]", "int[]", "new int[3]", "new int[] {1, 2, 3}"),
    LONGS("long[]", "long[]", "new long[3]", "new long[] {4, 5, 6}"),
    STRINGS("String[]", "String[]", "new String[3]", "new String[] {\"x\", \"y\", \"z\"}"),
    COLOR("Color", "Color", "Color.RED", "Color.GREEN", "Color.BLUE"),
    PAIR("Pair", "Pair", "new Pair(0, \"\")", "new Pair(3, null)"),
    BASE("Base", "Base", "new Base(0)", "new Derived(1, \"d\")"),
    DERIVED("Derived", "Derived", "new Derived(0, \"\")");

    /** Those that have a form of {@code Future} of their own. */
    static final List<Kind> FORMS = List.of(INT, LONG, DOUBLE, BOOLEAN);

    /** What arithmetic gives and takes. */
    static final List<Kind> NUMBERS = List.of(INT, LONG, DOUBLE, FLOAT, BYTE, SHORT, CHAR);

    /** Each type, those with the most operations more often. */
    static final List<Kind> OFTEN = Stream.concat(
                    Stream.of(INT, INT, INT, STRING, STRING, LONG, BOOLEAN, DOUBLE), Stream.of(values()))
            .toList();

    private final String type;
    private final String boxed;
    private final List<String> literals;

    Kind(String type, String boxed, String... literals) {
        this.type = type;
        this.boxed = boxed;
        this.literals = List.of(literals);
    }

    /** As it is written in the source. */
    String type() {
        return type;
    }

    /** The same, as a type argument. */
    String boxed() {
        return boxed;
    }

    List<String> literals() {
        return literals;
    }

    boolean isPrimitive() {
        return ordinal() <= CHAR.ordinal();
    }

    boolean isNumber() {
        return NUMBERS.contains(this);
    }

    /** Smaller than {@code int}: each result of arithmetic is cast. */
    boolean isNarrow() {
        return this == BYTE || this == SHORT || this == CHAR;
    }

    boolean isArray() {
        return this == INTS || this == LONGS || this == STRINGS;
    }

    /** The elements of an array. */
    Kind element() {
        return this == INTS ? INT : this == LONGS ? LONG : STRING;
    }

    /** What an async method with this result returns. */
    String future() {
        return FORMS.contains(this) ? "Future.Of" + form() : "Future<" + boxed + ">";
    }

    /** {@code Int} and so on; nothing for references. */
    String form() {
        return FORMS.contains(this) ? boxed.equals("Integer") ? "Int" : boxed : "";
    }

    /** What a generator of these values returns. */
    String stream() {
        return streamForm().isEmpty() ? "AsyncStream<" + boxed + ">" : "AsyncStream.Of" + form();
    }

    /** {@code Int} and so on, where values are not boxed. */
    String streamForm() {
        return this == BOOLEAN ? "" : form();
    }

    /** How the value of a stream is read. */
    String current() {
        return streamForm().isEmpty() ? "current()" : "currentAs" + form() + "()";
    }

    /** How the value of a future with this result is read. */
    String read() {
        return FORMS.contains(this) ? "getAs" + form() + "()" : "get()";
    }
}
