// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.agent;

import java.lang.instrument.Instrumentation;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * {@code java -javaagent:pollen-processor.jar[=debug=true,alloc=off,dump=DIR] ..}: weaves classes when they are loaded.
 */
public final class WeavingAgent {
    private WeavingAgent() {}

    /**
     * Begins before {@code main} does.
     *
     * @param arguments what stands behind the jar's name; null for nothing
     * @param instrumentation the JVM's
     */
    public static void premain(String arguments, Instrumentation instrumentation) {
        begin(arguments, instrumentation);
    }

    /**
     * Begins in a program that runs already. Classes that it has loaded are past help; it is said which.
     *
     * @param arguments as for {@link #premain}
     * @param instrumentation the JVM's
     */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        LoadTimeWeaver weaver = begin(arguments, instrumentation);
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            weaver.loadedBefore(loaded);
        }
    }

    private static LoadTimeWeaver begin(String arguments, Instrumentation instrumentation) {
        AgentOptions options = AgentOptions.of(arguments == null ? "" : arguments);
        LoadTimeWeaver weaver = new LoadTimeWeaver(options, definer(instrumentation), System.err);
        instrumentation.addTransformer(weaver);
        return weaver;
    }

    /** What the weaver makes anew, no class loader has a file for; a loader's own way to define classes is protected. */
    private static ClassDefiner definer(Instrumentation instrumentation) {
        Module base = ClassLoader.class.getModule();
        Set<Module> us = new HashSet<>();
        us.add(WeavingAgent.class.getModule());
        instrumentation.redefineModule(base, Set.of(), Map.of(), Map.of("java.lang", us), Set.of(), Map.of());
        return ClassDefiner.reflective();
    }
}
