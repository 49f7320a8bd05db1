// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.FutureNames;
import dev.pollen.processor.model.MainClass;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;

/** Decides what the main class of a task is: {@code BlinkyMain}, {@code Outer_InnerMain}. */
final class MainClasses {
    private final Elements elements;

    /**
     * Makes the decisions of one compilation.
     *
     * @param elements its elements
     */
    MainClasses(Elements elements) {
        this.elements = elements;
    }

    /**
     * Decides one class.
     *
     * @param task a task that an application can start with
     * @return its main class
     */
    MainClass of(AsyncMethod task) {
        List<String> names = FutureNames.simpleNames(task.owner());
        if (names == null) {
            throw new IllegalArgumentException("a task of a local class: " + task);
        }
        ExecutableElement method = task.element();
        return new MainClass(
                task,
                elements.getPackageOf(task.owner()).getQualifiedName().toString(),
                String.join("_", names) + "Main",
                MainClass.Arguments.values()[method.getParameters().size()],
                !method.getThrownTypes().isEmpty(),
                new ShadowedNames(elements).in(elements.getPackageOf(task.owner()), List.of()));
    }
}
