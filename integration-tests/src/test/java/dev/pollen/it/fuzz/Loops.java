// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import static dev.pollen.it.fuzz.Kind.BOOLEAN;
import static dev.pollen.it.fuzz.Kind.INT;

/** Writes loops. Each turns so often at most, by a counter that nothing else changes. */
final class Loops {
    private final Draft draft;
    private final Choices choices;
    private final Expressions expressions;
    private final Statements statements;
    private final Leaving leaving;

    Loops(Draft draft, Expressions expressions, Statements statements, Leaving leaving) {
        this.draft = draft;
        this.choices = draft.choices;
        this.expressions = expressions;
        this.statements = statements;
        this.leaving = leaving;
    }

    boolean write(Scope scope, int depth, StringBuilder out) {
        return new Menu<Boolean>(draft)
                .add(3, Form.FOR, () -> count(scope, depth, out))
                .add(2, Form.WHILE, () -> whileTrue(scope, depth, out))
                .add(2, Form.DO, () -> doWhile(scope, depth, out))
                .add(2, Form.ENDLESS, () -> endless(scope, depth, out))
                .add(2, Form.FOR_EACH_ARRAY, () -> forEachArray(scope, depth, out))
                .add(1, Form.FOR_EACH_LIST, () -> forEachList(scope, depth, out))
                .write();
    }

    private Scope.Target target() {
        return new Scope.Target(draft.name("l"), true, true);
    }

    private static void label(Scope.Target target, StringBuilder out) {
        if (target.labelled) {
            out.append(target.label).append(": ");
        }
    }

    private boolean body(Scope inner, int depth, StringBuilder out) {
        out.append("{\n");
        boolean completes = statements.list(inner, depth, out);
        if (completes) {
            out.append(leaving.jumpsSometimes(inner));
        }
        out.append("}\n");
        return completes;
    }

    private String condition(Scope scope) {
        return choices.once(3) ? " && " + expressions.of(BOOLEAN, scope, 1) : "";
    }

    private boolean count(Scope scope, int depth, StringBuilder out) {
        String name = draft.name("i");
        Scope.Target target = target();
        Scope head = scope.inner();
        String second = "";
        if (choices.once(4)) {
            Variable other = new Variable(draft.name("j"), INT, true, false);
            second = ", " + other.name() + " = " + expressions.of(INT, head, 1);
            head.declare(other);
        }
        head.declare(new Variable(name, INT, false, false));
        Scope inner = head.loop(target, 2);
        String condition = name + " < 2" + condition(inner);
        String update = choices.once(2)
                ? draft.in(
                        Form.FOR_UPDATE,
                        () -> name + "++, " + expressions.fields(INT).get(0) + " += " + expressions.of(INT, inner, 1))
                : choices.pick(name + "++", name + " += 1");
        StringBuilder body = new StringBuilder();
        body(inner, depth, body);
        label(target, out);
        out.append("for (int " + name + " = 0" + second + "; " + condition + "; " + update + ") ")
                .append(body);
        return true;
    }

    private boolean whileTrue(Scope scope, int depth, StringBuilder out) {
        String name = draft.name("n");
        Scope.Target target = target();
        Scope inner = scope.loop(target, 2);
        String condition = name + "++ < 2" + condition(inner);
        StringBuilder body = new StringBuilder();
        body(inner, depth, body);
        out.append("int " + name + " = 0;\n");
        label(target, out);
        out.append("while (" + condition + ") ").append(body);
        return true;
    }

    private boolean doWhile(Scope scope, int depth, StringBuilder out) {
        String name = draft.name("n");
        Scope.Target target = target();
        Scope inner = scope.loop(target, 2);
        StringBuilder body = new StringBuilder();
        boolean completes = body(inner, depth, body);
        out.append("int " + name + " = 0;\n");
        label(target, out);
        out.append("do ").append(body);
        out.append("while (" + name + "++ < 1" + condition(scope.loop(target, 2)) + ");\n");
        return completes || target.continued || target.broken;
    }

    /** A loop without a condition. What ends it stands at its top, so that {@code continue} cannot avoid it. */
    private boolean endless(Scope scope, int depth, StringBuilder out) {
        String name = draft.name("n");
        Scope.Target target = target();
        Scope inner = scope.loop(target, 2);
        StringBuilder body = new StringBuilder("{\nif (" + name + "++ == 2) {\n");
        int end = choices.below(3);
        if (end == 1 && scope.returns) {
            body.append(draft.in(Form.RETURN_READY, () -> leaving.returned(scope.inner())));
        } else if (end == 2 && scope.guarded) {
            body.append("throw new Bad(\"end\");\n");
        } else {
            target.broken = true;
            body.append("break;\n");
        }
        body.append("}\n");
        statements.list(inner, depth, body);
        out.append("int " + name + " = 0;\n");
        label(target, out);
        out.append(choices.pick("for (;;) ", "while (true) ")).append(body).append("}\n");
        return target.broken;
    }

    private boolean forEachArray(Scope scope, int depth, StringBuilder out) {
        Kind array = choices.pick(Kind.INTS, Kind.STRINGS, Kind.LONGS);
        String over = "new " + array.type() + " {" + expressions.of(array.element(), scope, 1) + ", "
                + expressions.of(array.element(), scope, 1) + "}";
        return forEach(array.element().type(), array.element(), over, scope, depth, out);
    }

    private boolean forEachList(Scope scope, int depth, StringBuilder out) {
        Kind kind = choices.pick(Kind.INTEGER, Kind.STRING, Kind.OBJECT);
        String over = "Fuzz.<" + kind.type() + ">listOf(" + expressions.of(kind, scope, 1) + ", "
                + expressions.of(kind, scope, 1) + ")";
        return forEach(choices.pick(kind.type(), "var"), kind, over, scope, depth, out);
    }

    private boolean forEach(String type, Kind kind, String over, Scope scope, int depth, StringBuilder out) {
        String name = draft.name("x");
        Scope.Target target = target();
        Scope inner = scope.loop(target, 2);
        boolean isFinal = choices.once(2);
        inner.declare(new Variable(name, kind, !isFinal, isFinal));
        StringBuilder body = new StringBuilder();
        body(inner, depth, body);
        label(target, out);
        out.append("for (" + type + " " + name + " : " + over + ") ").append(body);
        return true;
    }
}
