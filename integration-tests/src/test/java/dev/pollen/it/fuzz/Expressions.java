// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import static dev.pollen.it.fuzz.Kind.BASE;
import static dev.pollen.it.fuzz.Kind.BOOLEAN;
import static dev.pollen.it.fuzz.Kind.BYTE;
import static dev.pollen.it.fuzz.Kind.CHAR;
import static dev.pollen.it.fuzz.Kind.COLOR;
import static dev.pollen.it.fuzz.Kind.DERIVED;
import static dev.pollen.it.fuzz.Kind.DOUBLE;
import static dev.pollen.it.fuzz.Kind.FLOAT;
import static dev.pollen.it.fuzz.Kind.INT;
import static dev.pollen.it.fuzz.Kind.INTEGER;
import static dev.pollen.it.fuzz.Kind.INTS;
import static dev.pollen.it.fuzz.Kind.LONG;
import static dev.pollen.it.fuzz.Kind.LONGS;
import static dev.pollen.it.fuzz.Kind.LONG_BOX;
import static dev.pollen.it.fuzz.Kind.OBJECT;
import static dev.pollen.it.fuzz.Kind.PAIR;
import static dev.pollen.it.fuzz.Kind.SHORT;
import static dev.pollen.it.fuzz.Kind.STRING;
import static dev.pollen.it.fuzz.Kind.STRINGS;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes expressions. Each has exactly the type that was asked for, so that it can stand anywhere; it is in parentheses
 * where it needs them.
 */
final class Expressions {
    private final Draft draft;
    private final Choices choices;
    private final Awaits awaits;
    private final SwitchValues switches;

    Expressions(Draft draft, Statements statements) {
        this.draft = draft;
        this.choices = draft.choices;
        this.awaits = new Awaits(draft, this, new AsyncBlocks(draft, statements));
        this.switches = new SwitchValues(draft, this, statements);
    }

    Awaits awaits() {
        return awaits;
    }

    /** A value where null may stand, too. */
    String value(Kind kind, Scope scope, int depth) {
        return !kind.isPrimitive() && choices.once(20) ? "null" : of(kind, scope, depth);
    }

    /** A literal or a variable: nothing can go wrong with it. */
    String plain(Kind kind, Scope scope) {
        List<Variable> variables = scope.readable(kind);
        int choice = choices.below(variables.size() * 2 + 2);
        if (choice >= 2) {
            return variables.get((choice - 2) / 2).name();
        }
        String literal = choices.pick(kind.literals());
        return literal;
    }

    /** An expression of a type. */
    String of(Kind kind, Scope scope, int depth) {
        int mark = choices.mark();
        String text = write(kind, scope, depth);
        choices.span(mark);
        return text;
    }

    private String write(Kind kind, Scope scope, int depth) {
        if (depth <= 0) {
            return draft.affords(scope, 1) && choices.once(2) ? awaits.of(kind, scope, 0) : plain(kind, scope);
        }
        int inner = depth - 1;
        Menu<String> menu = new Menu<String>(draft)
                .add(3, null, () -> plain(kind, scope))
                .add(draft.affords(scope, 1), 9, null, () -> awaits.of(kind, scope, inner))
                .add(
                        2,
                        Form.CONDITIONAL,
                        () -> "(" + of(BOOLEAN, scope, inner) + " ? " + of(kind, scope, inner) + " : "
                                + (kind.isPrimitive() ? of(kind, scope, inner) : value(kind, scope, inner)) + ")")
                .add(!scope.changeable(kind).isEmpty(), 3, Form.ASSIGNED_VALUE, () -> assigned(kind, scope, inner))
                .add(1, null, () -> switches.of(kind, scope, inner))
                .add(1, Form.LAMBDA, () -> lambda(kind, scope));
        changes(menu, kind, scope, inner);
        elements(menu, kind, scope, inner);
        if (kind == BOOLEAN) {
            conditions(menu, scope, inner);
        } else if (kind.isNumber()) {
            numbers(menu, kind, scope, inner);
        } else {
            references(menu, kind, scope, inner);
        }
        return menu.write();
    }

    private String assigned(Kind kind, Scope scope, int inner) {
        String name = choices.pick(scope.changeable(kind)).name();
        return "(" + name + " = " + of(kind, scope, inner) + ")";
    }

