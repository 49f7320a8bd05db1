// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.FutureClass;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Decides what the Future class of an async method is, down to the names and types that it writes. */
final class FutureClasses {
    private final Elements elements;
    private final Types types;
    private final ShadowedNames shadowed;

    /**
     * Makes the decisions of one compilation.
     *
     * @param elements its elements
     * @param types its types
     */
    FutureClasses(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
        this.shadowed = new ShadowedNames(elements);
    }

    /**
     * Decides one class. A method with a wrong return type gets one for references, so that the editor stays useful.
     *
     * @param method the method
     * @return its Future class
     */
    FutureClass of(AsyncMethod method) {
        PackageElement home = elements.getPackageOf(method.owner());
        NameableTypes nameable = new NameableTypes(elements, types, home);
        ResultKind result = method.result() == null ? ResultKind.OBJECT : method.result();
        TypeMirror value = value(method, nameable);
        List<FutureClass.Field> fields = fields(method, nameable);
        String packageName = home.getQualifiedName().toString();
        return new FutureClass(
                method,
                packageName,
                method.futureName().substring(packageName.isEmpty() ? 0 : packageName.length() + 1),
                method.is(Modifier.PUBLIC) || method.is(Modifier.PROTECTED),
                result,
                value,
                fields,
                method.kind() == AsyncKind.TASK ? pool(method) : null,
                suppressed(value, fields),
                shadowed(home, value, fields));
    }

    private List<String> shadowed(PackageElement home, TypeMirror value, List<FutureClass.Field> fields) {
        List<TypeMirror> mentioned = new ArrayList<>(List.of(value));
        fields.forEach(field -> mentioned.add(field.type()));
        return shadowed.in(home, mentioned);
    }

    /** {@code Future<T>} is a frame of the nearest type that can be named; a raw or wrong type one of Object. */
    private TypeMirror value(AsyncMethod method, NameableTypes nameable) {
        if (method.result() == ResultKind.OBJECT
                && method.element().getReturnType() instanceof DeclaredType type
                && !type.getTypeArguments().isEmpty()) {
            return nameable.nearest(type.getTypeArguments().get(0));
        }
        return elements.getTypeElement("java.lang.Object").asType();
    }

    private static FutureClass.Pool pool(AsyncMethod method) {
        String name = method.taskName().isEmpty() ? method.displayName() : method.taskName();
        String key = Names.binary(method.reference().owner()) + "."
                + method.reference().name();
        return new FutureClass.Pool(key, name, Math.max(1, method.poolSize()));
    }

    private static List<FutureClass.Field> fields(AsyncMethod method, NameableTypes nameable) {
        List<FutureClass.Field> fields = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        if (method.kind() == AsyncKind.TASK) {
            taken.add("POOL");
        }
        for (VariableElement parameter : method.element().getParameters()) {
            String name = free(parameter.getSimpleName().toString(), taken);
            fields.add(new FutureClass.Field(name, nameable.nearest(parameter.asType())));
        }
        if (!method.is(Modifier.STATIC)) {
            fields.add(
                    0,
                    new FutureClass.Field(
                            free("self", taken), nameable.nearest(method.owner().asType())));
        }
        return fields;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        while (!taken.add(free)) {
            free += "_";
        }
        return free;
    }

    private List<String> suppressed(TypeMirror value, List<FutureClass.Field> fields) {
        Set<String> suppressed = new TreeSet<>();
        deprecations(value, suppressed);
        fields.forEach(field -> deprecations(field.type(), suppressed));
        return List.copyOf(suppressed);
    }

    private void deprecations(TypeMirror type, Set<String> suppressed) {
        MentionedClasses.of(type).forEach(mentioned -> {
            for (Element around = mentioned; around instanceof TypeElement; around = around.getEnclosingElement()) {
                if (elements.isDeprecated(around)) {
                    suppressed.add("deprecation");
                    suppressed.add("removal");
                }
            }
        });
    }
}
