// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.agent;

import dev.pollen.processor.model.Message;
import dev.pollen.processor.weave.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.ClassFileTransformer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Weaves what class loaders define. An owner and its Future classes are woven together, whichever of them comes first, and
 * once. Async code that cannot be woven is loaded as code that throws the reason; nothing runs as it was compiled.
 *
 * <pre>
 *   owner comes            woven with the Future classes that the loader has files of
 *   its Future class comes woven with the owner's file, the owner's bytes are kept until it comes
 *   a block's Future class has no file: defined when its owner is woven
 * </pre>
 */
final class LoadTimeWeaver implements ClassFileTransformer {
    private static final String LATE =
            "it was there before Pollen's agent, so its async code throws: start the program with"
                    + " -javaagent:pollen-processor.jar";

    private final AgentOptions options;
    private final ClassDefiner definer;
    private final PrintStream err;
    private final Map<ClassLoader, LoaderWeaver> loaders = new WeakHashMap<>();

    LoadTimeWeaver(AgentOptions options, ClassDefiner definer, PrintStream err) {
        this.options = options;
        this.definer = definer;
        this.err = err;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (loader == null || name == null || redefined != null) {
            return null;
        }
        try {
            LoaderWeaver.Woven woven = of(loader).weave(name, bytes);
            if (woven == null) {
                return null;
            }
            woven.made().forEach((made, file) -> define(loader, made, file, domain));
            if (!woven.refused()) {
                dump(name, woven.bytes());
            }
            return woven.bytes();
        } catch (Throwable failure) {
            return refuse(name, bytes, failure);
        }
    }

    private LoaderWeaver of(ClassLoader loader) {
        synchronized (loaders) {
            return loaders.computeIfAbsent(loader, l -> new LoaderWeaver(l, options.settings(), err));
        }
    }

    private void define(ClassLoader loader, String name, byte[] bytes, @Nullable ProtectionDomain domain) {
        dump(name, bytes);
        definer.define(loader, name, bytes, domain);
    }

    private void dump(String name, byte[] bytes) {
        Path directory = options.dump();
        if (directory == null) {
            return;
        }
        Path file = directory.resolve(name + ".class");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            err.println("Pollen's agent cannot write " + file + ": " + e);
        }
    }

    /** A failure of ours. What the JVM gets from a transformer that throws is the class as it was. */
    private byte @Nullable [] refuse(String name, byte[] bytes, Throwable failure) {
        String what = Message.INTERNAL_ERROR.text(name.replace('/', '.'), "the agent", failure);
        err.println(what);
        failure.printStackTrace(err);
        return Refusal.of(bytes, what);
    }

    /** Says of a class that the agent has come too late for it. */
    void loadedBefore(Class<?> loaded) {
        ClassLoader loader = loaded.getClassLoader();
        if (loader == null || loaded.isHidden() || loaded.isArray()) {
            return;
        }
        if (of(loader).isLeftUnwoven(loaded.getName().replace('.', '/'))) {
            err.println(Message.NOT_WOVEN_AT_LOAD.text(loaded.getName(), LATE));
        }
    }
}
