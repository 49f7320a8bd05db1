// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A program that is being written: what all of its writers share. */
final class Draft {
    final Choices choices;

    /** Whether the language has patterns in {@code switch}. */
    final boolean patterns;

    /** The forms around each site, a leaf or a marked value. */
    final List<Set<Form>> sites = new ArrayList<>();

    final List<Callee> callees = new ArrayList<>();

    final List<Source> sources = new ArrayList<>();

    private final int[] open = new int[Form.values().length];
    private int names;

    /** What the method that is being written gives; null for nothing. */
    Kind result;

    /** What the generator that is being written emits; null in other methods. */
    Kind emits;

    /** How many values it gives at most so far. */
    int emitted;

    boolean isInstance;

    /** The method that is being written, where it may call itself once more. */
    Callee recursion;

    /** What is left of its depth. */
    String depthLeft;

    /** How many leaves it makes at most so far, and may make. */
    int leaves;

    int mostLeaves;

    /** How many statements it may still have. */
    int room;

    Draft(Choices choices, boolean patterns) {
        this.choices = choices;
        this.patterns = patterns;
    }

    /** A name that is not taken. */
    String name(String prefix) {
        return prefix + ++names;
    }

    /** Writes within a form. */
    <T> T in(Form form, Supplier<T> writer) {
        open[form.ordinal()]++;
        try {
            return writer.get();
        } finally {
            open[form.ordinal()]--;
        }
    }

    /** A number for a place, which counts for all forms around it. */
    int site() {
        Set<Form> around = EnumSet.noneOf(Form.class);
        for (Form form : Form.values()) {
            if (open[form.ordinal()] > 0) {
                around.add(form);
            }
        }
        sites.add(around);
        return sites.size() - 1;
    }

    /** A value that marks a site. It has a type of its own: nothing is inferred through it. */
    String marked(Kind kind, String value) {
        return marked(kind, site(), value);
    }

    /** The same, where the site was numbered before its value was written. */
    static String marked(Kind kind, int site, String value) {
        String call = !kind.isPrimitive()
                ? "Fuzz.<" + kind.type() + ">hit("
                : kind == Kind.FLOAT ? "hitDouble(" : kind.form().isEmpty() ? "hitInt(" : "hit" + kind.form() + "(";
        return call + site + ", " + value + ")";
    }

    /** Whether a place may await something that makes so many leaves. */
    boolean affords(Scope scope, int more) {
        return scope.awaits && leaves + scope.turns * more <= mostLeaves;
    }

    /** Whether a place may emit a value. */
    boolean mayEmit(Scope scope) {
        return emits != null && scope.awaits && emitted + scope.turns <= Source.MOST;
    }

    void spend(Scope scope, int more) {
        leaves += scope.turns * more;
    }
}