    private String lambda(Kind kind, Scope scope) {
        Scope within = scope.lambda();
        String body = "() -> " + draft.marked(kind, of(kind, within, 1));
        if (!kind.isPrimitive()) {
            return "((Supplier<" + kind.type() + ">) " + body + ").get()";
        }
        String form = kind == FLOAT ? "Double" : kind.form().isEmpty() ? "Int" : kind.form();
        String cast = kind.form().isEmpty() ? "(" + kind.type() + ") " : "";
        return cast + "((" + form + "Supplier) " + body + ").getAs" + form + "()";
    }

    /** Expressions that change something: {@code x++}, {@code a[i] += e}. */
    private void changes(Menu<String> menu, Kind kind, Scope scope, int inner) {
        List<Variable> variables = scope.changeable(kind);
        List<String> fields = fields(kind);
        boolean array = kind == INT || kind == LONG || kind == STRING;
        menu.add(
                        kind.isNumber() && !variables.isEmpty(),
                        4,
                        Form.INCREMENT_LOCAL,
                        () -> incremented(kind, choices.pick(variables).name()))
                .add(
                        kind.isNumber() && !fields.isEmpty(),
                        1,
                        Form.INCREMENT_FIELD,
                        () -> incremented(kind, choices.pick(fields)))
                .add(
                        kind.isNumber() && array,
                        1,
                        Form.INCREMENT_ELEMENT,
                        () -> incremented(kind, element(kind, scope, inner)))
                .add(
                        !variables.isEmpty() && operator(kind) != null,
                        3,
                        Form.COMPOUND_LOCAL,
                        () -> compound(choices.pick(variables).name(), kind, scope, inner))
                .add(
                        !fields.isEmpty() && operator(kind) != null,
                        1,
                        Form.COMPOUND_FIELD,
                        () -> compound(choices.pick(fields), kind, scope, inner))
                .add(array, 1, Form.COMPOUND_ELEMENT, () -> compound(element(kind, scope, inner), kind, scope, inner));
    }

    private String incremented(Kind kind, String target) {
        String text = choices.pick(target + "++", target + "--", "++" + target, "--" + target);
        return (kind.form().isEmpty() ? "(" + kind.type() + ") " : "") + draft.marked(kind, text);
    }

    private static String operator(Kind kind) {
        return kind.isNumber() || kind == STRING ? "+=" : kind == BOOLEAN ? "^=" : null;
    }

    /** {@code (x += e)}. */
    String compound(String target, Kind kind, Scope scope, int inner) {
        if (kind == BOOLEAN) {
            return "(" + target + " " + choices.pick("^=", "&=", "|=") + " " + of(BOOLEAN, scope, inner) + ")";
        } else if (kind == STRING) {
            Scope operand = operand(scope);
            return "(" + target + " += " + operand(anyKind(), operand, inner) + ")";
        }
        return "(" + target + " " + choices.pick("+=", "-=", "*=") + " "
                + of(choices.pick(Kind.NUMBERS), scope.above(kind), inner) + ")";
    }

    private static Scope operand(Scope scope) {
        Scope operand = scope.inner();
        operand.wideStack = true;
        return operand;
    }

    /** {@code a[i]}, where array and index may be any expressions. */
    String element(Kind kind, Scope scope, int inner) {
        Kind array = kind == INT ? INTS : kind == LONG ? LONGS : STRINGS;
        List<Variable> arrays = scope.readable(array);
        String base = !arrays.isEmpty() && !choices.once(4)
                ? choices.pick(arrays).name()
                : array == INTS ? "sInts" : of(array, scope, inner);
        return (base.startsWith("new ") ? "(" + base + ")" : base)
                + (scope.guarded && choices.once(10) ? "[3]" : "[at(" + of(INT, scope, inner) + ")]");
    }

    /** Fields that can be read and changed. */
    List<String> fields(Kind kind) {
        List<String> fields = new ArrayList<>();
        if (kind == INT || kind == LONG || kind == DOUBLE || kind == STRING || kind == OBJECT) {
            String name = kind.type().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + kind.type().substring(1);
            fields.add("s" + name);
            if (kind == INT || kind == STRING) {
                fields.add(draft.isInstance ? "this.f" + name : "self(" + choices.below(3) + ").f" + name);
            }
        }
        return fields;
    }

