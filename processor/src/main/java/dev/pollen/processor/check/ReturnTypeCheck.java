// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Message;
import java.util.List;
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
            default -> name(type);
        };
    }

    private static String name(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                        && ((DeclaredType) type).getTypeArguments().isEmpty()
                ? ((DeclaredType) type).asElement().getSimpleName().toString()
                : type.toString();
    }
}
