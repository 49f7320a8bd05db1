// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Whether a type mentions one that the compiler does not know, at any depth. */
final class MentionsErrors extends SimpleTypeVisitor14<Boolean, @Nullable Void> {
    MentionsErrors() {
        super(false);
    }

    @Override
    public Boolean visitError(ErrorType type, @Nullable Void unused) {
        return true;
    }

    @Override
    public Boolean visitArray(ArrayType type, @Nullable Void unused) {
        return visit(type.getComponentType());
    }

    @Override
    public Boolean visitDeclared(DeclaredType type, @Nullable Void unused) {
        return type.getTypeArguments().stream().anyMatch(this::visit);
    }

    @Override
    public Boolean visitWildcard(WildcardType type, @Nullable Void unused) {
        return mentions(type.getExtendsBound()) || mentions(type.getSuperBound());
    }

    private boolean mentions(@Nullable TypeMirror bound) {
        return bound != null && visit(bound);
    }
}
