// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import com.google.auto.service.AutoService;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;

/**
 * Attaches to every javac that has the processor's jar on its annotation processor path. It serves the build tools that
 * wrap the processor's environment, and it notices async code that is compiled without the processor.
 */
@AutoService(Plugin.class)
public final class PollenPlugin implements Plugin {
    /** Made by the compiler. */
    public PollenPlugin() {}

    @Override
    public String getName() {
        return "Pollen";
    }

    @Override
    public void init(JavacTask task, String... arguments) {
        Compilation.of(task);
    }

    @Override
    public boolean autoStart() {
        return true;
    }
}
