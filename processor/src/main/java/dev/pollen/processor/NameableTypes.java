// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleTypeVisitor14;
import javax.lang.model.util.Types;

/**
 * The types that a class of a package can name, without raw types: what it cannot name becomes the nearest supertype
 * that it can.
 *
 * <pre>
 *   T extends Comparable&lt;T&gt;    Comparable&lt;?&gt;
 *   Map&lt;K, String&gt;             Map&lt;?, String&gt;
 *   Outer.Hidden[]             Runnable[], where Hidden is private and implements Runnable
 * </pre>
 */
final class NameableTypes {
    private final Elements elements;
    private final Types types;
    private final PackageElement user;
    private final Nearest nearest = new Nearest();

    /**
     * Makes the translation for one package.
     *
     * @param elements the compilation's elements
     * @param types the compilation's types
     * @param user the package that names the types
     */
    NameableTypes(Elements elements, Types types, PackageElement user) {
        this.elements = elements;
        this.types = types;
        this.user = user;
    }

    /**
     * Translates a type.
     *
     * @param type the type of a parameter or a result
     * @return the type itself, or the nearest that can be named
     */
    TypeMirror nearest(TypeMirror type) {
        return type.accept(nearest, null);
    }

    /**
     * Whether a class can be named.
     *
     * @param type the class
     * @return false where it or a class around it is private, or belongs to another package
     */
    boolean isNameable(TypeElement type) {
        for (Element around = type; around instanceof TypeElement; around = around.getEnclosingElement()) {
            if (around.getModifiers().contains(Modifier.PRIVATE)) {
                return false;
            }
            if (!around.getModifiers().contains(Modifier.PUBLIC)
                    && !elements.getPackageOf(around).equals(user)) {
                return false;
            }
        }
        return true;
    }

    private TypeMirror object() {
        return elements.getTypeElement("java.lang.Object").asType();
    }

    /** Takes each kind of type that a variable can have. */
    private final class Nearest extends SimpleTypeVisitor14<TypeMirror, Void> {
        @Override
        public TypeMirror visitPrimitive(PrimitiveType type, Void unused) {
            return types.getPrimitiveType(type.getKind());
        }

        @Override
        public TypeMirror visitNoType(NoType type, Void unused) {
            return elements.getTypeElement("java.lang.Void").asType();
        }

        @Override
        public TypeMirror visitArray(ArrayType type, Void unused) {
            return types.getArrayType(visit(type.getComponentType()));
        }

        @Override
        public TypeMirror visitTypeVariable(TypeVariable type, Void unused) {
            return visit(type.getUpperBound());
        }

        @Override
        public TypeMirror visitIntersection(IntersectionType type, Void unused) {
            return visit(type.getBounds().get(0));
        }

        @Override
        public TypeMirror visitWildcard(WildcardType type, Void unused) {
            return type.getExtendsBound() == null ? object() : visit(type.getExtendsBound());
        }

        @Override
        public TypeMirror visitDeclared(DeclaredType type, Void unused) {
            return isNameable((TypeElement) type.asElement()) ? withArguments(type) : supertype(type);
        }

        @Override
        protected TypeMirror defaultAction(TypeMirror type, Void unused) {
            return object();
        }

        private DeclaredType withArguments(DeclaredType type) {
            TypeElement element = (TypeElement) type.asElement();
            TypeMirror[] arguments = type.getTypeArguments().isEmpty()
                    ? element.getTypeParameters().stream()
                            .map(parameter -> types.getWildcardType(null, null))
                            .toArray(TypeMirror[]::new)
                    : type.getTypeArguments().stream().map(this::argument).toArray(TypeMirror[]::new);
            return type.getEnclosingType() instanceof DeclaredType around
                            && !element.getModifiers().contains(Modifier.STATIC)
                    ? types.getDeclaredType(withArguments(around), element, arguments)
                    : types.getDeclaredType(element, arguments);
        }

        /** An argument stays only where it can be named exactly: List<Object> is no supertype of List<T>. */
        private TypeMirror argument(TypeMirror type) {
            if (type instanceof WildcardType wildcard) {
                TypeMirror upper = wildcard.getExtendsBound();
                TypeMirror lower = wildcard.getSuperBound();
                boolean exact = (upper == null || isExact(upper)) && (lower == null || isExact(lower));
                return exact ? type : types.getWildcardType(null, null);
            }
            return isExact(type) ? type : types.getWildcardType(null, null);
        }

        private boolean isExact(TypeMirror type) {
            return switch (type.getKind()) {
                case DECLARED -> {
                    DeclaredType declared = (DeclaredType) type;
                    yield isNameable((TypeElement) declared.asElement())
                            && types.isSameType(withArguments(declared), declared);
                }
                case ARRAY -> isExact(((ArrayType) type).getComponentType());
                default -> type.getKind().isPrimitive();
            };
        }

        private TypeMirror supertype(TypeMirror type) {
            for (TypeMirror above : types.directSupertypes(type)) {
                TypeMirror nameable = visit(above);
                if (!types.isSameType(nameable, object())) {
                    return nameable;
                }
            }
            return object();
        }
    }
}
