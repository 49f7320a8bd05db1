// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import static dev.pollen.it.fuzz.Kind.BOOLEAN;
import static dev.pollen.it.fuzz.Kind.COLOR;
import static dev.pollen.it.fuzz.Kind.INT;
import static dev.pollen.it.fuzz.Kind.OBJECT;
import static dev.pollen.it.fuzz.Kind.STRING;

import java.util.List;

/** Writes switch expressions. */
final class SwitchValues {
    private final Draft draft;
    private final Choices choices;
    private final Expressions expressions;
    private final Statements statements;

    SwitchValues(Draft draft, Expressions expressions, Statements statements) {
        this.draft = draft;
        this.choices = draft.choices;
        this.expressions = expressions;
        this.statements = statements;
    }

    String of(Kind kind, Scope scope, int depth) {
        boolean blocks = draft.room > 0;
        return new Menu<String>(draft)
                .add(2, Form.SWITCH_VALUE, () -> write(kind, scope, depth, this::value))
                .add(blocks, 1, Form.SWITCH_BLOCK, () -> write(kind, scope, depth, this::block))
                .add(blocks && !scope.wideStack, 2, Form.SWITCH_TRY, () -> write(kind, scope, depth, this::tried))
                .add(draft.patterns, 2, Form.SWITCH_PATTERN_VALUE, () -> patterns(kind, scope, depth))
                .write();
    }

    /** What stands behind an arrow. */
    private interface Arm {
        String write(Kind kind, Scope scope, int depth);
    }

    private String write(Kind kind, Scope scope, int depth, Arm arm) {
        Kind selector = choices.pick(INT, STRING, COLOR);
        StringBuilder text = new StringBuilder("(switch (")
                .append(selector(selector, scope, depth))
                .append(") {\n");
        Arm written = this::value;
        for (String labels : labels(selector)) {
            text.append("case ").append(labels).append(" -> ").append(written.write(kind, scope.inner(), depth));
            written = choices.once(3) ? arm : this::value;
        }
        return text.append("default -> ")
                .append(arm.write(kind, scope.inner(), depth))
                .append("})")
                .toString();
    }

    /** What is switched over, not null. */
    String selector(Kind kind, Scope scope, int depth) {
        String text = expressions.of(kind, scope, depth - 1);
        return kind == INT ? "at(" + text + ")" : kind == STRING ? "String.valueOf(" + text + ")" : "(Color) " + text;
    }

    static List<String> labels(Kind selector) {
        return switch (selector) {
            case INT -> List.of("0", "2, 7");
            case STRING -> List.of("\"a\", \"\"", "\"b\"", "\"text\"");
            default -> List.of("RED", "BLUE");
        };
    }

    private String value(Kind kind, Scope scope, int depth) {
        return expressions.of(kind, scope, choices.once(3) ? depth - 1 : 0) + ";\n";
    }

    private String block(Kind kind, Scope scope, int depth) {
        Scope within = scope.valued(kind);
        StringBuilder text = new StringBuilder("{\n");
        if (statements.list(within, 1, text)) {
            text.append(statements.leaving().yields(within));
        }
        return text.append("}\n").toString();
    }

    private String tried(Kind kind, Scope scope, int depth) {
        Scope within = scope.valued(kind);
        StringBuilder text = new StringBuilder("{\n");
        if (statements.tries().write(within, 1, text, true)) {
            text.append(statements.leaving().yields(within));
        }
        return text.append("}\n").toString();
    }

    /** A guard, which is not a constant. */
    String guard(Scope scope, int depth) {
        return draft.marked(BOOLEAN, expressions.of(BOOLEAN, scope.guard(), depth - 1));
    }

    private String patterns(Kind kind, Scope scope, int depth) {
        String a = draft.name("p");
        String b = draft.name("p");
        String c = draft.name("p");
        StringBuilder text =
                new StringBuilder("(switch ((Object) " + expressions.of(OBJECT, scope, depth - 1) + ") {\n");
        Scope string = scope.inner();
        string.declare(new Variable(a, STRING, false, true));
        text.append("case String " + a + " when " + guard(string, depth) + " -> " + value(kind, string, depth));
        Scope pair = scope.inner();
        pair.declare(new Variable(b, INT, false, true));
        pair.declare(new Variable(c, STRING, false, true));
        text.append("case Pair(int " + b + ", String " + c + ") "
                + (choices.once(2) ? "when " + guard(pair, depth) : "") + " -> "
                + value(kind, pair, depth));
        text.append("case Integer " + draft.name("p") + " -> " + value(kind, scope.inner(), depth));
        return text.append("case null, default -> " + value(kind, scope.inner(), depth) + "})")
                .toString();
    }
}
