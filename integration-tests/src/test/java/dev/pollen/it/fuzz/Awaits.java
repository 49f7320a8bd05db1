// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import static dev.pollen.it.fuzz.Kind.BOOLEAN;
import static dev.pollen.it.fuzz.Kind.FLOAT;
import static dev.pollen.it.fuzz.Kind.INT;

import java.util.ArrayList;
import java.util.List;

/** Writes awaits, and the futures that they wait for. */
final class Awaits {
    /** How deep recursion goes below the first call. */
    static final int DEEPEST = 3;

    private final Draft draft;
    private final Choices choices;
    private final Expressions expressions;
    private final AsyncBlocks blocks;

    Awaits(Draft draft, Expressions expressions, AsyncBlocks blocks) {
        this.draft = draft;
        this.choices = draft.choices;
        this.expressions = expressions;
        this.blocks = blocks;
    }

    AsyncBlocks blocks() {
        return blocks;
    }

    /** An await of a type. */
    String of(Kind kind, Scope scope, int depth) {
        boolean simple = kind.isNarrow() || kind == FLOAT;
        boolean two = draft.affords(scope, 2) && !simple && depth > 0;
        List<Callee> callees = callable(kind, scope, true);
        return new Menu<String>(draft)
                .add(5, Form.LEAF, () -> cast(kind) + "await(" + leaf(kind, scope, depth) + ")")
                .add(!callees.isEmpty(), 6, null, () -> {
                    Callee callee = choices.pick(callees);
                    return draft.in(form(callee), () -> called(callee, scope, depth));
                })
                .add(mayRecurse(kind, scope), 6, null, () -> recursion(scope, depth))
                .add(
                        two,
                        2,
                        Form.CONDITIONAL_FUTURE,
                        () -> "await(" + expressions.of(BOOLEAN, scope, depth - 1) + " ? "
                                + future(kind, scope, depth - 1) + " : " + future(kind, scope, depth - 1) + ")")
                .add(
                        two,
                        1,
                        Form.SWITCH_FUTURE,
                        () -> "await(switch (" + expressions.of(INT, scope, depth - 1)
                                + ") { case 0, 1 -> " + future(kind, scope, depth - 1) + "; case 2 -> "
                                + leaf(kind, scope, depth - 1) + "; default -> " + future(kind, scope, depth - 1)
                                + "; })")
                .add(
                        blocks.fits(scope) && !simple && depth > 0,
                        2,
                        null,
                        () -> "await(" + blocks.awaited(kind, scope) + ")")
                .add(!simple, 1, Form.READY_FUTURE, () -> "await(" + ready(kind, scope, depth) + ")")
                .add(
                        two,
                        1,
                        Form.JOIN_VALUE,
                        () -> "await(join(" + children(kind, scope, depth) + ")).first()." + kind.read())
                .add(
                        two && kind == INT,
                        3,
                        Form.SELECT_VALUE,
                        () -> "await(select(" + children(choices.pick(Kind.FORMS), scope, depth) + ")).index()")
                .write();
    }

    /** The value of a call; a narrow one comes boxed. */
    private String called(Callee callee, Scope scope, int depth) {
        Kind kind = callee.result();
        String cast = kind.isPrimitive() && kind.form().isEmpty() ? "(" + kind.type() + ") " : "";
        String value = cast + "await(" + call(callee, scope, depth) + ")";
        return !callee.isThrowing() && choices.once(3) ? value : cast + draft.marked(kind, value);
    }

    private static Form form(Callee callee) {
        return switch (callee.target()) {
            case RECURSIVE -> Form.CALL_RECURSIVE;
            case SEALED -> Form.CALL_SEALED;
            case OPEN -> Form.CALL_OPEN;
            case STATIC -> callee.isThrowing() ? Form.CALL_THROWING : Form.CALL_STATIC;
            case INSTANCE -> callee.isThrowing() ? Form.CALL_THROWING : Form.CALL_INSTANCE;
        };
    }

    /** What the leaf of a wider type must be cast to. */
    private static String cast(Kind kind) {
        return kind.isNarrow() || kind == FLOAT ? "(" + kind.type() + ") " : "";
    }

    /** A leaf, which marks its site. */
    String leaf(Kind kind, Scope scope, int depth) {
        draft.spend(scope, 1);
        int site = draft.site();
        String value = depth > 0 ? expressions.value(kind, scope, depth - 1) : expressions.plain(kind, scope);
        String witness = kind.isPrimitive() ? "" : "<" + kind.type() + ">";
        return "Leaf." + witness + "of(" + Draft.marked(kind, site, value) + ")";
    }

