// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The marked methods that are still to be processed. One that mentions a type which nobody has written yet waits for a
 * later round; its class is kept by name, because elements do not outlive their round.
 */
final class PendingMethods {
    private static final List<String> MARKS = List.of(Names.ASYNC, Names.ASYNC_TASK, Names.ASYNC_MAIN);

    private final Elements elements;
    private Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> taken = new LinkedHashSet<>();

    /**
     * Makes an empty list.
     *
     * @param elements the compilation's elements
     */
    PendingMethods(Elements elements) {
        this.elements = elements;
    }

    /**
     * Takes what is complete in a round.
     *
     * @param round the round
     * @return methods, each once in a compilation, those of a class together and in the order of the source
     */
    List<ExecutableElement> next(RoundEnvironment round) {
        Set<TypeElement> owners = new LinkedHashSet<>();
        for (String name : waiting) {
            TypeElement owner = elements.getTypeElement(name);
            if (owner != null) {
                owners.add(owner);
            }
        }
        waiting = new LinkedHashSet<>();
        for (String mark : MARKS) {
            TypeElement annotation = elements.getTypeElement(Names.binary(mark));
            if (annotation != null) {
                round.getElementsAnnotatedWith(annotation).forEach(marked -> addOwner(marked, owners));
            }
        }
        List<ExecutableElement> complete = new ArrayList<>();
        owners.forEach(owner -> takeComplete(owner, complete));
        return complete;
    }

    private static void addOwner(Element marked, Set<TypeElement> owners) {
        if (marked instanceof ExecutableElement && marked.getEnclosingElement() instanceof TypeElement owner) {
            owners.add(owner);
        }
    }

    private void takeComplete(TypeElement owner, List<ExecutableElement> complete) {
        for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
            if (MARKS.stream().allMatch(mark -> Marks.find(method, mark) == null)) {
                continue;
            }
            if (!AsyncMethodReader.isComplete(method)) {
                waiting.add(owner.getQualifiedName().toString());
            } else if (taken.add(owner.getQualifiedName() + "." + method)) {
                complete.add(method);
            }
        }
    }
}
