// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import static dev.pollen.it.fuzz.Kind.BOOLEAN;

import java.util.ArrayList;
import java.util.List;

/** Writes futures and values of combinators that are kept in variables over other statements. */
final class KeptFutures {
    private static final List<String> READS = List.of("first", "second", "third");

    private final Draft draft;
    private final Choices choices;
    private final Expressions expressions;
    private final Statements statements;

    KeptFutures(Draft draft, Expressions expressions, Statements statements) {
        this.draft = draft;
        this.choices = draft.choices;
        this.expressions = expressions;
        this.statements = statements;
    }

    boolean write(Scope scope, int depth, StringBuilder out) {
        List<Callee> callees = callees(scope);
        boolean once = scope.turns == 1 && scope.copies == 1;
        return new Menu<Boolean>(draft)
                .add(1, Form.AWAIT_STATEMENT, () -> nothing(scope, out))
                .add(!callees.isEmpty(), 3, Form.KEPT_FUTURE, () -> kept(choices.pick(callees), scope, depth, out))
                .add(expressions.awaits().blocks().fits(scope), 3, null, () -> block(scope, depth, out))
                .add(draft.affords(scope, 3), 3, Form.JOIN, () -> combined("join", scope, depth, out))
                .add(draft.affords(scope, 3), 4, Form.SELECT, () -> combined("select", scope, depth, out))
                .add(
                        once && !callees.isEmpty(),
                        3,
                        Form.BORROW,
                        () -> borrowed(choices.pick(callees), scope, depth, out))
                .write();
    }

    /** Those that a variable may keep: they throw nothing that javac would look for at the call. */
    private List<Callee> callees(Scope scope) {
        List<Callee> callees = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            callees.addAll(expressions.awaits().callable(kind, scope, false));
        }
        return callees;
    }

    private boolean nothing(Scope scope, StringBuilder out) {
        if (draft.affords(scope, 1)) {
            draft.spend(scope, 1);
            out.append("await(Leaf.nothing());\n");
        }
        return true;
    }

    private boolean kept(Callee callee, Scope scope, int depth, StringBuilder out) {
        String name = draft.name("f");
        String call = expressions.awaits().call(callee, scope, 2);
        if (choices.once(4)) {
            call = expressions.of(BOOLEAN, scope, 1) + " ? " + call + " : "
                    + expressions.awaits().call(callee, scope, 0);
        }
        out.append(callee.result().future() + " " + name + " = " + call + ";\n");
        if (!statements.list(scope, depth, out)) {
            return false;
        }
        out.append("log(\"" + name + " \" + " + Expressions.shown(draft.marked(callee.result(), "await(" + name + ")"))
                + ");\n");
        return true;
    }

    /** A block in a variable, or one of two. */
    private boolean block(Scope scope, int depth, StringBuilder out) {
        AsyncBlocks blocks = expressions.awaits().blocks();
        String name = draft.name("f");
        Kind kind = choices.pick(Kind.INT, Kind.STRING, Kind.LONG, Kind.DOUBLE, Kind.BOOLEAN, Kind.PAIR);
        String block = blocks.kept(kind, scope);
        if (choices.once(4) && blocks.fits(scope)) {
            block = expressions.of(BOOLEAN, scope, 1) + " ? " + block + " : " + blocks.kept(kind, scope);
        }
        out.append(kind.future() + " " + name + " = " + block + ";\n");
        if (!statements.list(scope, depth, out)) {
            return false;
        }
        out.append("log(\"" + name + " \" + "
                + Expressions.shown(draft.in(Form.KEPT_BLOCK, () -> draft.marked(kind, "await(" + name + ")")))
                + ");\n");
        return true;
    }

    /** A combinator whose value is read after other statements. */
    private boolean combined(String factory, Scope scope, int depth, StringBuilder out) {
        String name = draft.name("c");
        List<Kind> kinds = new ArrayList<>();
        List<String> children = new ArrayList<>();
        boolean afterLeaf = false;
        int count = 2 + choices.below(2);
        for (int i = 0; i < count; i++) {
            Kind kind = choices.pick(Kind.INT, Kind.STRING, Kind.LONG, Kind.DOUBLE, Kind.BOOLEAN, Kind.PAIR);
            String child = expressions.awaits().child(kind, scope, 1, afterLeaf);
            afterLeaf |= Awaits.isLeaf(child);
            kinds.add(kind);
            children.add(child);
        }
        out.append("var " + name + " = await(" + factory + "(" + String.join(", ", children) + "));\n");
        if (factory.equals("select")) {
            out.append("log(\"won \" + hitInt(" + draft.site() + ", " + name + ".index()));\n");
        }
        if (!statements.list(scope, depth, out)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            String read = "log(\"" + name + " \" + "
                    + Expressions.shown(
                            name + "." + READS.get(i) + "()." + kinds.get(i).read())
                    + ");\n";
            out.append(factory.equals("join") ? read : "if (" + name + ".index() == " + i + ") {\n" + read + "}\n");
        }
        return true;
    }

    /** A future that is lent to a select until it is ready, or left behind. */
    private boolean borrowed(Callee callee, Scope scope, int depth, StringBuilder out) {
        String name = draft.name("b");
        String turn = draft.name("i");
        String won = draft.name("c");
        out.append("var " + name + " = " + expressions.awaits().call(callee, scope, 1) + ";\n");
        Scope.Target target = new Scope.Target(draft.name("l"), true, true);
        Scope inner = scope.loop(target, 2);
        StringBuilder body = new StringBuilder();
        String other = expressions.awaits().child(Kind.INT, inner, 0, true);
        body.append("var " + won + " = await(select(borrow(" + name + "), " + other + "));\n");
        body.append("if (" + won + ".isFirst()) {\nlog(\"" + name + " \" + "
                + Expressions.shown(draft.marked(
                        callee.result(), name + "." + callee.result().read()))
                + ");\nbreak;\n}\n");
        statements.list(inner, depth, body);
        if (target.labelled) {
            out.append(target.label + ": ");
        }
        out.append("for (int " + turn + " = 0; " + turn + " < 2; " + turn + "++) {\n" + body + "}\n");
        return true;
    }
}
