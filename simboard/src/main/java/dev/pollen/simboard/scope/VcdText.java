// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.scope;

/**
 * The text of a value change dump. Its grammar, as far as it is used:
 *
 * <pre>
 *   file      =  "$version" text "$end"  ["$comment" text "$end"]  "$timescale 1 ns $end"
 *                "$scope module" name "$end"  { "$var wire 1" id name "$end" }  "$upscope $end"  "$enddefinitions $end"
 *                "#0"  "$dumpvars"  { value }  "$end"  { time value }
 *   time      =  "#" nanoseconds, each greater than the one before
 *   value     =  ("0" | "1") id
 *   id        =  printable characters from "!" to "~"
 * </pre>
 */
final class VcdText {
    private static final char FIRST = '!';
    private static final int CHARACTERS = '~' - '!' + 1;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder declarations = new StringBuilder();
    private final String machine;
    private int declared;

    VcdText(String machine) {
        this.machine = machine.replaceAll("[^A-Za-z0-9]", "_");
    }

    void declare(String name) {
        declarations
                .append("$var wire 1 ")
                .append(id(declared))
                .append(' ')
                .append(name)
                .append(" $end\n");
        declared++;
    }

    void begin(boolean full) {
        text.append("$version Pollen simulated board $end\n");
        if (full) {
            text.append("$comment the memory of the oscilloscope was full: what came later is missing $end\n");
        }
        text.append("$timescale 1 ns $end\n$scope module ").append(machine).append(" $end\n");
        text.append(declarations).append("$upscope $end\n$enddefinitions $end\n#0\n$dumpvars\n");
    }

    void initial(int signal, boolean high) {
        value(signal, high);
    }

    void initialEnds() {
        text.append("$end\n");
    }

    void change(long nanos, int signal, boolean high) {
        text.append('#').append(nanos).append('\n');
        value(signal, high);
    }

    private void value(int signal, boolean high) {
        text.append(high ? '1' : '0').append(id(signal)).append('\n');
    }

    /** The number in base 94, lowest digit first. */
    static String id(int number) {
        StringBuilder id = new StringBuilder();
        int rest = number;
        do {
            id.append((char) (FIRST + rest % CHARACTERS));
            rest /= CHARACTERS;
        } while (rest > 0);
        return id.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
