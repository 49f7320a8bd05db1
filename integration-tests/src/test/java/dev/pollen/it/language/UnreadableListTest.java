// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's list of blocking calls that is there and cannot be read is named; tools that have no such files say nothing. */
class UnreadableListTest {
    private static final String LIST = "META-INF/pollen/blocking.txt";
    private static final String SOURCE = """
            package demo;
            import dev.pollen.Future;
            import dev.pollen.annotations.Async;
            class Port {
              static void sleep() {}
              @Async
              static Future<Void> use() {
                sleep();
                return Future.done();
              }
            }
            """;

    @TempDir
    Path output;

    /** Opens the list. */
    private interface Opening {
        InputStream open() throws IOException;
    }

    @Test
    void aListThatBreaksOffIsNamed() throws IOException {
        List<String> said = compile(() -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        });
        assertEquals(1, said.size(), said::toString);
        assertTrue(
                said.get(0)
                        .startsWith("POLLEN-051: " + LIST
                                + " is there, cannot be read (the disk is gone), and does not count; a line has"),
                said.get(0));
    }

    @Test
    void aListThatIsForbiddenIsNamed() throws IOException {
        List<String> said = compile(() -> {
            throw new AccessDeniedException("blocking.txt");
        });
        assertEquals(1, said.size(), said::toString);
    }

    @Test
    void toolsWithoutSuchFilesSayNothing() throws IOException {
        assertEquals(List.of(), compile(() -> {
            throw new UnsupportedOperationException();
        }));
        assertEquals(List.of(), compile(() -> {
            throw new IOException("no such resource");
        }));
    }

    private List<String> compile(Opening list) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        Path file = Files.writeString(output.resolve("Port.java"), SOURCE);
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(said, Locale.ROOT, null)) {
            boolean succeeded = compiler.getTask(
                            null,
                            new WithList(standard, list),
                            said,
                            List.of(
                                    "-d",
                                    output.toString(),
                                    "-processorpath",
                                    Build.processorPath(),
                                    "-classpath",
                                    Build.runtimePath()),
                            null,
                            standard.getJavaFileObjects(file))
                    .call();
            assertTrue(succeeded, () -> said.getDiagnostics().toString());
        }
        return said.getDiagnostics().stream()
                .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
                .map(each -> each.getMessage(Locale.ROOT))
                .filter(text -> text.contains("POLLEN-"))
                .toList();
    }

    /** Has the list on the class path. */
    private static final class WithList extends ForwardingJavaFileManager<JavaFileManager> {
        private final Opening list;

        WithList(JavaFileManager files, Opening list) {
            super(files);
            this.list = list;
        }

        @Override
        public FileObject getFileForInput(Location location, String packageName, String name) throws IOException {
            if (!name.equals(LIST)) {
                return super.getFileForInput(location, packageName, name);
            }
            return new SimpleJavaFileObject(URI.create("memory:///" + name), JavaFileObject.Kind.OTHER) {
                @Override
                public InputStream openInputStream() throws IOException {
                    return list.open();
                }
            };
        }
    }
}
