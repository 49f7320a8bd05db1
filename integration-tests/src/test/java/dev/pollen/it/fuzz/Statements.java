// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import static dev.pollen.it.fuzz.Kind.BOOLEAN;
import static dev.pollen.it.fuzz.Kind.INT;
import static dev.pollen.it.fuzz.Kind.LONG;
import static dev.pollen.it.fuzz.Kind.STRING;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes statements. Each method says whether the statement can complete normally, as the language defines it: nothing
 * may follow one that cannot.
 */
final class Statements {
    private static final int DEPTH = 2;

    private final Draft draft;
    private final Choices choices;
    private final Expressions expressions;
    private final Loops loops;
    private final Switches switches;
    private final Tries tries;
    private final Leaving leaving;
    private final KeptFutures kept;
    private final Streams streams;

    Statements(Draft draft) {
        this.draft = draft;
        this.choices = draft.choices;
        this.expressions = new Expressions(draft, this);
        this.leaving = new Leaving(draft, expressions);
        this.loops = new Loops(draft, expressions, this, leaving);
        this.switches = new Switches(draft, expressions, this);
        this.tries = new Tries(draft, expressions, this);
        this.kept = new KeptFutures(draft, expressions, this);
        this.streams = new Streams(draft, expressions, this, leaving);
    }

    Expressions expressions() {
        return expressions;
    }

    Tries tries() {
        return tries;
    }

    Leaving leaving() {
        return leaving;
    }

    /** Any number of statements. */
    boolean list(Scope scope, int depth, StringBuilder out) {
        for (; ; ) {
            int mark = choices.mark();
            boolean more = choices.below(4 + 8 * Math.max(0, depth - 1)) != 0 && draft.room > 0;
            boolean completes = !more || one(scope, depth, out);
            choices.span(mark);
            if (!more || !completes) {
                return completes;
            }
        }
    }

    /** A block in a scope of its own. */
    boolean block(Scope inner, int depth, StringBuilder out) {
        out.append("{\n");
        boolean completes = list(inner, depth, out);
        out.append("}\n");
        return completes;
    }

    private boolean one(Scope scope, int depth, StringBuilder out) {
        draft.room -= scope.copies;
        Menu<Boolean> menu = new Menu<Boolean>(draft)
                .add(3, Form.LOG, () -> log(scope, out))
                .add(5, Form.LOCAL, () -> local(scope, out))
                .add(4, Form.ASSIGN_LOCAL, () -> assign(scope, out))
                .add(1, Form.ASSIGN_FIELD, () -> assignField(scope, out))
                .add(1, Form.ASSIGN_ELEMENT, () -> assignElement(scope, out))
                .add(2, Form.COMPOUND_STATEMENT, () -> compound(scope, out))
                .add(1, Form.ASSERT, () -> asserted(scope, out))
                .add(draft.affords(scope, 1), 3, Form.AWAIT_STATEMENT, () -> await(scope, out))
                .add(draft.mayEmit(scope), 8, Form.EMIT, () -> emit(scope, out))
                .add(scope.targets.isEmpty() ? 2 : 5, null, () -> leaving.write(scope, out));
        if (depth > 0) {
            int inner = depth - 1;
            boolean mayTry = scope.yields == null || !scope.wideStack;
            menu.add(5, Form.IF, () -> ifElse(scope, inner, out))
                    .add(1, Form.BLOCK, () -> block(scope, inner, out, scope.inner()))
                    .add(1, Form.LABELLED_BLOCK, () -> labelled(scope, inner, out))
                    .add(3, Form.LATE_LOCAL, () -> lateLocal(scope, inner, out))
                    .add(1, Form.CAPTURE, () -> capture(scope, inner, out))
                    .add(scope.yields == null, 1, Form.MONITOR, () -> monitor(scope, inner, out))
                    .add(scope.turns <= 3, 8, null, () -> loops.write(scope, inner, out))
                    .add(5, null, () -> switches.write(scope, inner, out))
                    .add(mayTry && scope.copies <= 9, 9, null, () -> tries.write(scope, inner, out, false))
                    .add(scope.awaits, 5, null, () -> kept.write(scope, inner, out))
                    .add(streams.fits(scope), 20, null, () -> streams.write(scope, inner, out));
        }
        return menu.write();
    }

