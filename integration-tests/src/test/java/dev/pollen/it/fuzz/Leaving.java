// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import static dev.pollen.it.fuzz.Kind.BOOLEAN;
import static dev.pollen.it.fuzz.Kind.FLOAT;
import static dev.pollen.it.fuzz.Kind.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes what leaves a statement: jumps, returns, throws. Most stand under a condition. */
final class Leaving {
    private final Draft draft;
    private final Choices choices;
    private final Expressions expressions;

    Leaving(Draft draft, Expressions expressions) {
        this.draft = draft;
        this.choices = draft.choices;
        this.expressions = expressions;
    }

    boolean write(Scope scope, StringBuilder out) {
        boolean loop = scope.targets.stream().anyMatch(target -> target.loop);
        boolean always = choices.once(6);
        if (!always) {
            out.append("if (" + expressions.of(BOOLEAN, scope, 2) + ") {\n");
        }
        out.append(new Menu<String>(draft)
                .add(
                        scope.guarded || !loop && scope.yields == null && !scope.returns,
                        3,
                        Form.THROW,
                        () -> thrown(scope))
                .add(rethrows(scope), 2, Form.RETHROW, () -> rethrown(scope))
                .add(!scope.targets.isEmpty(), 4, Form.BREAK, () -> jump(scope, false))
                .add(loop, 3, Form.CONTINUE, () -> jump(scope, true))
                .add(scope.returns, 2, null, () -> returned(scope))
                .add(1, Form.THROW, () -> thrown(scope))
                .add(scope.yields != null, 4, null, () -> yields(scope))
                .write());
        if (!always) {
            out.append("}\n");
        }
        return !always;
    }

    /** A yield; javac takes {@code yield (a, b)} for a call. */
    String yields(Scope scope) {
        String value = expressions.of(scope.yields, scope, 2);
        String name = draft.name("y");
        return value.startsWith("(")
                ? "final " + scope.yields.type() + " " + name + " = " + value + ";\nyield " + name + ";\n"
                : "yield " + value + ";\n";
    }

    /** Under a condition, at the end of a handler. */
    String rethrownSometimes(Scope scope) {
        return rethrows(scope) && choices.once(4)
                ? "if (" + expressions.of(BOOLEAN, scope, 1) + ") {\n" + draft.in(Form.RETHROW, () -> rethrown(scope))
                        + "}\n"
                : "";
    }

    /** Under a condition: a jump to any statement around. */
    String jumpsSometimes(Scope scope) {
        boolean loop = scope.targets.stream().anyMatch(target -> target.loop);
        return !scope.targets.isEmpty() && choices.once(3)
                ? "if (" + expressions.of(BOOLEAN, scope, 1) + ") {\n" + jump(scope, loop && choices.once(2)) + "}\n"
                : "";
    }

    private static boolean rethrows(Scope scope) {
        return scope.caught != null && (!scope.caughtChecked || scope.checked != null);
    }

    private String rethrown(Scope scope) {
        if (scope.caughtChecked) {
            scope.checked.thrown = true;
        }
        return "log(hitInt(" + draft.site() + ", 0));\nthrow " + scope.caught + ";\n";
    }

    private String thrown(Scope scope) {
        String message = "cut(" + expressions.of(STRING, scope, 2) + ")";
        List<String> types = new ArrayList<>(List.of("Bad", "Worse", "Fatal"));
        if (scope.checked != null) {
            types.add("Oops");
        }
        String type = choices.pick(types);
        if (type.equals("Oops")) {
            scope.checked.thrown = true;
        }
        return "throw new " + type + "(" + message + ");\n";
    }

    private String jump(Scope scope, boolean continues) {
        List<Scope.Target> targets = scope.targets.stream()
                .filter(target -> !continues || target.loop)
                .toList();
        Scope.Target target = targets.get(targets.size() - 1 - choices.below(targets.size()));
        int index = scope.targets.indexOf(target);
        boolean innermost =
                scope.targets.stream().skip(index + 1L).noneMatch(inner -> continues ? inner.loop : inner.plain);
        boolean plain = innermost && (continues ? target.loop : target.plain) && !choices.once(4);
        target.labelled |= !plain;
        target.broken |= !continues;
        target.continued |= continues;
        Supplier<String> text = () -> "log(hitInt(" + draft.site() + ", 7));\n" + (continues ? "continue" : "break")
                + (plain ? "" : " " + target.label) + ";\n";
        return index < scope.targetsOutside ? draft.in(Form.JUMP_OUT_OF_FINALLY, text) : text.get();
    }

    /** A return with what the method gives. */
    String returned(Scope scope) {
        if (draft.emits != null) {
            return "return AsyncStream" + (draft.emits.streamForm().isEmpty() ? "" : ".Of" + draft.emits.form())
                    + ".end();\n";
        }
        Kind result = draft.result;
        boolean future = !scope.guarded && draft.affords(scope, 1);
        List<Callee> callees = expressions.awaits().callable(result, scope, false);
        boolean leaf = result != null && !result.isNarrow() && result != FLOAT;
        return new Menu<String>(draft)
                .add(4, Form.RETURN_READY, () -> "return " + ready(scope) + ";\n")
                .add(
                        future && leaf,
                        2,
                        Form.RETURN_FUTURE,
                        () -> "return " + expressions.awaits().leaf(result, scope, 1) + ";\n")
                .add(
                        future && !callees.isEmpty(),
                        4,
                        Form.RETURN_FUTURE,
                        () -> "return " + expressions.awaits().call(choices.pick(callees), scope, 2) + ";\n")
                .add(
                        future && !callees.isEmpty(),
                        3,
                        Form.RETURN_MIXED,
                        () -> "return " + expressions.of(BOOLEAN, scope, 1) + " ? " + ready(scope) + " : "
                                + expressions.awaits().call(choices.pick(callees), scope, 1) + ";\n")
                .write();
    }

    private String ready(Scope scope) {
        Kind result = draft.result;
        if (result == null) {
            return "Future.done()";
        }
        String value = expressions.value(result, scope, 2);
        return result.isPrimitive()
                ? "Future.ready(" + value + ")"
                : "Future.<" + result.type() + ">" + choices.pick("of", "ready") + "(" + value + ")";
    }
}
