// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import static dev.pollen.it.fuzz.Kind.BOOLEAN;

import java.util.List;

/** Writes consumers of generators. Each stream is a variable of its method, which makes it once. */
final class Streams {
    private final Draft draft;
    private final Choices choices;
    private final Expressions expressions;
    private final Statements statements;
    private final Leaving leaving;

    Streams(Draft draft, Expressions expressions, Statements statements, Leaving leaving) {
        this.draft = draft;
        this.choices = draft.choices;
        this.expressions = expressions;
        this.statements = statements;
        this.leaving = leaving;
    }

    /** Whether a place may have one: it is not made anew, and each of its copies has its own slot. */
    boolean fits(Scope scope) {
        return scope.turns == 1 && scope.copies == 1 && !sources(scope).isEmpty();
    }

    private List<Source> sources(Scope scope) {
        return draft.sources.stream()
                .filter(source -> draft.affords(scope, source.call().leaves()))
                .toList();
    }

    boolean write(Scope scope, int depth, StringBuilder out) {
        Source source = choices.pick(sources(scope));
        String name = draft.name("s");
        out.append("var " + name + " = " + expressions.awaits().call(source.call(), scope, 2) + ";\n");
        if (choices.once(4) && !statements.list(scope, depth, out)) {
            return false;
        }
        boolean completes = new Menu<Boolean>(draft)
                .add(4, Form.STREAM, () -> all(source, name, scope, depth, out))
                .add(draft.affords(scope, 3), 2, Form.STREAM_SELECT, () -> selected(source, name, scope, depth, out))
                .add(3, Form.STREAM_LEFT, () -> one(source, name, scope, out))
                .write();
        if (completes && choices.once(4)) {
            out.append(name + ".cancel();\n");
        }
        return completes;
    }

    /** A loop over its values; what is in the loop may leave it. */
    private boolean all(Source source, String name, Scope scope, int depth, StringBuilder out) {
        Scope.Target target = new Scope.Target(draft.name("l"), true, true);
        Scope inner = scope.loop(target, Math.max(1, source.values()));
        String next = next(name);
        StringBuilder body = new StringBuilder(taken(source, name, inner));
        if (statements.list(inner, depth, body)) {
            body.append(leaving.jumpsSometimes(inner));
        }
        out.append(target.labelled ? target.label + ": " : "")
                .append("while (" + next + ") {\n")
                .append(body)
                .append("}\n");
        return true;
    }

    /** Some turns of a select between the next value and something else. */
    private boolean selected(Source source, String name, Scope scope, int depth, StringBuilder out) {
        String turn = draft.name("i");
        String won = draft.name("c");
        Scope.Target target = new Scope.Target(draft.name("l"), true, true);
        Scope inner = scope.loop(target, 3);
        String other = expressions.awaits().child(Kind.INT, inner, 0, true);
        StringBuilder body = new StringBuilder();
        body.append("var " + won + " = await(select(" + name + ".next(), " + other + "));\n");
        body.append("if (" + won + ".isFirst()) {\n");
        body.append("if (!" + draft.marked(BOOLEAN, won + ".first().getAsBoolean()") + ") {\nbreak;\n}\n");
        body.append(taken(source, name, inner.inner()));
        body.append("}\n");
        statements.list(inner, depth, body);
        out.append(target.labelled ? target.label + ": " : "")
                .append("for (int " + turn + " = 0; " + turn + " < 3; " + turn + "++) {\n")
                .append(body)
                .append("}\n");
        return true;
    }

    /** The first of its values; it ends with its frame. */
    private boolean one(Source source, String name, Scope scope, StringBuilder out) {
        out.append("if (" + next(name) + ") {\n")
                .append(taken(source, name, scope.inner()))
                .append("}\n");
        return true;
    }

    private String next(String name) {
        return draft.marked(BOOLEAN, "await(" + name + ".next())");
    }

    /** The value in the log, or in a variable. */
    private String taken(Source source, String name, Scope scope) {
        Kind kind = source.call().result();
        String value = name + "." + kind.current();
        if (choices.once(2)) {
            Variable variable = scope.declare(new Variable(draft.name("v"), kind, true, false));
            return kind.type() + " " + variable.name() + " = " + value + ";\n";
        }
        return "log(\"" + name + " \" + " + Expressions.shown(value) + ");\n";
    }
}
