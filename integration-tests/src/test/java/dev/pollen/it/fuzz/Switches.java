// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import static dev.pollen.it.fuzz.Kind.BOOLEAN;
import static dev.pollen.it.fuzz.Kind.COLOR;
import static dev.pollen.it.fuzz.Kind.INT;
import static dev.pollen.it.fuzz.Kind.OBJECT;
import static dev.pollen.it.fuzz.Kind.STRING;

/** Writes switch statements, old and new. */
final class Switches {
    private final Draft draft;
    private final Choices choices;
    private final Expressions expressions;
    private final Statements statements;

    Switches(Draft draft, Expressions expressions, Statements statements) {
        this.draft = draft;
        this.choices = draft.choices;
        this.expressions = expressions;
        this.statements = statements;
    }

    boolean write(Scope scope, int depth, StringBuilder out) {
        return new Menu<Boolean>(draft)
                .add(2, Form.SWITCH_INT, () -> old(INT, scope, depth, out))
                .add(1, Form.SWITCH_STRING, () -> old(STRING, scope, depth, out))
                .add(1, Form.SWITCH_ENUM, () -> old(COLOR, scope, depth, out))
                .add(1, Form.ARROW_INT, () -> arrows(INT, scope, depth, out))
                .add(1, Form.ARROW_STRING, () -> arrows(STRING, scope, depth, out))
                .add(1, Form.ARROW_ENUM, () -> arrows(COLOR, scope, depth, out))
                .add(draft.patterns, 3, Form.SWITCH_PATTERN, () -> patterns(scope, depth, out))
                .write();
    }

    private String head(Kind selector, Scope scope) {
        String text = expressions.of(selector, scope, 2);
        return "switch ("
                + (selector == OBJECT
                        ? "(Object) " + text
                        : selector == INT
                                ? "at(" + text + ")"
                                : selector == STRING ? "String.valueOf(" + text + ")" : "(Color) " + text)
                + ") {\n";
    }

    private static void finish(Scope.Target target, StringBuilder text, StringBuilder out) {
        out.append(target.labelled ? target.label + ": " : "").append(text).append("}\n");
    }

    private boolean old(Kind selector, Scope scope, int depth, StringBuilder out) {
        Scope.Target target = new Scope.Target(draft.name("l"), true, false);
        StringBuilder text = new StringBuilder(head(selector, scope));
        boolean completes = true;
        for (String labels : SwitchValues.labels(selector)) {
            completes = group("case " + labels, scope.inner(target), depth, text);
        }
        boolean all = choices.once(2);
        if (all) {
            completes = group("default", scope.inner(target), depth, text);
        }
        finish(target, text, out);
        return completes || !all || target.broken;
    }

    /** A group of an old switch; it may fall through. */
    private boolean group(String label, Scope scope, int depth, StringBuilder out) {
        out.append(label).append(": ");
        boolean completes = statements.block(scope, depth, out);
        if (completes && choices.once(2)) {
            scope.targets.get(scope.targets.size() - 1).broken = true;
            out.append("break;\n");
            return false;
        }
        return completes;
    }

    private boolean arrows(Kind selector, Scope scope, int depth, StringBuilder out) {
        Scope.Target target = new Scope.Target(draft.name("l"), true, false);
        StringBuilder text = new StringBuilder(head(selector, scope));
        boolean completes = false;
        for (String labels : SwitchValues.labels(selector)) {
            text.append("case " + labels + " -> ");
            completes |= statements.block(scope.inner(target), depth, text);
        }
        boolean all = choices.once(2);
        if (all) {
            text.append("default -> ");
            completes |= statements.block(scope.inner(target), depth, text);
        }
        finish(target, text, out);
        return completes || !all || target.broken;
    }

    private boolean patterns(Scope scope, int depth, StringBuilder out) {
        Scope.Target target = new Scope.Target(draft.name("l"), true, false);
        StringBuilder text = new StringBuilder(head(OBJECT, scope));
        Variable number = new Variable(draft.name("p"), Kind.INTEGER, true, false);
        Scope integer = scope.inner(target);
        integer.declare(number);
        text.append("case Integer " + number.name() + " when "
                + draft.marked(BOOLEAN, expressions.of(BOOLEAN, integer.guard(), 1)) + " -> ");
        boolean completes = statements.block(integer, depth, text);
        Variable a = new Variable(draft.name("p"), INT, false, true);
        Variable b = new Variable(draft.name("p"), STRING, false, true);
        Scope pair = scope.inner(target);
        pair.declare(a);
        pair.declare(b);
        text.append("case Pair(" + choices.pick("int ", "var ") + a.name() + ", String " + b.name() + ") -> ");
        completes |= statements.block(pair, depth, text);
        text.append(choices.pick("case null, default -> ", "case String s when s.isEmpty() -> log(s);\ndefault -> "));
        completes |= statements.block(scope.inner(target), depth, text);
        completes |= text.indexOf("-> log(s);") >= 0;
        finish(target, text, out);
        return completes || target.broken;
    }
}