    private boolean log(Scope scope, StringBuilder out) {
        Kind kind = expressions.anyKind();
        out.append("log(\"" + draft.name("t") + " \" + " + Expressions.shown(loggable(kind, scope)) + ");\n");
        return true;
    }

    private String loggable(Kind kind, Scope scope) {
        Scope operand = scope.inner();
        operand.wideStack = true;
        String text = expressions.of(kind, operand, DEPTH);
        return kind.isArray() && text.startsWith("new") ? "(" + text + ")" : text;
    }

    /** Logs what the variables are. */
    void report(Scope scope, StringBuilder out) {
        StringBuilder text = new StringBuilder("log(\"" + draft.name("t") + "\"");
        for (Variable variable : scope.variables) {
            if (scope.assigned.contains(variable)) {
                String name = variable.name();
                text.append(" + \" ")
                        .append(name)
                        .append("=\" + ")
                        .append(variable.kind().isPrimitive() ? name : Expressions.shown(name));
            }
        }
        out.append(text).append(");\n");
    }

    private boolean local(Scope scope, StringBuilder out) {
        Kind kind = expressions.anyKind();
        boolean isFinal = choices.once(3);
        String name = draft.name("v");
        out.append((isFinal ? "final " : "") + kind.type() + " " + name + " = " + expressions.value(kind, scope, DEPTH)
                + ";\n");
        scope.declare(new Variable(name, kind, !isFinal, isFinal));
        return true;
    }

    private boolean assign(Scope scope, StringBuilder out) {
        List<Variable> variables =
                scope.variables.stream().filter(Variable::assignable).toList();
        if (variables.isEmpty()) {
            return local(scope, out);
        }
        Variable variable = choices.pick(variables);
        out.append(variable.name() + " = " + expressions.value(variable.kind(), scope, DEPTH) + ";\n");
        scope.assigned.add(variable);
        return true;
    }

    private boolean assignField(Scope scope, StringBuilder out) {
        Kind kind = choices.pick(INT, LONG, Kind.DOUBLE, STRING, Kind.OBJECT);
        out.append(choices.pick(expressions.fields(kind)) + " = " + expressions.value(kind, scope, DEPTH) + ";\n");
        return true;
    }

    private boolean assignElement(Scope scope, StringBuilder out) {
        Kind kind = choices.pick(INT, LONG, STRING);
        out.append(expressions.element(kind, scope, 1) + " = " + expressions.value(kind, scope, DEPTH) + ";\n");
        return true;
    }

    private boolean compound(Scope scope, StringBuilder out) {
        Kind kind = choices.pick(INT, LONG, STRING, Kind.DOUBLE, Kind.SHORT, Kind.CHAR, BOOLEAN);
        List<String> targets = new ArrayList<>(expressions.fields(kind));
        scope.changeable(kind).forEach(variable -> targets.add(variable.name()));
        if (targets.isEmpty()) {
            return log(scope, out);
        }
        String target = choices.pick(targets);
        String text = kind.isNumber() && choices.once(3)
                ? "(" + target + choices.pick("++", "--") + ")"
                : expressions.compound(target, kind, scope, DEPTH);
        out.append(text, 1, text.length() - 1).append(";\n");
        return true;
    }

    private boolean asserted(Scope scope, StringBuilder out) {
        String condition = expressions.of(BOOLEAN, scope, DEPTH);
        String detail = loggable(expressions.anyKind(), scope);
        out.append("assert " + condition + choices.pick(" || len(\"a\") == 1", " || sInt != 2", "") + " : \"\" + "
                + Expressions.shown(detail) + ";\n");
        return true;
    }

    private boolean await(Scope scope, StringBuilder out) {
        List<Callee> callees = new ArrayList<>();
        draft.callees.stream()
                .map(Callee::result)
                .distinct()
                .forEach(result -> callees.addAll(expressions.awaits().callable(result, scope, true)));
        AsyncBlocks blocks = expressions.awaits().blocks();
        if (blocks.fits(scope) && choices.once(8)) {
            out.append("await(" + blocks.awaited(null, scope) + ");\n");
            return true;
        }
        String future = callees.isEmpty() || choices.once(3)
                ? expressions.awaits().leaf(expressions.anyKind(), scope, 1)
                : expressions.awaits().call(choices.pick(callees), scope, DEPTH);
        out.append("await(" + future + ");\n");
        return true;
    }

