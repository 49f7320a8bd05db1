// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.weave.Weave;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * The product's processor in an environment that hides javac's, as Gradle and IntelliJ give it one. Its weaver says that
 * it was called.
 */
public final class WrappingProcessor extends AbstractProcessor {
    private final AsyncProcessor product = new AsyncProcessor((library, options) -> (owner, futures) -> new Weave(
            Map.of(),
            List.of(new Finding(
                    Message.MAY_ALLOCATE,
                    List.of("it", "it was called"),
                    new MethodRef("demo/Blinky", "first", "()Ldev/pollen/Future;"),
                    0,
                    ""))));

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        product.init((ProcessingEnvironment) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(environment, arguments);
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
