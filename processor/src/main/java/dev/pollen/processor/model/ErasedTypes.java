// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The compiler's types as class files name them. */
public final class ErasedTypes {
    private final Elements elements;
    private final Types types;

    /**
     * Makes the translation of one compilation.
     *
     * @param elements its elements
     * @param types its types
     */
    public ErasedTypes(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /**
     * The internal name of a class.
     *
     * @param type the class
     * @return for example {@code java/util/Map$Entry}
     */
    public String internalName(TypeElement type) {
        return elements.getBinaryName(type).toString().replace('.', '/');
    }

    /**
     * The internal name of a type's erasure.
     *
     * @param type a class type, or a variable
     * @return for example {@code java/util/List}
     */
    public String internalName(TypeMirror type) {
        return types.erasure(type) instanceof DeclaredType declared
                ? internalName((TypeElement) declared.asElement())
                : descriptor(type);
    }

    /**
     * The descriptor of a type's erasure.
     *
     * @param type any type of a variable or a result
     * @return for example {@code [Ljava/lang/String;}
     */
    public String descriptor(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return switch (erased.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case SHORT -> "S";
            case CHAR -> "C";
            case INT -> "I";
            case LONG -> "J";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case VOID -> "V";
            case ARRAY -> "[" + descriptor(((ArrayType) erased).getComponentType());
            default -> Names.descriptor(internalName((TypeElement) ((DeclaredType) erased).asElement()));
        };
    }

    /**
     * The descriptor of a method.
     *
     * @param method the method
     * @return for example {@code (I)Ljava/lang/String;}
     */
    public String descriptor(ExecutableElement method) {
        StringBuilder descriptor = new StringBuilder("(");
        for (VariableElement parameter : method.getParameters()) {
            descriptor.append(descriptor(parameter.asType()));
        }
        return descriptor.append(')').append(descriptor(method.getReturnType())).toString();
    }

    /**
     * The method as class files name it.
     *
     * @param method the method
     * @return owner, name and descriptor
     */
    public MethodRef reference(ExecutableElement method) {
        return new MethodRef(
                internalName((TypeElement) method.getEnclosingElement()),
                method.getSimpleName().toString(),
                descriptor(method));
    }

    /**
     * The parameters of a method as they stand in the name of a Future class.
     *
     * @param method the method
     * @return one part for each parameter
     */
    public List<String> parameterNames(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> parameterName(parameter.asType()))
                .toList();
    }

    private String parameterName(TypeMirror type) {
        TypeMirror element = types.erasure(type);
        int dimensions = 0;
        while (element.getKind() == TypeKind.ARRAY) {
            element = ((ArrayType) element).getComponentType();
            dimensions++;
        }
        String name = element instanceof DeclaredType declared
                ? declared.asElement().getSimpleName().toString()
                : element.toString();
        return FutureName.parameter(name, dimensions);
    }
}
