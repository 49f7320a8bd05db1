// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import static dev.pollen.it.fuzz.Kind.STRING;

import java.util.ArrayList;
import java.util.List;

/** Writes a program: a few async methods, each of which may call those before it, and {@code box}, which calls the last. */
final class ProgramWriter {
    private final Draft draft;
    private final Choices choices;
    private final String name;
    private final StringBuilder woven = new StringBuilder();
    private final StringBuilder blocking = new StringBuilder();

    private ProgramWriter(String name, Draft draft) {
        this.name = name;
        this.draft = draft;
        this.choices = draft.choices;
    }

    /**
     * Writes a program.
     *
     * @param name its class
     * @param choices what decides
     * @param patterns whether the language has patterns in {@code switch}
     */
    static FuzzProgram write(String name, Choices choices, boolean patterns) {
        Draft draft = new Draft(choices, patterns);
        ProgramWriter writer = new ProgramWriter(name, draft);
        int methods = choices.below(3);
        for (int i = 0; i < methods; i++) {
            Kind result = choices.once(8) ? null : choices.pick(Kind.OFTEN);
            writer.method(i == 0 ? 4 : 10, 1 + choices.below(2), result);
        }
        writer.method(40, 5 + choices.below(3), STRING);
        return new FuzzProgram(
                name,
                choices,
                writer.program(writer.woven, "dev.pollen.Pollen"),
                writer.program(writer.blocking, "box.support.Blocking"),
                List.copyOf(draft.sites));
    }

    private void method(int leaves, int room, Kind result) {
        int mark = choices.mark();
        String method = draft.name("m");
        boolean isStatic = !choices.once(3);
        boolean isThrowing = choices.once(3);
        draft.result = result;
        draft.isInstance = !isStatic;
        draft.leaves = 0;
        draft.mostLeaves = leaves;
        draft.room = room;
        Scope scope = new Scope();
        scope.checked = isThrowing ? new Scope.Checked() : null;
        List<Kind> parameters = new ArrayList<>();
        List<String> declared = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int count = choices.below(4);
        for (int i = 0; i < count; i++) {
            Kind kind = choices.pick(Kind.OFTEN);
            boolean isFinal = choices.once(2);
            Variable parameter = scope.declare(new Variable(draft.name("a"), kind, !isFinal, isFinal));
            parameters.add(kind);
            declared.add((isFinal ? "final " : "") + kind.type() + " " + parameter.name());
            names.add(parameter.name());
        }
        Statements statements = new Statements(draft);
        StringBuilder body = new StringBuilder();
        if (statements.list(scope, 3, body)) {
            statements.report(scope, body);
            body.append(statements.leaving().returned(scope));
        }
        String future = result == null ? "Future<Void>" : result.future();
        String modifiers =
                choices.pick("", "private ", "public ") + (isStatic ? "static " : choices.pick("", "final "));
        String signature = "(" + String.join(", ", declared) + ")" + (isThrowing ? " throws Oops" : "") + " {\n";
        write(method, modifiers + future, signature, names, result, body);
        draft.callees.add(
                new Callee(method, result, List.copyOf(parameters), isStatic, isThrowing, Math.max(1, draft.leaves)));
        choices.span(mark);
    }

    /** A method of both programs; in the blocking one a call of it runs nothing, either. */
    private void write(
            String method, String head, String signature, List<String> names, Kind result, CharSequence body) {
        woven.append("@Async\n" + head + " " + method + signature + body + "}\n\n");
        String form = result == null ? "" : result.form();
        blocking.append(head + " " + method + signature + "return Blocking.call" + form + "(() -> " + method + "_body("
                + String.join(", ", names) + "));\n}\n\n");
        blocking.append(head + " " + method + "_body" + signature + body + "}\n\n");
    }

    private String program(CharSequence methods, String awaits) {
        Callee last = draft.callees.get(draft.callees.size() - 1);
        String arguments = String.join(
                ", ",
                last.parameters().stream().map(kind -> kind.literals().get(0)).toList());
        String call = (last.isStatic() ? "" : "self(0).") + last.name() + "(" + arguments + ")";
        String box = "sInt = 0;\nsLong = 0;\nsDouble = 0;\nsString = \"\";\nsObject = null;\nsInts = new int[3];\n"
                + "for (" + name + " self : SELVES) {\nself.fInt = 0;\nself.fString = \"\";\n}\n"
                + "try {\nreturn Future.ready(await(" + call
                + ") + sInt + sLong + sDouble + cut(sString) + text(sObject)"
                + " + text(sInts) + SELVES[0].fInt + cut(SELVES[1].fString));\n"
                + "} catch (CancelledError e) {\nthrow e;\n} catch (Throwable e) {\nthrow escaped(e);\n}\n";
        boolean isWoven = awaits.startsWith("dev");
        String root = isWoven
                ? "@Async\nstatic Future<String> box() {\n" + box + "}\n"
                : "static Future<String> box() {\nreturn Blocking.call(() -> box_body());\n}\n\n"
                        + "static Future<String> box_body() {\n" + box + "}\n";
        // As in a user's source; the twin has factories of the same names.
        String written = isWoven ? methods.toString() : methods.toString().replace("Pollen.<", "Blocking.<");
        return Layout.of(
                HEAD.replace("AWAITS", awaits).replace("NAME", name) + types(methods + call) + written + root + "}\n");
    }

    private static final String HEAD = """
            package box;

            import static AWAITS.async;
            import static AWAITS.asyncBoolean;
            import static AWAITS.asyncDouble;
            import static AWAITS.asyncInt;
            import static AWAITS.asyncLong;
            import static AWAITS.await;
            import static box.support.Fuzz.*;
            import static box.support.Script.log;
            import static dev.pollen.futures.Futures.*;

            import box.support.*;
            import dev.pollen.CancelledError;
            import dev.pollen.Future;
            import dev.pollen.Pollen;
            import dev.pollen.annotations.Async;
            import java.util.function.*;

            final class NAME {
            static final Object LOCK = new Object();
            static final NAME[] SELVES = {new NAME(), new NAME(), new NAME()};
            static int sInt;
            static long sLong;
            static double sDouble;
            static String sString;
            static Object sObject;
            static int[] sInts;
            int fInt;
            String fString;

            static NAME self(int n) {
            log("self " + n);
            return SELVES[n];
            }

            """;

    /** Types whose initialisation shows. */
    private static String types(String users) {
        StringBuilder types = new StringBuilder();
        if (users.contains("Color")) {
            types.append("enum Color {\nRED, GREEN, BLUE;\n\nstatic {\nlog(\"init Color\");\n}\n}\n\n");
        }
        if (users.contains("Pair")) {
            types.append("record Pair(int a, String b) {\nstatic {\nlog(\"init Pair\");\n}\n\n"
                    + "public String toString() {\nreturn \"Pair\" + a + cut(b);\n}\n}\n\n");
        }
        if (users.contains("Base") || users.contains("Derived")) {
            types.append("static class Base {\nstatic {\nlog(\"init Base\");\n}\n\nint v;\n\n"
                    + "Base(int v) {\nthis.v = v;\nlog(\"new Base \" + v);\n}\n\n"
                    + "public String toString() {\nreturn \"Base\" + v;\n}\n}\n\n"
                    + "static final class Derived extends Base {\nstatic {\nlog(\"init Derived\");\n}\n\n"
                    + "Derived(int v, String s) {\nsuper(v);\nlog(\"new Derived \" + cut(s));\n}\n\n"
                    + "Derived(int v, String s, Base b) {\nthis(b == null ? v : b.v, s);\n}\n}\n\n");
        }
        return types.toString();
    }
}
