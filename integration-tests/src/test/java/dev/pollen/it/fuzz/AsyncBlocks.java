// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

/** Writes async blocks. A block reads what an ordinary lambda may read, and runs nothing until it is polled. */
final class AsyncBlocks {
    private static final int NESTED = 2;

    private final Draft draft;
    private final Choices choices;
    private final Statements statements;
    private int open;

    AsyncBlocks(Draft draft, Statements statements) {
        this.draft = draft;
        this.choices = draft.choices;
        this.statements = statements;
    }

    /** Whether a place may have one, with an await in it. */
    boolean fits(Scope scope) {
        return draft.affords(scope, 1) && open < NESTED;
    }

    /** A block within an await, whose checked exceptions leave from there; null as result for nothing. */
    String awaited(Kind result, Scope scope) {
        return draft.in(Form.ASYNC_BLOCK, () -> write(result, scope, scope.checked != null, false));
    }

    /** A block that is assigned to a variable with the type of its future. */
    String kept(Kind result, Scope scope) {
        return draft.in(Form.KEPT_BLOCK, () -> write(result, scope, false, true));
    }

    private String write(Kind result, Scope scope, boolean mayThrow, boolean typed) {
        Kind outer = draft.result;
        Kind emits = draft.emits;
        draft.result = result;
        draft.emits = null;
        open++;
        Scope inner = scope.block(mayThrow ? new Scope.Checked() : null);
        StringBuilder body = new StringBuilder();
        boolean completes = statements.list(inner, 1, body);
        boolean alone = completes && body.isEmpty();
        if (completes) {
            body.append(statements.leaving().returned(inner));
        }
        open--;
        draft.result = outer;
        draft.emits = emits;
        boolean throwing = mayThrow && inner.checked.thrown;
        if (throwing) {
            scope.checked.thrown = true;
        }
        String text = body.toString();
        String code = alone ? text.substring("return ".length(), text.length() - 2) : "{\n" + text + "}";
        return factory(result, throwing ? "Oops" : "RuntimeException", typed) + "(() -> " + code + ")";
    }

    /** Where nothing else tells javac the type, it stands there: expressions have exactly the type that was asked for. */
    private String factory(Kind result, String thrown, boolean typed) {
        String form = result == null ? "" : result.form();
        boolean inferred = choices.once(2) && (typed || !form.isEmpty());
        String type = result == null ? "Void, " : form.isEmpty() ? result.boxed() + ", " : "";
        return (inferred ? "" : "Pollen.<" + type + thrown + ">") + "async" + form;
    }
}
