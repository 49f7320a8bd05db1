// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Implementation;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Message;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** {@code implementations} names classes whose frames can be made: each has the method, with a body and the mark. */
final class ImplementationsCheck implements MethodCheck {
    private final Marks marks;
    private final Elements elements;
    private final Types types;

    ImplementationsCheck(Marks marks, Elements elements, Types types) {
        this.marks = marks;
        this.elements = elements;
        this.types = types;
    }

    @Override
    public List<ElementFinding> check(AsyncMethod method) {
        AnnotationValue value =
                method.kind() == AsyncKind.FUNCTION ? marks.given(method.mark(), "implementations") : null;
        List<ElementFinding> findings = new ArrayList<>();
        if (value != null && value.getValue() instanceof List<?> list) {
            for (Object entry : list) {
                AnnotationValue named = (AnnotationValue) entry;
                if (named.getValue() instanceof TypeMirror type) {
                    String wrong = wrong(method, type);
                    if (!wrong.isEmpty()) {
                        findings.add(new ElementFinding(
                                Message.IMPLEMENTATION,
                                List.of(method.displayName(), type.toString(), wrong),
                                method.element(),
                                method.mark(),
                                named));
                    }
                }
            }
        }
        return findings;
    }

    private String wrong(AsyncMethod method, TypeMirror named) {
        if (method.is(Modifier.STATIC) || method.is(Modifier.PRIVATE) || method.is(Modifier.FINAL)) {
            return "nothing overrides a static, private or final method. Leave implementations out";
        }
        if (!(named instanceof DeclaredType declared)
                || !types.isSubtype(
                        types.erasure(named), types.erasure(method.owner().asType()))) {
            return "it is no subtype of " + method.owner().getSimpleName() + ". Name classes that implement the method";
        }
        TypeElement type = (TypeElement) declared.asElement();
        ExecutableElement reached = Implementation.of(method.element(), type, elements);
        if (reached == null) {
            return "it has no body for the method. Name the classes that implement it";
        }
        List<AnnotationMirror> found = Marks.of(reached);
        return found.isEmpty() || Marks.kind(reached, found.get(0)) != AsyncKind.FUNCTION
                ? "its " + method.element().getSimpleName() + " is not @Async, so it has no frame. Give it the mark"
                : "";
    }
}
