// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other compilers, other processors, and build tools that keep account of what is written. */
class EnvironmentTest {
    private static final String BLINKY = """
            package demo;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            class Blinky {
              @Async static Future<Void> first(Written later) { return Future.done(); }
              @AsyncMain @AsyncTask static Task<Void> main() { return Task.done(); }
              static class Nested { @Async Future<Written[]> second() { return Future.ready(null); } }
            }
            """;

    @TempDir
    Path output;

    @Test
    void aCompilerWithoutTreesGetsTheFutureClasses() throws Exception {
        Processor processor = (Processor) new WithoutTrees()
                .loadClass(AsyncProcessor.class.getName())
                .getConstructor()
                .newInstance();
        Javac.Result result = new Javac(output)
                .processor(processor)
                .options("-Xlint:all", "-Werror")
                .compileText("Blinky.java", BLINKY.replace("Written", "String"));
        assertTrue(result.success(), result.diagnostics().toString());
        String written = Files.readString(result.generated().resolve("demo/Blinky_first.java"));
        assertTrue(written.contains("class Blinky_first extends Frame<Void>"), written);
        assertTrue(!written.contains("line = "), written);
    }

    @Test
    void theLoaderOfThatTestHidesTrees() {
        assertThrows(ClassNotFoundException.class, () -> new WithoutTrees().loadClass("com.sun.source.util.Trees"));
    }

    @Test
    void aMethodWaitsForTheTypesThatAnotherProcessorWrites() {
        Javac.Result result = new Javac(output)
                .processor(new WritesLater())
                .processor(Javac.NO_WEAVING)
                .compileText("Blinky.java", BLINKY)
                .silent();
        assertTrue(Files.exists(result.classes().resolve("demo/Blinky_first.class")));
        assertTrue(Files.exists(result.classes().resolve("demo/Blinky_Nested_second.class")));
    }

    @Test
    void aTypeThatNobodyWritesIsTheCompilersToReport() {
        Javac.Result result = new Javac(output).processor(Javac.NO_WEAVING).compileText("Blinky.java", BLINKY);
        assertEquals(
                List.of("compiler.err.cant.resolve.location", "compiler.err.cant.resolve.location"),
                result.diagnostics().stream()
                        .map(diagnostic -> diagnostic.getCode())
                        .toList());
    }

    @Test
    void eachFileHasOneOriginatingElement() {
        List<Integer> counts = new ArrayList<>();
        new Javac(output)
                .processor(new Counting(counts))
                .compileText("Blinky.java", BLINKY.replace("Written", "String"))
                .silent();
        assertEquals(List.of(1, 1, 1, 1), counts);
    }

    @Test
    void gradleIsToldThatTheProcessorIsIsolating() throws IOException {
        try (InputStream file =
                AsyncProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(AsyncProcessor.class.getName() + ",isolating", text.trim());
        }
    }

    /** Loads the product as a compiler does that has no com.sun.source. */
    private static final class WithoutTrees extends URLClassLoader {
        WithoutTrees() {
            super(urls(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] urls() {
            return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(WithoutTrees::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String path) {
            try {
                return Path.of(path).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.sun.source.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    /** Writes a class in the first round. */
    private static final class WritesLater extends AbstractProcessor {
        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!round.getRootElements().isEmpty()
                    && round.getRootElements().iterator().next().toString().equals("demo.Blinky")) {
                try (Writer writer = processingEnv
                        .getFiler()
                        .createSourceFile("demo.Written")
                        .openWriter()) {
                    writer.write("package demo; class Written {}");
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
            return false;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }
    }

    /** Runs the product and counts the elements that it names for each file. */
    private static final class Counting extends AbstractProcessor {
        private final AsyncProcessor product = new AsyncProcessor(Javac.NO_WEAVING);
        private final List<Integer> counts;

        Counting(List<Integer> counts) {
            this.counts = counts;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            Filer filer = counting(Filer.class, environment.getFiler());
            product.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments)));
        }

        private <T> T counting(Class<T> type, T real) {
            return type.cast(Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().equals("createSourceFile")) {
                            counts.add(((Element[]) arguments[1]).length);
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return product.process(annotations, round);
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return product.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return product.getSupportedSourceVersion();
        }
    }
}
