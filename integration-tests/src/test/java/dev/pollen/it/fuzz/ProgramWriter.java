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
            if (choices.once(6)) {
                writer.generator(4);
            }
            if (choices.once(4)) {
                writer.dispatched(i == 0 ? 3 : 6, result);
            } else {
                writer.method(i == 0 ? 4 : 10, 1 + choices.below(2), result, true);
            }
        }
        if (choices.once(4)) {
            writer.generator(8);
        }
        writer.method(40, 5 + choices.below(3), STRING, false);
        return new FuzzProgram(
                name,
                choices,
                writer.program(writer.woven, "dev.pollen.Pollen"),
                writer.program(writer.blocking, "box.support.Blocking"),
                List.copyOf(draft.sites));
    }

    private void method(int leaves, int room, Kind result, boolean mayRecurse) {
        int mark = choices.mark();
        String method = draft.name("m");
        boolean isRecursive = mayRecurse && choices.once(4);
        boolean isStatic = isRecursive || !choices.once(3);
        boolean isThrowing = choices.once(3);
        Parameters parameters = parameters(isRecursive);
        String marks = isRecursive ? "@Async(maxDepth = " + choices.pick(Awaits.DEEPEST + 1, 8) + ")\n" : "@Async\n";
        Callee.Target target =
                isRecursive ? Callee.Target.RECURSIVE : isStatic ? Callee.Target.STATIC : Callee.Target.INSTANCE;
        Callee self = new Callee(method, result, parameters.kinds(), target, isThrowing, 0);
        draft.isInstance = !isStatic;
        draft.recursion = isRecursive ? self : null;
        draft.depthLeft = isRecursive ? parameters.names().get(0) : null;
        String body = body(self, parameters, isRecursive ? Math.max(1, leaves / 3) : leaves, room);
        String modifiers =
                choices.pick("", "private ", "public ") + (isStatic ? "static " : choices.pick("", "final "));
        write(marks, modifiers, self, parameters, body);
        add(self, isRecursive ? draft.leaves * (Awaits.DEEPEST + 1) : draft.leaves);
        choices.span(mark);
    }

    /** A generator; it comes after what it calls or consumes itself. */
    private void generator(int leaves) {
        int mark = choices.mark();
        Kind emits =
                choices.pick(Kind.INT, STRING, Kind.INT, Kind.LONG, Kind.DOUBLE, Kind.BOOLEAN, Kind.INTEGER, Kind.PAIR);
        boolean isStatic = !choices.once(3);
        Parameters parameters = parameters(false);
        Callee self = new Callee(
                draft.name("g"),
                emits,
                parameters.kinds(),
                isStatic ? Callee.Target.STATIC : Callee.Target.INSTANCE,
                false,
                0);
        draft.isInstance = !isStatic;
        draft.emits = emits;
        draft.emitted = 0;
        String body = body(self, parameters, leaves, 2 + choices.below(3));
        draft.emits = null;
        String head = (isStatic ? "static " : "final ") + emits.stream() + " " + self.name();
        String signature = signature(self, parameters) + " {\n";
        woven.append("@Async\n" + head + signature + body + "}\n\n");
        blocking.append(head + signature + "return Blocking.stream" + emits.streamForm() + "(() -> " + self.name()
                + "_body(" + String.join(", ", parameters.names()) + "));\n}\n\n");
        blocking.append(head + "_body" + signature + body + "}\n\n");
        Callee call =
                new Callee(self.name(), emits, self.parameters(), self.target(), false, Math.max(1, draft.leaves));
        draft.sources.add(new Source(call, draft.emitted));
        choices.span(mark);
    }

    /** What a method takes. */
    private record Parameters(List<Kind> kinds, List<String> declared, List<String> names, List<Variable> variables) {}

    private Parameters parameters(boolean isRecursive) {
        Parameters parameters =
                new Parameters(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int count = choices.below(4) + (isRecursive ? 1 : 0);
        for (int i = 0; i < count; i++) {
            boolean isDepth = isRecursive && i == 0;
            Kind kind = isDepth ? Kind.INT : choices.pick(Kind.OFTEN);
            boolean isFinal = isDepth || choices.once(2);
            Variable variable = new Variable(draft.name("a"), kind, !isFinal, isFinal);
            parameters.kinds().add(kind);
            parameters.declared().add((isFinal ? "final " : "") + kind.type() + " " + variable.name());
            parameters.names().add(variable.name());
            parameters.variables().add(variable);
        }
        return parameters;
    }

    private String body(Callee self, Parameters parameters, int leaves, int room) {
        draft.result = self.result();
        draft.leaves = 0;
        draft.mostLeaves = leaves;
        draft.room = room;
        Scope scope = new Scope();
        scope.checked = self.isThrowing() ? new Scope.Checked() : null;
        parameters.variables().forEach(scope::declare);
        Statements statements = new Statements(draft);
        StringBuilder body = new StringBuilder();
        if (self.isRecursive()) {
            body.append("if (" + draft.depthLeft + " <= 0) {\nreturn " + ready(self, scope, statements) + ";\n}\n");
        }
        if (statements.list(scope, 3, body)) {
            Awaits awaits = statements.expressions().awaits();
            if (awaits.mayRecurse(self.result(), scope)) {
                String again = awaits.recursion(scope, 1);
                body.append(self.result() == null ? again + ";\n" : "log(\"again \" + text(" + again + "));\n");
            }
            if (draft.emits != null && draft.emitted == 0) {
                draft.in(Form.EMIT, () -> statements.emit(scope, body));
            }
            statements.report(scope, body);
            body.append(statements.leaving().returned(scope));
        }
        draft.recursion = null;
        return body.toString();
    }

    /** A result that is there, for which nothing runs. */
    private static String ready(Callee self, Scope scope, Statements statements) {
        Kind result = self.result();
        if (result == null) {
            return "Future.done()";
        }
        String value = statements.expressions().plain(result, scope);
        return result.isPrimitive() ? "Future.ready(" + value + ")" : "Future.<" + result.type() + ">of(" + value + ")";
    }

    private void add(Callee self, int leaves) {
        draft.callees.add(new Callee(
                self.name(), self.result(), self.parameters(), self.target(), self.isThrowing(), Math.max(1, leaves)));
    }

    /**
     * A method of a few classes, called through what they have in common; the last of them may be an ordinary method,
     * which runs when it is called.
     */
    private void dispatched(int leaves, Kind result) {
        int mark = choices.mark();
        String method = draft.name("m");
        String type = "T" + method;
        boolean isSealed = choices.once(2);
        boolean isAbstract = choices.once(3);
        boolean isThrowing = choices.once(4);
        boolean isUnmarked = choices.once(2);
        int classes = 2 + choices.below(2);
        Parameters parameters = parameters(false);
        Callee self = new Callee(
                method,
                result,
                parameters.kinds(),
                isSealed ? Callee.Target.SEALED : Callee.Target.OPEN,
                isThrowing,
                0);
        draft.isInstance = false;
        both((isAbstract ? "abstract static " : "") + (isSealed ? "sealed " : "")
                + (isAbstract ? "class " : "interface ") + type + " {\n");
        // Without the mark in the twin: awaits of it are none to the compiler, which would miss them around the call.
        woven.append("@Async\n");
        both((isAbstract ? "abstract " : "") + future(result) + " " + method + signature(self, parameters)
                + ";\n}\n\n");
        int most = 0;
        for (int i = 0; i < classes; i++) {
            both("static final class " + type + "x" + i + (isAbstract ? " extends " : " implements ") + type + " {\n");
            if (isUnmarked && i == classes - 1) {
                Scope scope = new Scope();
                parameters.variables().forEach(scope::declare);
                both("@Override\npublic " + future(result) + " " + method + signature(self, parameters)
                        + " {\nlog(\"unmarked " + method + "\");\nreturn "
                        + ready(self, scope, new Statements(draft)) + ";\n}\n");
            } else {
                String body = body(self, parameters, leaves, 1 + choices.below(2));
                most = Math.max(most, draft.leaves);
                write("@Override\n@Async\n", "public ", self, parameters, body);
            }
            both("}\n\n");
        }
        both("static final " + type + "[] " + method + "_all = {new " + type + "x0(), new " + type + "x1(), new " + type
                + "x" + (classes - 1) + "()};\n\n");
        both("static " + type + " " + method + "_on(int n) {\nlog(\"on \" + n);\nreturn " + method + "_all[n];\n}\n\n");
        add(self, most);
        choices.span(mark);
    }

    private void both(String text) {
        woven.append(text);
        blocking.append(text);
    }

    private static String future(Kind result) {
        return result == null ? "Future<Void>" : result.future();
    }

    private static String signature(Callee self, Parameters parameters) {
        return "(" + String.join(", ", parameters.declared()) + ")" + (self.isThrowing() ? " throws Oops" : "");
    }

    /** A method of both programs; in the blocking one a call of it runs nothing, either. */
    private void write(String marks, String modifiers, Callee self, Parameters parameters, String body) {
        String head = modifiers + future(self.result()) + " " + self.name();
        String signature = signature(self, parameters) + " {\n";
        woven.append(marks + head + signature + body + "}\n\n");
        String form = self.result() == null ? "" : self.result().form();
        blocking.append(marks.replaceAll("@Async.*\n", "") + head + signature + "return Blocking.call" + form
                + "(() -> " + self.name() + "_body(" + String.join(", ", parameters.names()) + "));\n}\n\n");
        blocking.append(head + "_body" + signature + body + "}\n\n");
    }

    private String program(CharSequence methods, String awaits) {
        Callee last = draft.callees.get(draft.callees.size() - 1);
        String arguments = String.join(
                ", ",
                last.parameters().stream().map(kind -> kind.literals().get(0)).toList());
        String call = (last.target() == Callee.Target.STATIC ? "" : "self(0).") + last.name() + "(" + arguments + ")";
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
            import static AWAITS.emit;
            import static box.support.Fuzz.*;
            import static box.support.Script.log;
            import static dev.pollen.futures.Futures.*;

            import box.support.*;
            import dev.pollen.AsyncStream;
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
