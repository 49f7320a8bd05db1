// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.ErasedTypes;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.Names;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** A task that an application starts with can be called from a class of its package, with what {@code main} has. */
public final class MainCheck {
    private static final String SPAWNER = "Ldev/pollen/executor/Spawner;";

    private final ErasedTypes erased;

    /**
     * Makes the check of one compilation.
     *
     * @param erased its types
     */
    public MainCheck(ErasedTypes erased) {
        this.erased = erased;
    }

    /**
     * Applies the rule.
     *
     * @param method any method with {@code @AsyncMain}
     * @return what is wrong with it; empty if an application can start with it
     */
    public List<ElementFinding> check(ExecutableElement method) {
        String wrong = wrong(method);
        if (wrong == null) {
            return List.of();
        }
        String name = method.getEnclosingElement().getSimpleName() + "." + method.getSimpleName();
        return List.of(ElementFinding.at(method, Message.MAIN_SHAPE, name, wrong));
    }

    private @Nullable String wrong(ExecutableElement method) {
        if (Marks.find(method, Names.ASYNC_TASK) == null) {
            return "it is not an @AsyncTask";
        }
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            return "it is not static";
        }
        Element hidden = hidden(method);
        if (hidden != null) {
            return hidden.getSimpleName() + " is private";
        }
        if (!method.getTypeParameters().isEmpty()) {
            return "it has type parameters";
        }
        return takesWhatMainHas(method)
                ? null
                : "its parameters are "
                        + method.getParameters().stream()
                                .map(parameter -> parameter.asType().toString())
                                .toList();
    }

    private static @Nullable Element hidden(ExecutableElement method) {
        for (Element element = method;
                element instanceof ExecutableElement || element instanceof TypeElement;
                element = element.getEnclosingElement()) {
            if (element.getModifiers().contains(Modifier.PRIVATE)) {
                return element;
            }
        }
        return null;
    }

    private boolean takesWhatMainHas(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        return switch (parameters.size()) {
            case 0 -> true;
            case 1 -> is(parameters.get(0), SPAWNER);
            case 2 -> is(parameters.get(0), SPAWNER) && is(parameters.get(1), "[Ljava/lang/String;");
            default -> false;
        };
    }

    private boolean is(VariableElement parameter, String descriptor) {
        return erased.descriptor(parameter.asType()).equals(descriptor);
    }
}