    /** A future of a type; it can be one of several that have the same type. */
    private String future(Kind kind, Scope scope, int depth) {
        List<Callee> callees = callable(kind, scope, true);
        return new Menu<String>(draft)
                .add(2, null, () -> leaf(kind, scope, depth))
                .add(!callees.isEmpty(), 3, null, () -> call(choices.pick(callees), scope, depth))
                .add(1, null, () -> ready(kind, scope, depth))
                .add(blocks.fits(scope) && depth > 0, 1, null, () -> blocks.awaited(kind, scope))
                .write();
    }

    private String ready(Kind kind, Scope scope, int depth) {
        int site = draft.site();
        String value = Draft.marked(kind, site, expressions.of(kind, scope, depth - 1));
        return kind.isPrimitive() ? "Future.ready(" + value + ")" : "Future.<" + kind.type() + ">of(" + value + ")";
    }

    /** Methods with a result that this place may call. */
    List<Callee> callable(Kind result, Scope scope, boolean mayThrow) {
        List<Callee> callable = new ArrayList<>();
        for (Callee callee : draft.callees) {
            if (callee.result() == result
                    && draft.affords(scope, callee.leaves())
                    && (!callee.isThrowing() || mayThrow && scope.checked != null)) {
                callable.add(callee);
            }
        }
        return callable;
    }

    /** A call with any arguments. */
    String call(Callee callee, Scope scope, int depth) {
        String receiver = receiver(callee, scope, depth);
        List<String> arguments = new ArrayList<>();
        if (callee.isRecursive()) {
            arguments.add(String.valueOf(choices.below(DEEPEST + 1)));
        }
        arguments(callee, scope, depth, arguments);
        // After its arguments: they are paid for already.
        draft.spend(scope, callee.leaves());
        return receiver + callee.name() + "(" + String.join(", ", arguments) + ")";
    }

    private String receiver(Callee callee, Scope scope, int depth) {
        if (callee.isDispatched()) {
            boolean late = depth > 0 && choices.once(3);
            String index =
                    late ? "at(" + expressions.of(INT, scope, depth - 1) + ")" : String.valueOf(choices.below(3));
            return callee.name() + "_on(" + index + ").";
        } else if (callee.target() == Callee.Target.INSTANCE) {
            return draft.isInstance ? choices.pick("", "this.") : "self(" + choices.below(3) + ").";
        }
        return "";
    }

    private void arguments(Callee callee, Scope scope, int depth, List<String> arguments) {
        Scope stack = scope;
        for (Kind parameter : callee.parameters()
                .subList(arguments.size(), callee.parameters().size())) {
            arguments.add(
                    depth > 0 ? expressions.value(parameter, stack, depth - 1) : expressions.plain(parameter, stack));
            stack = stack.above(parameter);
        }
        if (callee.isThrowing()) {
            scope.checked.thrown = true;
        }
    }

    /** Whether the method that is being written may await itself here; it does so at one place, which runs once. */
    boolean mayRecurse(Kind kind, Scope scope) {
        return draft.recursion != null
                && draft.recursion.result() == kind
                && scope.awaits
                && scope.turns == 1
                && (!draft.recursion.isThrowing() || scope.checked != null);
    }

    /** An await of the method that is being written. */
    String recursion(Scope scope, int depth) {
        Callee self = draft.recursion;
        draft.recursion = null;
        List<String> arguments = new ArrayList<>(List.of(draft.depthLeft + " - 1"));
        return draft.in(Form.RECURSION, () -> {
            arguments(self, scope, depth, arguments);
            String await = "await(" + self.name() + "(" + String.join(", ", arguments) + "))";
            Kind kind = self.result();
            if (kind == null) {
                return await;
            }
            String cast = kind.isPrimitive() && kind.form().isEmpty() ? "(" + kind.type() + ") " : "";
            return cast + draft.marked(kind, cast + await);
        });
    }

    /** Children of a combinator, the first of a given type. */
    private String children(Kind first, Scope scope, int depth) {
        String text = child(first, scope, depth, false);
        return text + ", " + child(choices.pick(Kind.FORMS), scope, depth, isLeaf(text));
    }

    /**
     * One of the futures that a combinator takes. A leaf exists as soon as it is made, so nothing that can throw or be
     * cancelled follows it: when the frame ended, it would be cancelled at a time of the weaver's choice.
     */
    String child(Kind kind, Scope scope, int depth, boolean afterLeaf) {
        List<Callee> callees = callable(kind, scope, true);
        int plain = afterLeaf ? 0 : depth;
        return new Menu<String>(draft)
                .add(2, null, () -> leaf(kind, scope, plain))
                .add(!callees.isEmpty(), 5, null, () -> {
                    Callee callee = choices.pick(callees);
                    return draft.in(form(callee), () -> call(callee, scope, plain));
                })
                .add(blocks.fits(scope), 2, null, () -> blocks.awaited(kind, scope))
                .write();
    }

    static boolean isLeaf(String future) {
        return future.startsWith("Leaf.");
    }
}