    /** A value of the generator that is being written. */
    boolean emit(Scope scope, StringBuilder out) {
        draft.emitted += scope.turns;
        int site = draft.site();
        out.append("emit(" + Draft.marked(draft.emits, site, expressions.value(draft.emits, scope, DEPTH)) + ");\n");
        return true;
    }

    private boolean block(Scope scope, int depth, StringBuilder out, Scope inner) {
        boolean completes = block(inner, depth, out);
        scope.assigned = inner.assigned;
        return completes;
    }

    private boolean labelled(Scope scope, int depth, StringBuilder out) {
        Scope.Target target = new Scope.Target(draft.name("l"), false, false);
        Scope inner = scope.inner(target);
        StringBuilder text = new StringBuilder();
        boolean completes = block(inner, depth, text);
        out.append(target.labelled ? target.label + ": " : "").append(text);
        if (!target.broken) {
            scope.assigned = inner.assigned;
        }
        return completes || target.broken;
    }

    private boolean ifElse(Scope scope, int depth, StringBuilder out) {
        out.append("if (" + expressions.of(BOOLEAN, scope, DEPTH) + ") ");
        Scope then = scope.inner();
        boolean thenCompletes = block(then, depth, out);
        if (choices.once(2)) {
            out.append("else ");
            Scope otherwise = scope.inner();
            boolean otherwiseCompletes = block(otherwise, depth, out);
            merge(scope, then, thenCompletes, otherwise, otherwiseCompletes);
            return thenCompletes || otherwiseCompletes;
        }
        return true;
    }

    /** What is assigned after one of two ways. */
    static void merge(Scope scope, Scope one, boolean oneCompletes, Scope other, boolean otherCompletes) {
        if (oneCompletes && otherCompletes) {
            scope.assigned = one.assigned;
            scope.assigned.retainAll(other.assigned);
        } else {
            scope.assigned = oneCompletes ? one.assigned : other.assigned;
        }
    }

    /** A variable that gets its value on each of several ways. */
    private boolean lateLocal(Scope scope, int depth, StringBuilder out) {
        Kind kind = expressions.anyKind();
        Variable variable = new Variable(draft.name("v"), kind, true, false);
        out.append(kind.type() + " " + variable.name() + ";\n");
        scope.variables.add(variable);
        String assignment = variable.name() + " = ";
        out.append("if (" + expressions.of(BOOLEAN, scope, DEPTH) + ") {\n");
        Scope then = scope.inner();
        boolean thenCompletes = list(then, depth, out);
        if (thenCompletes) {
            out.append(assignment + expressions.value(kind, then, DEPTH) + ";\n");
            then.assigned.add(variable);
        }
        out.append("} else {\n");
        Scope otherwise = scope.inner();
        boolean otherwiseCompletes = list(otherwise, depth, out);
        if (otherwiseCompletes) {
            out.append(assignment + expressions.value(kind, otherwise, 1) + ";\n");
            otherwise.assigned.add(variable);
        }
        out.append("}\n");
        merge(scope, then, thenCompletes, otherwise, otherwiseCompletes);
        return thenCompletes || otherwiseCompletes;
    }

    /** A lambda that lives over what follows it. */
    private boolean capture(Scope scope, int depth, StringBuilder out) {
        String name = draft.name("f");
        out.append("IntSupplier " + name + " = () -> " + draft.marked(INT, expressions.of(INT, scope.lambda(), DEPTH))
                + ";\n");
        if (!list(scope, depth, out)) {
            return false;
        }
        out.append("log(\"" + name + " \" + " + name + ".getAsInt());\n");
        return true;
    }

    private boolean monitor(Scope scope, int depth, StringBuilder out) {
        Scope inner = scope.inner();
        inner.awaits = false;
        out.append("synchronized (LOCK) {\nlog(hitInt(" + draft.site() + ", 0));\n");
        boolean completes = list(inner, depth, out);
        out.append("}\n");
        scope.assigned = inner.assigned;
        return completes;
    }
}
