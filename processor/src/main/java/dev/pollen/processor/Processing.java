// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import com.palantir.javapoet.JavaFile;
import dev.pollen.processor.check.ElementFinding;
import dev.pollen.processor.check.MainCheck;
import dev.pollen.processor.check.MethodChecks;
import dev.pollen.processor.javac.CompilerHook;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.ErasedTypes;
import dev.pollen.processor.model.FutureClass;
import dev.pollen.processor.model.FutureNames;
import dev.pollen.processor.model.MainClass;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.writer.FutureWriter;
import dev.pollen.processor.writer.MainWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;

/**
 * What happens to a marked method: it is read, checked, its Future class is written and handed to the weaver's side of
 * the compiler. The class is also written for a method with errors, so that these are the only ones that the user sees.
 */
final class Processing {
    private final Messager messager;
    private final Filer filer;
    private final CompilerHook compiler;
    private final AsyncMethodReader reader;
    private final MethodChecks checks;
    private final MainCheck mainCheck;
    private final ClassNames names;
    private final FutureClasses futureClasses;
    private final MainClasses mainClasses;
    private boolean saidWhoWeaves;

    /**
     * Makes the processing of one compilation.
     *
     * @param environment the compiler
     * @param compiler what the compiler gives beyond that
     */
    Processing(ProcessingEnvironment environment, CompilerHook compiler) {
        Elements elements = environment.getElementUtils();
        Types types = environment.getTypeUtils();
        Marks marks = new Marks(elements);
        ErasedTypes erased = new ErasedTypes(elements, types);
        this.messager = environment.getMessager();
        this.filer = environment.getFiler();
        this.compiler = compiler;
        this.reader = new AsyncMethodReader(marks, erased, new FutureNames(elements, erased), compiler::source);
        this.checks = new MethodChecks(marks, elements, types);
        this.mainCheck = new MainCheck(erased);
        this.names = new ClassNames(elements);
        this.futureClasses = new FutureClasses(elements, types);
        this.mainClasses = new MainClasses(elements);
    }

    /**
     * Processes a method. A failure of ours is reported as ours, at the method.
     *
     * @param element a complete method with a mark
     */
    void process(ExecutableElement element) {
        try {
            boolean main = Marks.find(element, Names.ASYNC_MAIN) != null && report(mainCheck.check(element));
            if (Marks.of(element).isEmpty()) {
                return;
            }
            AsyncMethod method = reader.read(element);
            report(checks.check(method));
            if (method.hasBody()) {
                writeFuture(method);
            } else if (method.isAbstractFunction()) {
                compiler.weaveLater(method);
            }
            if (main) {
                writeMain(method);
            }
        } catch (RuntimeException | IOException failure) {
            report(List.of(internalError(element, failure)));
        }
    }

    /**
     * Checks the declaration of a method that no round shows. The weaver writes its Future class.
     *
     * @param element a method of a local or anonymous class, with a mark
     * @return what is wrong with it
     */
    List<ElementFinding> checkLocal(ExecutableElement element) {
        List<ElementFinding> findings = new ArrayList<>(checks.check(reader.read(element)));
        if (Marks.find(element, Names.ASYNC_MAIN) != null) {
            findings.add(ElementFinding.at(
                    element,
                    Message.MAIN_SHAPE,
                    element.getSimpleName().toString(),
                    "nobody can call it from outside of the method around its class"));
        }
        return findings;
    }

    private void writeFuture(AsyncMethod method) throws IOException {
        if (report(names.take(method.futureName(), method))) {
            FutureClass future = futureClasses.of(method);
            write(FutureWriter.write(future));
            compiler.weaveLater(future);
            sayWhoWeaves();
        }
    }

    /** Where no compiler of ours weaves, somebody else must. */
    private void sayWhoWeaves() {
        if (compiler == CompilerHook.NONE && !saidWhoWeaves) {
            saidWhoWeaves = true;
            messager.printMessage(Diagnostic.Kind.NOTE, Message.NOT_JAVAC.text());
        }
    }

    private void writeMain(AsyncMethod method) throws IOException {
        MainClass main = mainClasses.of(method);
        if (report(names.take(main.binaryName(), method))) {
            write(MainWriter.write(main));
        }
    }

    private void write(JavaFile file) throws IOException {
        file.writeTo(filer);
    }

    /** Prints findings; true if there are none. */
    private boolean report(List<ElementFinding> findings) {
        findings.forEach(finding -> finding.print(messager));
        return findings.isEmpty();
    }

    private static ElementFinding internalError(ExecutableElement method, Exception failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return ElementFinding.at(
                method,
                Message.INTERNAL_ERROR,
                method.getEnclosingElement().getSimpleName() + "." + method.getSimpleName(),
                "the annotation processor",
                trace.toString());
    }
}
