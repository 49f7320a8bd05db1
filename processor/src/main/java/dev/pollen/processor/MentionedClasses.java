// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** The classes that a type mentions, at any depth. */
final class MentionedClasses extends SimpleTypeVisitor14<@Nullable Void, Set<TypeElement>> {
    private MentionedClasses() {}

    /**
     * Collects them.
     *
     * @param type the type
     * @return its classes, in the order of the text
     */
    static Set<TypeElement> of(TypeMirror type) {
        Set<TypeElement> classes = new LinkedHashSet<>();
        type.accept(new MentionedClasses(), classes);
        return classes;
    }

    @Override
    public @Nullable Void visitArray(ArrayType type, Set<TypeElement> classes) {
        return visit(type.getComponentType(), classes);
    }

    @Override
    public @Nullable Void visitDeclared(DeclaredType type, Set<TypeElement> classes) {
        classes.add((TypeElement) type.asElement());
        type.getTypeArguments().forEach(argument -> visit(argument, classes));
        return null;
    }

    @Override
    public @Nullable Void visitWildcard(WildcardType type, Set<TypeElement> classes) {
        if (type.getExtendsBound() != null) {
            visit(type.getExtendsBound(), classes);
        }
        if (type.getSuperBound() != null) {
            visit(type.getSuperBound(), classes);
        }
        return null;
    }
}