    private void elements(Menu<String> menu, Kind kind, Scope scope, int inner) {
        List<String> fields = fields(kind);
        menu.add(kind == INT || kind == LONG || kind == STRING, 1, Form.ELEMENT, () -> element(kind, scope, inner))
                .add(!fields.isEmpty(), 1, null, () -> choices.pick(fields))
                .add(kind == INT, 2, Form.FIELD, () -> {
                    Kind owner = choices.pick(PAIR, BASE, DERIVED);
                    return receiver(owner, scope, inner) + (owner == PAIR ? ".a()" : ".v");
                });
    }

    /** Something to put a dot behind. */
    private String receiver(Kind kind, Scope scope, int inner) {
        String text = of(kind, scope, inner);
        return text.startsWith("(") ? text : "(" + text + ")";
    }

    private void conditions(Menu<String> menu, Scope scope, int inner) {
        menu.add(4, Form.COMPARISON, () -> {
                    Kind kind = choices.pick(INT, LONG, DOUBLE, CHAR, FLOAT);
                    return "(" + of(kind, scope, inner) + " " + choices.pick("<", ">=", "==", "!=") + " "
                            + of(kind, scope.above(kind), inner) + ")";
                })
                .add(2, Form.AND, () -> "(" + of(BOOLEAN, scope, inner) + " && " + of(BOOLEAN, scope, inner) + ")")
                .add(2, Form.OR, () -> "(" + of(BOOLEAN, scope, inner) + " || " + of(BOOLEAN, scope, inner) + ")")
                .add(1, Form.UNARY, () -> "!" + of(BOOLEAN, scope, inner))
                .add(1, Form.BINARY, () -> "(" + of(BOOLEAN, scope, inner) + " ^ " + of(BOOLEAN, scope, inner) + ")")
                .add(1, Form.ARGUMENTS, () -> {
                    Kind kind = anyReference();
                    return "eq(" + of(kind, scope, inner) + ", " + value(kind, scope, inner) + ")";
                })
                .add(2, Form.INSTANCEOF_PATTERN, () -> instanceOf(scope, inner));
    }

    private String instanceOf(Scope scope, int inner) {
        Kind tested = choices.pick(STRING, INTEGER, PAIR, DERIVED);
        Kind from = tested == DERIVED ? BASE : OBJECT;
        String name = draft.name("p");
        String test = "(" + from.type() + ") " + of(from, scope, inner) + " instanceof " + tested.type() + " " + name;
        Scope within = scope.inner();
        within.declare(new Variable(name, tested, false, true));
        return "(" + test + " && " + of(BOOLEAN, within, inner) + ")";
    }

    private void numbers(Menu<String> menu, Kind kind, Scope scope, int inner) {
        boolean exact = kind == INT || kind == LONG;
        Kind wide = kind.isNarrow() ? INT : kind;
        String cast = kind.isNarrow() ? "(" + kind.type() + ") " : "";
        menu.add(
                        4,
                        Form.BINARY,
                        () -> cast + "(" + of(wide, scope, inner) + " " + choices.pick("+", "-", "*", exact ? "^" : "+")
                                + " " + of(wide, scope.above(kind), inner) + ")")
                .add(
                        exact,
                        1,
                        Form.DIVISION,
                        () -> "(" + of(wide, scope, inner) + choices.pick(" / ", " % ")
                                + divisor(wide, scope.above(Kind.LONG), inner) + ")")
                .add(
                        exact,
                        1,
                        Form.SHIFT,
                        () -> "(" + of(wide, scope, inner) + choices.pick(" << ", " >> ", " >>> ")
                                + of(INT, scope.above(kind), inner) + ")")
                .add(1, Form.UNARY, () -> cast + "(- " + of(wide, scope, inner) + ")")
                .add(2, Form.CAST, () -> {
                    Kind from = choices.pick(Kind.NUMBERS);
                    return "(" + kind.type() + ") " + parenthesized(of(from, scope, inner));
                })
                .add(kind == INT, 1, Form.ARGUMENTS, () -> "len(" + value(STRING, scope, inner) + ")")
                .add(kind == LONG, 3, Form.ARGUMENTS, () -> mix(scope, scope.above(LONG), inner))
                .add(
                        kind == INT,
                        1,
                        Form.VARARGS,
                        () -> "sum(" + of(INT, scope, inner) + ", " + of(INT, scope, inner) + ", "
                                + of(INT, scope, inner) + ")")
                .add(kind == INT, 1, Form.BOXING, () -> "(int) " + of(INTEGER, scope, inner))
                .add(kind == LONG, 1, Form.BOXING, () -> "(long) " + of(LONG_BOX, scope, inner))
                .add(kind == INT && scope.checked != null && scope.awaits, 2, Form.ARGUMENTS, () -> {
                    scope.checked.thrown = true;
                    return "risky(" + of(INT, scope, inner) + ")";
                });
    }

