// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import com.sun.source.util.JavacTask;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Runs the product's processor in an environment of which javac knows nothing. */
public final class WrappingProcessor implements Processor {
    /** What this prints where the wrapping is effective. */
    static final String WRAPPED = "the environment is wrapped";

    private final Processor wrapped;

    /** Made by the compiler. */
    public WrappingProcessor() throws ReflectiveOperationException {
        wrapped = (Processor) Class.forName("dev.pollen.processor.AsyncProcessor")
                .getConstructor()
                .newInstance();
    }

    @Override
    public void init(ProcessingEnvironment environment) {
        ProcessingEnvironment proxy = (ProcessingEnvironment) Proxy.newProxyInstance(
                WrappingProcessor.class.getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (self, method, arguments) -> {
                    try {
                        return method.invoke(environment, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        try {
            JavacTask.instance(proxy);
        } catch (IllegalArgumentException unknown) {
            environment.getMessager().printMessage(Diagnostic.Kind.NOTE, WRAPPED);
        }
        wrapped.init(proxy);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return wrapped.process(annotations, round);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return wrapped.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return wrapped.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return wrapped.getSupportedSourceVersion();
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
            Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
        return wrapped.getCompletions(element, annotation, member, text);
    }
}
