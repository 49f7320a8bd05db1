// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Pollen;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Async methods that are declared, implemented and called in compilations of their own. */
class SeparateCompilationTest {
    @TempDir
    Path output;

    private Build compile(String name, Build... before) {
        Build build = prepare(name, before);
        return build.compile(Build.sources("separate/" + name));
    }

    private Build prepare(String name, Build... before) {
        Build build = new Build(output.resolve(name)).woven();
        for (Build earlier : before) {
            build.before(earlier.classes());
        }
        return build;
    }

    /** Runs a static async method in the class loader of a build. */
    private static Object run(Build build, String type, String method, Object... arguments) throws Exception {
        try (URLClassLoader loader = build.loader()) {
            Class<?> pollen = Class.forName(Pollen.class.getName(), true, loader);
            for (var candidate : Class.forName(type, true, loader).getMethods()) {
                if (candidate.getName().equals(method)) {
                    Class<?> future = Class.forName("dev.pollen.Future", true, loader);
                    return pollen.getMethod("blockOn", future).invoke(null, candidate.invoke(null, arguments));
                }
            }
            throw new IllegalStateException("no method " + method);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception exception ? exception : e;
        }
    }

    @Test
    void interfaceImplementationAndCallerAreThreeModules() throws Exception {
        Build api = compile("api");
        Build devices = compile("devices", api);
        Build app = compile("app", devices, api);
        assertEquals("11 source, 22 source, 11 named, 10 source, a^^", run(app, "app.App", "run"));
    }

    @Test
    void aCycleIsFoundWhenOneOfItsClassesIsCompiledAgain() {
        Build first = compile("cycle");
        List<String> errors = prepare("closed", first).diagnose(Build.sources("separate/closed")).stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getLineNumber() + " " + diagnostic.getMessage(Locale.ROOT))
                .toList();
        assertEquals(1, errors.size(), errors::toString);
        assertTrue(errors.get(0).startsWith("16 POLLEN-010"), errors::toString);
        assertTrue(errors.get(0).contains("Pong_pong -> Ping_ping -> Pong_pong"), errors::toString);
    }

    @Test
    void aBoundThatIsAddedLaterCountsInClassesThatWereWovenBefore() throws Exception {
        Build first = compile("cycle");
        Build bounded = compile("bounded", first);
        assertEquals(6, run(bounded, "cycle.Ping", "ping", 6));
        IllegalStateException deep =
                assertThrows(IllegalStateException.class, () -> run(bounded, "cycle.Ping", "ping", 8));
        assertTrue(
                deep.getMessage()
                        .startsWith(
                                "cycle.Pong.pong(int) awaits itself more than 3 deep: cycle.Ping.ping(int) -> cycle.Pong.pong(int)"),
                deep::getMessage);
    }
}