    private String divisor(Kind kind, Scope scope, int inner) {
        String text = of(kind, scope, inner);
        return scope.guarded && choices.once(2) ? text : "(1 | " + text + ")";
    }

    private String mix(Scope scope, Scope above, int inner) {
        return "mix(" + of(INT, scope, inner) + ", " + of(LONG, scope, inner) + ", " + of(DOUBLE, above, inner) + ", "
                + value(OBJECT, above, inner) + ", " + of(FLOAT, above, inner) + ")";
    }

    /** For a cast: {@code (byte) -x} is fine, {@code (Integer) -x} is not. */
    private static String parenthesized(String text) {
        return "(" + text + ")";
    }

    private void references(Menu<String> menu, Kind kind, Scope scope, int inner) {
        menu.add(kind == STRING, 5, Form.CONCATENATION, () -> concatenation(scope, inner))
                .add(kind == STRING, 1, Form.ARGUMENTS, () -> "text(" + value(OBJECT, scope, inner) + ")")
                .add(
                        kind == INTEGER || kind == LONG_BOX,
                        2,
                        Form.BOXING,
                        () -> kind.type() + ".valueOf(" + of(kind == INTEGER ? INT : LONG, scope, inner) + ")")
                .add(kind == OBJECT, 2, Form.BOXING, () -> {
                    Kind from = choices.pick(INT, LONG, DOUBLE, BOOLEAN, BYTE, SHORT, CHAR);
                    return "((Object) " + of(from, scope, inner) + ")";
                })
                .add(kind == OBJECT, 3, null, () -> of(choices.pick(STRING, PAIR, DERIVED, INTEGER), scope, inner))
                .add(
                        kind == PAIR,
                        7,
                        Form.NEW_PAIR,
                        () -> "new Pair(" + of(INT, scope, inner) + ", " + value(STRING, scope, inner) + ")")
                .add(kind == BASE, 6, Form.NEW_BASE, () -> "new Base(" + of(INT, scope, inner) + ")")
                .add(kind == BASE, 2, null, () -> of(DERIVED, scope, inner))
                .add(kind == DERIVED, 4, Form.NEW_DERIVED, () -> derived(scope, inner))
                .add(
                        kind == DERIVED && choices.once(4),
                        1,
                        Form.CAST,
                        () -> "((Derived) " + of(BASE, scope, inner) + ")")
                .add(
                        kind.isArray(),
                        4,
                        Form.NEW_ARRAY,
                        () -> "new " + kind.type() + " {"
                                + of(kind.element(), scope, inner) + ", " + of(kind.element(), scope, inner) + ", "
                                + of(kind.element(), scope, inner) + "}")
                .add(kind == COLOR, 1, Form.CAST, () -> "Color.values()[at(" + of(INT, scope, inner) + ")]");
    }

    private String derived(Scope scope, int inner) {
        String text = "new Derived(" + of(INT, scope, inner) + ", " + value(STRING, scope, inner);
        return text + (choices.once(3) ? ", " + of(BASE, scope, inner) + ")" : ")");
    }

    private String concatenation(Scope scope, int inner) {
        Scope operand = operand(scope);
        StringBuilder text = new StringBuilder("cut(").append(choices.pick("\"\"", "\"c\""));
        int operands = 1 + choices.below(3);
        for (int i = 0; i < operands; i++) {
            text.append(" + ").append(operand(anyKind(), operand, inner));
        }
        return text.append(')').toString();
    }

    /** An operand that keeps strings short. */
    private String operand(Kind kind, Scope scope, int depth) {
        String text = of(kind, scope, depth);
        return kind.isPrimitive() ? text : kind == STRING ? "cut(" + text + ")" : shown(text);
    }

    /** For the log: the same text in each run. */
    static String shown(String text) {
        return "text(" + text + ")";
    }

    Kind anyKind() {
        return choices.pick(Kind.OFTEN);
    }

    private Kind anyReference() {
        return choices.pick(STRING, OBJECT, COLOR, PAIR, INTEGER, BASE);
    }
}
