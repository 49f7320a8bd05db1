// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import static dev.pollen.it.fuzz.Kind.BOOLEAN;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes {@code try} statements of all shapes. */
final class Tries {
    /** What is caught, special before general. */
    private static final List<String> CAUGHT = List.of(
            "Worse",
            "Bad",
            "Leaf.Failure",
            "ArithmeticException",
            "Oops",
            "RuntimeException",
            "Exception",
            "Fatal",
            "Error",
            "Throwable");

    /** What cannot stand beside the type of the key in one clause. */
    private static final Map<String, Set<String>> RELATED = Map.of(
            "Worse", Set.of("Bad", "RuntimeException", "Exception", "Throwable"),
            "Bad", Set.of("RuntimeException", "Exception", "Throwable"),
            "Leaf.Failure", Set.of("RuntimeException", "Exception", "Throwable"),
            "ArithmeticException", Set.of("RuntimeException", "Exception", "Throwable"),
            "Oops", Set.of("Exception", "Throwable"),
            "RuntimeException", Set.of("Exception", "Throwable"),
            "Exception", Set.of("Throwable"),
            "Fatal", Set.of("Error", "Throwable"),
            "Error", Set.of("Throwable"));

    private final Draft draft;
    private final Choices choices;
    private final Expressions expressions;
    private final Statements statements;

