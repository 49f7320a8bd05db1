// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.Names;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** {@code @Async String read()} is an error that says to write {@code Future<String>}. */
final class ReturnTypeCheck implements MethodCheck {
    @Override
    public List<ElementFinding> check(AsyncMethod method) {
        if (method.result() != null || Marks.returnsStream(method.element())) {
            return List.of();
        }
        TypeMirror type = method.element().getReturnType();
        String base = method.kind() == AsyncKind.FUNCTION ? "Future" : "Task";
        return List.of(ElementFinding.at(
                method.element(), Message.NO_FUTURE, method.displayName(), base + "<" + boxed(type) + ">", name(type)));
    }

    private static String boxed(TypeMirror type) {
        return switch (type.getKind()) {
            case VOID -> "Void";
            case INT -> "Integer";
            case CHAR -> "Character";
            case BOOLEAN, BYTE, SHORT, LONG, FLOAT, DOUBLE -> {
                String name = name(type);
                yield Character.toUpperCase(name.charAt(0)) + name.substring(1);
            }
            default -> name(result(type));
        };
    }

    /** What a future or task gives, where the other one of them was meant. */
    private static TypeMirror result(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && declared.getTypeArguments().size() == 1
                && declared.asElement() instanceof TypeElement element
                && (element.getQualifiedName().contentEquals(Names.binary(Names.FUTURE))
                        || element.getQualifiedName().contentEquals(Names.binary(Names.TASK)))) {
            return declared.getTypeArguments().get(0);
        }
        return type;
    }

    private static String name(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                        && ((DeclaredType) type).getTypeArguments().isEmpty()
                ? ((DeclaredType) type).asElement().getSimpleName().toString()
                : type.toString();
    }
}
