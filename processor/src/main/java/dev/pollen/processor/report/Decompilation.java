// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import org.jetbrains.java.decompiler.api.Decompiler;
import org.jetbrains.java.decompiler.main.extern.IContextSource;
import org.jetbrains.java.decompiler.main.extern.IFernflowerLogger;
import org.jetbrains.java.decompiler.main.extern.IFernflowerPreferences;
import org.jetbrains.java.decompiler.main.extern.IResultSaver;
import org.jspecify.annotations.Nullable;

/** Java source of class files, by Vineflower. */
final class Decompilation {
    private Decompilation() {}

    /**
     * Decompiles.
     *
     * @param classes class files by internal names
     * @param classPath where other classes are found
     * @return sources by internal names
     */
    static Map<String, String> of(Map<String, byte[]> classes, List<Path> classPath) {
        Results results = new Results();
        Decompiler.builder()
                .inputs(new Input(classes))
                .libraries(classPath.stream().map(Path::toFile).toArray(java.io.File[]::new))
                .output(results)
                .logger(IFernflowerLogger.NO_OP)
                .options(
                        IFernflowerPreferences.INDENT_STRING, "    ",
                        IFernflowerPreferences.NEW_LINE_SEPARATOR, "\n",
                        IFernflowerPreferences.PREFERRED_LINE_LENGTH, "120",
                        IFernflowerPreferences.REMOVE_SYNTHETIC, "1",
                        IFernflowerPreferences.REMOVE_BRIDGE, "1",
                        IFernflowerPreferences.DECOMPILER_COMMENTS, "0",
                        IFernflowerPreferences.THREADS, "1")
                .build()
                .decompile();
        return results.sources;
    }

    private record Input(Map<String, byte[]> classes) implements IContextSource {
        @Override
        public String getName() {
            return "woven";
        }

        @Override
        public Entries getEntries() {
            return new Entries(classes.keySet().stream().map(Entry::atBase).toList(), List.of(), List.of());
        }

        @Override
        public @Nullable InputStream getInputStream(String resource) {
            byte[] bytes = classes.get(resource.replaceFirst("\\.class$", ""));
            return bytes == null ? null : new ByteArrayInputStream(bytes);
        }

        @Override
        public IOutputSink createOutputSink(IResultSaver saver) {
            return new IOutputSink() {
                @Override
                public void begin() {}

                @Override
                public void acceptClass(String name, String file, @Nullable String content, int[] mapping) {
                    saver.saveClassFile("", name, file, content, mapping);
                }

                @Override
                public void acceptDirectory(String directory) {}

                @Override
                public void acceptOther(String path) {}

                @Override
                public void close() {}
            };
        }
    }

    private static final class Results implements IResultSaver {
        private final Map<String, String> sources = new TreeMap<>();

        @Override
        public void saveClassFile(String path, String name, String file, @Nullable String content, int[] mapping) {
            if (content != null) {
                sources.put(name, content);
            }
        }

        @Override
        public void saveFolder(String path) {}

        @Override
        public void copyFile(String source, String path, String file) {}

        @Override
        public void createArchive(String path, String archive, Manifest manifest) {}

        @Override
        public void saveDirEntry(String path, String archive, String entry) {}

        @Override
        public void copyEntry(String source, String path, String archive, String entry) {}

        @Override
        public void saveClassEntry(String path, String archive, String name, String entry, String content) {}

        @Override
        public void closeArchive(String path, String archive) {}
    }
}
