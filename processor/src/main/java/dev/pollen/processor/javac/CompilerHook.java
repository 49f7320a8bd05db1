// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import dev.pollen.processor.check.ElementFinding;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.FutureClass;
import dev.pollen.processor.model.MethodSource;
import java.util.List;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;

/**
 * What the annotation processor gets from a compiler beyond {@code javax.annotation.processing}. Nothing of {@code
 * com.sun.source} stands in this interface: it is used in compilers that have none.
 */
public interface CompilerHook {
    /** For compilers other than javac: their class files are woven by the command line. */
    CompilerHook NONE = new CompilerHook() {
        @Override
        public MethodSource source(ExecutableElement method) {
            return MethodSource.UNKNOWN;
        }

        @Override
        public void weaveLater(FutureClass future) {}

        @Override
        public void weaveLater(AsyncMethod method) {}

        @Override
        public void checkLocalMethods(Function<ExecutableElement, List<ElementFinding>> declarations) {}
    };

    /**
     * Reads what the source tells of a method.
     *
     * @param method a method of a class that is compiled
     * @return what it tells; unknown where there is no source
     */
    MethodSource source(ExecutableElement method);

    /**
     * Has a method woven as soon as its class and its Future class are there.
     *
     * @param future the method's Future class, which is written
     */
    void weaveLater(FutureClass future);

    /**
     * Has the class of an abstract method woven as soon as it is there.
     *
     * @param method an async method without a body, and so without a Future class
     */
    void weaveLater(AsyncMethod method);

    /**
     * Has the declarations of async methods checked that annotation processing does not show: those of local and
     * anonymous classes.
     *
     * @param declarations the rules
     */
    void checkLocalMethods(Function<ExecutableElement, List<ElementFinding>> declarations);

    /**
     * Attaches to the compiler.
     *
     * @param environment what the annotation processor was given
     * @param weaving the weaver
     * @return the hook; {@link #NONE} where the compiler is not javac
     */
    static CompilerHook of(ProcessingEnvironment environment, Weaving.Factory weaving) {
        try {
            Compilation compilation = Compilation.of(environment);
            if (compilation == null) {
                return NONE;
            }
            compilation.handOver(environment, weaving);
            return compilation;
        } catch (LinkageError withoutJavac) {
            return NONE;
        }
    }
}