    Tries(Draft draft, Expressions expressions, Statements statements) {
        this.draft = draft;
        this.choices = draft.choices;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** How the jumps to a target stood, to forget those that a {@code finally} never lets through. */
    private record Jumps(Scope.Target target, boolean broken, boolean continued) {
        static List<Jumps> of(Scope scope) {
            return scope.targets.stream()
                    .map(target -> new Jumps(target, target.broken, target.continued))
                    .toList();
        }

        void restore() {
            target.broken = broken;
            target.continued = continued;
        }
    }

    /**
     * Writes a {@code try} statement.
     *
     * @param yields whether its body ends with a {@code yield}
     */
    boolean write(Scope scope, int depth, StringBuilder out, boolean yields) {
        List<Jumps> jumps = Jumps.of(scope);
        List<List<String>> clauses = clauses();
        boolean resources = choices.once(4);
        boolean isFinal = choices.once(2) || !resources && clauses.isEmpty();
        Scope body = scope.inner();
        body.guarded = true;
        boolean takes = clauses.stream()
                .flatMap(List::stream)
                .anyMatch(type -> Set.of("Oops", "Exception", "Throwable").contains(type));
        if (takes) {
            body.checked = new Scope.Checked();
        }
        out.append("try ");
        if (resources) {
            draft.in(Form.RESOURCES, () -> resources(body, out));
        }
        out.append("{\n");
        boolean completes =
                draft.in(resources ? Form.RESOURCES : Form.TRY, () -> body(body, depth, out, clauses, yields));
        out.append("}\n");
        Set<Variable> assigned = body.assigned;
        boolean thrown = takes && body.checked.thrown;
        int handlers = 0;
        for (List<String> types : clauses) {
            List<String> possible = types.stream()
                    .filter(type -> !type.equals("Oops") || body.checked.thrown)
                    .toList();
            if (possible.isEmpty()) {
                continue;
            }
            handlers++;
            Scope handler = scope.inner();
            handler.guarded = true;
            boolean rethrows = thrown
                    && possible.stream()
                            .anyMatch(type ->
                                    Set.of("Oops", "Exception", "Throwable").contains(type));
            thrown &= !rethrows;
            boolean handled = handler(possible, handler, rethrows, depth, out);
            if (handled) {
                if (completes) {
                    assigned.retainAll(handler.assigned);
                } else {
                    assigned = handler.assigned;
                }
            }
            completes |= handled;
        }
        if (isFinal || !resources && handlers == 0) {
            Scope last = scope.inner();
            last.guarded = true;
            last.copies *= 2;
            last.targetsOutside = scope.targets.size();
            last.finallies++;
            out.append("finally {\n");
            boolean ends =
                    draft.in(scope.finallies > 0 ? Form.NESTED_FINALLY : Form.FINALLY, () -> cleanUp(last, depth, out));
            if (ends) {
                out.append(statements.leaving().jumpsSometimes(last));
                statements.report(last, out);
                if (completes) {
                    assigned.addAll(last.assigned);
                }
            } else {
                jumps.forEach(Jumps::restore);
                completes = false;
            }
            out.append("}\n");
        }
        if (completes) {
            scope.assigned = assigned;
        }
        return completes;
    }

    private boolean body(Scope scope, int depth, StringBuilder out, List<List<String>> clauses, boolean yields) {
        boolean completes = statements.list(scope, depth, out);
        if (completes && !clauses.isEmpty() && choices.once(2)) {
            String type = choices.pick(choices.pick(clauses));
            String thrown = List.of("Worse", "Oops", "Fatal").contains(type) ? type : "Bad";
            if (thrown.equals("Oops")) {
                scope.checked.thrown = true;
            }
            out.append("if (" + expressions.of(BOOLEAN, scope, 2) + ") {\nthrow new " + thrown + "(\"in try\");\n}\n");
        }
        if (completes && yields) {
            out.append(statements.leaving().yields(scope));
            return false;
        }
        return completes;
    }

    /** Types for the clauses; two may share one. */
    private List<List<String>> clauses() {
        List<List<String>> clauses = new ArrayList<>();
        int count = choices.pick(1, 0, 1, 2, 3);
        int next = 0;
        for (int i = 0; i < count && next < CAUGHT.size(); i++) {
            next += choices.below(CAUGHT.size() - next);
            List<String> types = new ArrayList<>(List.of(CAUGHT.get(next++)));
            if (choices.once(3)) {
                CAUGHT.stream()
                        .skip(next)
                        .filter(type -> !RELATED.get(types.get(0)).contains(type))
                        .limit(1 + choices.below(3))
                        .reduce((first, second) -> second)
                        .ifPresent(types::add);
                next = types.size() == 1 ? next : CAUGHT.indexOf(types.get(1)) + 1;
            }
            clauses.add(types);
        }
        return clauses;
    }

    private boolean cleanUp(Scope scope, int depth, StringBuilder out) {
        boolean completes = scope.finallies == 1 && choices.once(4)
                ? write(scope, 0, out, false)
                : statements.list(scope, depth, out);
        if (completes && choices.once(2)) {
            out.append("log(\"finally \" + " + Expressions.shown(expressions.of(Kind.INT, scope, 1)) + ");\n");
        }
        return completes;
    }

    private Void resources(Scope scope, StringBuilder out) {
        List<String> declared = new ArrayList<>();
        int count = 1 + choices.below(3);
        for (int i = 0; i < count; i++) {
            String name = draft.name("r");
            declared.add("Res " + name + " = " + (choices.once(8) ? "null" : resource(name, scope)));
        }
        out.append("(" + String.join(";\n", declared) + ") ");
        return null;
    }

    private String resource(String name, Scope scope) {
        String made = "new Res(\"" + name + "\", " + expressions.of(BOOLEAN, scope, 1) + ")";
        return draft.affords(scope, 1) && choices.once(2) ? awaited(made, scope) : made;
    }

    private String awaited(String made, Scope scope) {
        return draft.in(Form.RESOURCE_INIT, () -> {
            draft.spend(scope, 1);
            return "await(Leaf.<Res>of(Fuzz.<Res>hit(" + draft.site() + ", " + made + ")))";
        });
    }

    private boolean handler(List<String> types, Scope scope, boolean isChecked, int depth, StringBuilder out) {
        String name = draft.name("e");
        scope.caught = name;
        scope.caughtChecked = isChecked;
        out.append("catch (" + String.join(" | ", types) + " " + name + ") {\nlog(\"" + name + " \" + text(" + name
                + "));\n");
        Set<Variable> before = new HashSet<>(scope.assigned);
        boolean completes =
                draft.in(types.size() > 1 ? Form.MULTI_CATCH : Form.CATCH, () -> statements.list(scope, depth, out));
        if (completes) {
            out.append(statements.leaving().rethrownSometimes(scope));
            Scope reported = scope.inner();
            reported.assigned = before;
            statements.report(reported, out);
        }
        out.append("}\n");
        return completes;
    }
}
