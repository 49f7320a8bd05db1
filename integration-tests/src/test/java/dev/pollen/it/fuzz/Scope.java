// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What may be written at one place of a method. An inner scope starts as a copy; of what happens in it nothing is known
 * outside, but for what is put back explicitly.
 */
final class Scope {
    final List<Variable> variables;

    /** Those that are definitely assigned. */
    Set<Variable> assigned;

    final List<Target> targets;

    /** How often this place runs at most in one run of the method. */
    int turns = 1;

    /** How often javac copies this place. */
    int copies = 1;

    boolean awaits = true;
    boolean returns = true;

    /** Within a {@code try}, where no future may be returned. */
    boolean guarded;

    /** Above a long or a double on the stack, or in a concatenation, where javac fails on a switch with {@code try}. */
    boolean wideStack;

    int finallies;

    /** Who takes a checked exception; null for nobody. */
    Checked checked;

    /** What {@code yield} takes; null outside of a switch expression. */
    Kind yields;

    /** The exception that was caught last, where it can be thrown again. */
    String caught;

    /** Whether that may be a checked exception. */
    boolean caughtChecked;

    /** The targets that lie outside of the innermost {@code finally}. */
    int targetsOutside;

    /** A statement that can be left by a jump. */
    static final class Target {
        final String label;
        final boolean plain;
        final boolean loop;
        boolean labelled;
        boolean broken;
        boolean continued;

        /**
         * @param label its name, written where it is needed
         * @param plain whether {@code break} without a label leaves it
         * @param loop whether it can be continued
         */
        Target(String label, boolean plain, boolean loop) {
            this.label = label;
            this.plain = plain;
            this.loop = loop;
        }
    }

    /** Whether a checked exception was thrown to here. */
    static final class Checked {
        boolean thrown;
    }

    Scope() {
        variables = new ArrayList<>();
        assigned = new HashSet<>();
        targets = new ArrayList<>();
    }

    private Scope(Scope outer) {
        variables = new ArrayList<>(outer.variables);
        assigned = new HashSet<>(outer.assigned);
        targets = new ArrayList<>(outer.targets);
        turns = outer.turns;
        copies = outer.copies;
        awaits = outer.awaits;
        returns = outer.returns;
        guarded = outer.guarded;
        wideStack = outer.wideStack;
        finallies = outer.finallies;
        checked = outer.checked;
        yields = outer.yields;
        caught = outer.caught;
        caughtChecked = outer.caughtChecked;
        targetsOutside = outer.targetsOutside;
    }

    Scope inner() {
        return new Scope(this);
    }

    /** The body of a statement that can be left by a jump. */
    Scope inner(Target target) {
        Scope scope = inner();
        scope.targets.add(target);
        return scope;
    }

    /** The body of a loop. */
    Scope loop(Target target, int loopTurns) {
        Scope scope = inner(target);
        scope.turns *= loopTurns;
        return scope;
    }

    /** A block that gives a value: nothing leaves it but an exception. */
    Scope valued(Kind value) {
        Scope scope = inner();
        scope.targets.clear();
        scope.targetsOutside = 0;
        scope.returns = false;
        scope.yields = value;
        return scope;
    }

    /** The body of a lambda, which is called at once. */
    Scope lambda() {
        Scope scope = valued(null);
        scope.awaits = false;
        scope.checked = null;
        scope.caught = null;
        scope.variables.removeIf(variable -> !variable.capturable());
        return scope;
    }

    /** The body of an async block: a method of its own, but for what it captures. */
    Scope block(Checked thrown) {
        Scope scope = valued(null);
        scope.returns = true;
        scope.guarded = false;
        scope.wideStack = false;
        scope.finallies = 0;
        scope.checked = thrown;
        scope.caught = null;
        scope.caughtChecked = false;
        scope.variables.removeIf(variable -> !variable.capturable());
        return scope;
    }

    /** Where an operand of a type is on the stack already. */
    Scope above(Kind kind) {
        Scope scope = inner();
        scope.wideStack |= kind == Kind.LONG || kind == Kind.DOUBLE;
        return scope;
    }

    /** The guard of a pattern, which changes no variable and reads only what never changes. */
    Scope guard() {
        Scope scope = inner();
        scope.variables.removeIf(variable -> !variable.capturable());
        return scope;
    }

    /** Declares a variable that has a value. */
    Variable declare(Variable variable) {
        variables.add(variable);
        assigned.add(variable);
        return variable;
    }

    List<Variable> readable(Kind kind) {
        return variables.stream()
                .filter(variable -> variable.kind() == kind && assigned.contains(variable))
                .toList();
    }

    /** Variables that may be assigned and read. */
    List<Variable> changeable(Kind kind) {
        return readable(kind).stream().filter(Variable::assignable).toList();
    }
}
