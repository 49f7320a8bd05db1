// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.pollen.processor.check.ElementFinding;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.ErasedTypes;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.FutureClass;
import dev.pollen.processor.model.FutureNames;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.MethodSource;
import dev.pollen.processor.report.SizeLimit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * One run of javac. The annotation processor and the plugin, whichever comes first, attach it to the compiler; build
 * tools that wrap the processor's environment leave the plugin alone to do it. They find each other by the identity of
 * the compiler's {@code Elements}. The compiler's listeners hold a compilation, so that it lives as long as they do.
 *
 * <pre>
 *   annotation processing    source(..), weaveLater(..)      from the processor
 *   ANALYZE of a class       analyzed(..)                    misuse is reported, trees are saved
 *   GENERATE of a class      generated(..)                   what has all its classes is woven
 *   COMPILATION              ended()                         what has not, because of an error, is woven as far as it goes
 * </pre>
 */
final class Compilation implements CompilerHook {
    private static final Map<Elements, WeakReference<Compilation>> RUNNING = new WeakHashMap<>();

    private final SourceReader sources;
    private final PendingWeaves pending;
    private final SavedTrees saved;
    private final TreeMessages messages;
    private final Analysis analysis;
    private final Elements elements;
    private final ElementsLibrary library;
    private @Nullable OwnerWeaver weaver;
    private @Nullable WovenReport report;
    private boolean processingExpected;
    private boolean processingBegun;

    private Compilation(JavacTask task) {
        Trees trees = Trees.instance(task);
        elements = task.getElements();
        ErasedTypes erased = new ErasedTypes(elements, task.getTypes());
        FutureNames names = new FutureNames(elements, erased);
        sources = new SourceReader(trees);
        pending = new PendingWeaves();
        saved = new SavedTrees(trees);
        messages = new TreeMessages(trees, saved);
        library = new ElementsLibrary(elements, erased, names);
        analysis = new Analysis(trees, elements, task.getTypes(), erased, names, library, pending, saved, messages);
    }

    /**
     * Attaches to the compiler that an annotation processor runs in.
     *
     * @param environment what the processor was given
     * @return the compilation; null if the environment is not javac's own and no plugin was started
     */
    static @Nullable Compilation of(ProcessingEnvironment environment) {
        JavacTask task;
        try {
            task = JavacTask.instance(environment);
        } catch (IllegalArgumentException wrapped) {
            synchronized (RUNNING) {
                return running(environment.getElementUtils());
            }
        }
        return of(task);
    }

    /**
     * Attaches to a compiler, once.
     *
     * @param task the compiler
     * @return its compilation
     */
    static Compilation of(JavacTask task) {
        synchronized (RUNNING) {
            Compilation running = running(task.getElements());
            if (running != null) {
                return running;
            }
            Compilation compilation = new Compilation(task);
            task.addTaskListener(new CompilationListener(compilation));
            RUNNING.put(task.getElements(), new WeakReference<>(compilation));
            return compilation;
        }
    }

    private static @Nullable Compilation running(Elements elements) {
        WeakReference<Compilation> running = RUNNING.get(elements);
        return running == null ? null : running.get();
    }

    /**
     * Gives the compilation what an annotation processor has and a plugin has not.
     *
     * @param environment the processor's
     * @param weaving the weaver
     */
    void handOver(ProcessingEnvironment environment, Weaving.Factory weaving) {
        CompileOptions options = CompileOptions.read(
                environment.getOptions(),
                wrong -> environment.getMessager().printMessage(Diagnostic.Kind.ERROR, wrong));
        messages.set(options, environment.getMessager());
        library.resources(name -> resources(name, environment.getFiler()));
        report = new WovenReport(library, options.report());
        weaver = new OwnerWeaver(environment.getFiler(), weaving.of(library, options.forWeaver()), messages, report);
    }

