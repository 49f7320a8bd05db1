// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import com.google.auto.service.AutoService;
import dev.pollen.processor.javac.CompileOptions;
import dev.pollen.processor.javac.CompilerHook;
import dev.pollen.processor.javac.Weaving;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor. It takes every method with a mark as soon as its declaration is complete; {@link
 * Processing} says what happens to it.
 */
@AutoService(Processor.class)
public final class AsyncProcessor extends AbstractProcessor {
    private final Weaving.Factory weaving;
    private @Nullable PendingMethods pending;
    private @Nullable Processing processing;

    /** Made by the compiler. */
    public AsyncProcessor() {
        this(Weaving.Factory.POLLEN);
    }

    /**
     * Makes a processor for a test.
     *
     * @param weaving takes the weaver's place
     */
    AsyncProcessor(Weaving.Factory weaving) {
        this.weaving = weaving;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        pending = new PendingMethods(environment.getElementUtils());
        CompilerHook compiler = CompilerHook.of(environment, weaving);
        Processing methods = new Processing(environment, compiler);
        compiler.checkLocalMethods(methods::checkLocal);
        processing = methods;
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!round.processingOver()) {
            Objects.requireNonNull(pending).next(round).forEach(Objects.requireNonNull(processing)::process);
        }
        return true;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.pollen.annotations.*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return CompileOptions.NAMES;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }
}