    /** Of what is compiled and of its class path, where javac shows the first of a name alone. */
    private static List<String> resources(String name, Filer filer) {
        List<String> texts = new ArrayList<>();
        for (StandardLocation location : List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH)) {
            InputStream stream = open(name, location, filer);
            String text = stream == null ? "" : read(stream);
            if (!text.isEmpty() && !texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static @Nullable InputStream open(String name, StandardLocation location, Filer filer) {
        try {
            return filer.getResource(location, "", name).openInputStream();
        } catch (AccessDeniedException e) {
            throw new UncheckedIOException(e);
        } catch (IOException | RuntimeException notThere) {
            // Tools with files of their own have their own ways to say so.
            return null;
        }
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public MethodSource source(ExecutableElement method) {
        return sources.read(method);
    }

    @Override
    public void weaveLater(FutureClass future) {
        AsyncMethod method = future.method();
        pending.add(method.reference(), method.owner(), method.futureName(), elements);
    }

    /** Takes note that there are annotation processors, which javac runs unless it finds errors before. */
    void processingExpected() {
        processingExpected = true;
    }

    /** Takes note of a round of annotation processing. */
    void processingBegun() {
        processingBegun = true;
    }

    private Analysis.Processor processor() {
        if (weaver != null) {
            return Analysis.Processor.RUNS;
        }
        return processingExpected && !processingBegun ? Analysis.Processor.KEPT_BY_ERRORS : Analysis.Processor.ABSENT;
    }

    @Override
    public void weaveLater(AsyncMethod method) {
        pending.addOwner(method.reference(), method.owner(), elements);
    }

    @Override
    public void checkLocalMethods(Function<ExecutableElement, List<ElementFinding>> declarations) {
        analysis.checkLocalMethods(declarations);
    }

    /**
     * Takes note of an attributed class.
     *
     * @param type a top-level class
     * @param unit the file that it stands in
     */
    void analyzed(TypeElement type, CompilationUnitTree unit) {
        try {
            analysis.check(type, unit, processor());
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            messages.printInternalError(unit, failure);
        }
    }

    /**
     * Takes note of a class file.
     *
     * @param type the class
     * @param source its source file
     */
    void generated(TypeElement type, @Nullable JavaFileObject source) {
        if (weaver == null || !analysis.sawPollen()) {
            return;
        }
        String name = elements.getBinaryName(type).toString();
        PendingOwner complete = pending.generated(name, source);
        if (complete != null) {
            weaver.weave(complete);
            if (pending.isEmpty()) {
                checkSizes();
            }
        } else if (!pending.isPending(name) && !isDeclarationOfPackage(type)) {
            PendingOwner unmarked = PendingOwner.of(type, elements);
            unmarked.generated(name, source);
            if (library.inheritsAsync(type)) {
                weaver.weave(unmarked);
            } else {
                if (analysis.isAdvised(name)) {
                    weaver.advise(unmarked);
                }
                weaver.deleteFormer(unmarked);
            }
        }
    }

    /** Now that each frame is known that a task of this compilation can hold. */
    private void checkSizes() {
        if (report == null) {
            return;
        }
        for (SizeLimit.Exceeded task : report.newlyExceeded()) {
            String future = task.task().future();
            MethodRef method = pending.methodOf(future);
            messages.print(new Finding(
                    Message.TASK_TOO_LARGE,
                    task.arguments(),
                    method != null ? method : new MethodRef(future, "", ""),
                    0,
                    ""));
        }
    }

    /** {@code package-info} and {@code module-info} are classes to javac, of nothing. */
    private static boolean isDeclarationOfPackage(TypeElement type) {
        return type.getSimpleName().toString().endsWith("-info");
    }

    /** Weaves the owners whose Future classes an error has kept from being compiled, and lets go of everything. */
    void ended() {
        for (PendingOwner incomplete : pending.drain()) {
            if (weaver != null && incomplete.isGenerated()) {
                weaver.weaveIncomplete(incomplete);
            }
        }
        if (!messages.hasErrors()) {
            checkSizes();
        }
        String wrong = report == null ? "" : report.write();
        if (!wrong.isEmpty()) {
            messages.printError(wrong);
        }
        saved.clear();
        synchronized (RUNNING) {
            RUNNING.remove(elements);
        }
    }
}
