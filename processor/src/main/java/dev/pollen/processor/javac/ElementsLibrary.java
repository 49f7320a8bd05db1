// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import dev.pollen.processor.model.AllocationMark;
import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.Dispatch;
import dev.pollen.processor.model.ErasedTypes;
import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.FutureNames;
import dev.pollen.processor.model.Guards;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The classes that javac knows, from source and class files alike. It finds classes by name; local and anonymous ones
 * have none here and are added as they are attributed.
 */
final class ElementsLibrary implements Library {
    private final ErasedTypes erased;
    private final FutureNames names;
    private final Marks marks;
    private final ClassLookup classes;
    private final Receivers receivers;
    private final WovenFrames frames;
    private final Map<TypeElement, Boolean> inheriting = new HashMap<>();
    private Function<String, List<String>> resources = name -> List.of();

    ElementsLibrary(Elements elements, ErasedTypes erased, FutureNames names) {
        this.erased = erased;
        this.names = names;
        this.marks = new Marks(elements);
        this.classes = new ClassLookup(elements);
        this.receivers = new Receivers(elements, names, marks);
        this.frames = new WovenFrames(marks, erased);
    }

    /** Adds a class that cannot be looked up. */
    void add(TypeElement local) {
        classes.add(local);
    }

    @Override
    public @Nullable Callee callee(MethodRef call) {
        TypeElement owner = classes.find(call.owner());
        ExecutableElement method = owner == null ? null : resolve(owner, call);
        return method == null ? null : callee(method);
    }

    @Override
    public Dispatch dispatch(MethodRef call) {
        TypeElement owner = classes.find(call.owner());
        ExecutableElement method = owner == null ? null : resolve(owner, call);
        return method == null
                ? Library.super.dispatch(call)
                : receivers.of(owner, method, erased.reference(method).display());
    }

    @Override
    public List<MethodRef> overridable(String internalName) {
        TypeElement type = classes.find(internalName);
        return type == null
                ? List.of()
                : overridable(type).map(erased::reference).toList();
    }

    private static Stream<ExecutableElement> overridable(TypeElement type) {
        return Marks.asyncMethods(type).stream()
                .filter(method -> isOverridable(method)
                        && Marks.kind(method, Marks.of(method).get(0)) == AsyncKind.FUNCTION);
    }

    /** Whether a class or interface above a class declares async methods that can be overridden. */
    boolean inheritsAsync(TypeElement type) {
        return above(type).anyMatch(this::declaresOrInheritsAsync);
    }

    private boolean declaresOrInheritsAsync(TypeElement type) {
        Boolean known = inheriting.get(type);
        if (known == null) {
            known = overridable(type).findAny().isPresent() || inheritsAsync(type);
            inheriting.put(type, known);
        }
        return known;
    }

    private static Stream<TypeElement> above(TypeElement type) {
        return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                .filter(DeclaredType.class::isInstance)
                .map(above -> (TypeElement) ((DeclaredType) above).asElement());
    }

    @Override
    public @Nullable FrameFacts frame(String internalName) {
        TypeElement type = classes.find(internalName);
        return type == null ? null : frames.read(internalName, type);
    }

    @Override
    public @Nullable AllocationMark allocation(String internalName) {
        TypeElement type = classes.find(internalName);
        return type == null ? null : Marks.allocation(type);
    }

    @Override
    public boolean canMake(String future, String from) {
        TypeElement type = classes.find(future);
        return Names.packageOf(future).equals(Names.packageOf(from))
                || type != null && isPublic(type.getModifiers()) && receivers.canName(type, classes.find(from));
    }

    @Override
    public boolean isCancelUnsafe(MethodRef call) {
        TypeElement owner = classes.find(call.owner());
        return owner != null && isCancelUnsafe(owner, call);
    }

    private boolean isCancelUnsafe(TypeElement type, MethodRef call) {
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (method.getSimpleName().contentEquals(call.name())
                    && Marks.find(method, Names.CANCEL_UNSAFE) != null
                    && erased.descriptor(method).equals(call.descriptor())) {
                return true;
            }
        }
        return above(type).anyMatch(each -> isCancelUnsafe(each, call));
    }

    @Override
    public boolean holdsUnguardedState(String internalName) {
        boolean changes = false;
        TypeElement type = classes.find(internalName);
        while (type != null && !type.getKind().isInterface()) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
                    return false;
                }
            }
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                if (Guards.isGuard(erased.descriptor(field.asType()))) {
                    return false;
                }
                Set<Modifier> modifiers = field.getModifiers();
                changes |= !modifiers.contains(Modifier.FINAL)
                        && !modifiers.contains(Modifier.VOLATILE)
                        && !modifiers.contains(Modifier.STATIC);
            }
            type = type.getSuperclass() instanceof DeclaredType above ? (TypeElement) above.asElement() : null;
        }
        return changes;
    }

    @Override
    public List<String> resources(String name) {
        return resources.apply(name);
    }

    /** Takes what finds resources, which the processor has and a plugin has not. */
    void resources(Function<String, List<String>> finder) {
        resources = finder;
    }

    private @Nullable Callee callee(ExecutableElement method) {
        List<AnnotationMirror> async = Marks.of(method);
        if (!async.isEmpty()) {
            Callee.Kind kind = Callee.Kind.of(Marks.kind(method, async.get(0)));
            String twin = method.getSimpleName() + "$in";
            return callee(kind, names.of(method).replace('.', '/'), twin, method);
        }
        AnnotationMirror placed = Marks.find(method, Names.PLACED);
        return placed == null ? null : placed(placed, method);
    }

    private @Nullable Callee placed(AnnotationMirror placed, ExecutableElement method) {
        AnnotationValue slot = marks.given(placed, "slot");
        if (slot == null || !(slot.getValue() instanceof TypeMirror type)) {
            return null;
        }
        String twin = marks.value(placed, "by", String.class, "");
        Callee.Kind kind = Callee.Kind.ofPlaced(erased.internalName(method.getReturnType()));
        return callee(kind, erased.internalName(type), twin, method);
    }

    private Callee callee(Callee.Kind kind, String slot, String twin, ExecutableElement method) {
        return new Callee(kind, slot, twin, isOverridable(method), erased.internalName(method.getReturnType()));
    }

    /** Whether a call through a reference may reach another method; whether a call is one is seen at the call alone. */
    private static boolean isOverridable(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        return !modifiers.contains(Modifier.STATIC)
                && !modifiers.contains(Modifier.PRIVATE)
                && !modifiers.contains(Modifier.FINAL)
                && !owner.getModifiers().contains(Modifier.FINAL)
                && owner.getKind() != ElementKind.RECORD;
    }

    private @Nullable ExecutableElement resolve(TypeElement owner, MethodRef call) {
        for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
            if (method.getSimpleName().contentEquals(call.name())
                    && erased.descriptor(method).equals(call.descriptor())) {
                return method;
            }
        }
        if (owner.getSuperclass() instanceof DeclaredType superclass) {
            ExecutableElement inherited = resolve((TypeElement) superclass.asElement(), call);
            if (inherited != null) {
                return inherited;
            }
        }
        for (TypeMirror superinterface : owner.getInterfaces()) {
            if (superinterface instanceof DeclaredType type) {
                ExecutableElement inherited = resolve((TypeElement) type.asElement(), call);
                if (inherited != null) {
                    return inherited;
                }
            }
        }
        return null;
    }

    @Override
    public @Nullable ClassShape shape(String internalName) {
        TypeElement type = classes.find(internalName);
        if (type == null) {
            return null;
        }
        return new ClassShape(
                internalName,
                superName(type, internalName),
                type.getInterfaces().stream().map(erased::internalName).toList(),
                type.getKind().isInterface(),
                isPublic(type.getModifiers()),
                ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                        .map(field -> erased.descriptor(field.asType()))
                        .toList());
    }

    @Override
    public List<String> parts(String internalName) {
        TypeElement type = classes.find(internalName);
        if (type == null) {
            return List.of();
        }
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getModifiers().contains(Modifier.FINAL)
                        && !field.getModifiers().contains(Modifier.STATIC)
                        && field.asType().getKind() == TypeKind.DECLARED)
                .map(field -> (TypeElement) ((DeclaredType) field.asType()).asElement())
                .filter(part -> !part.getModifiers().contains(Modifier.ABSTRACT)
                        && !part.getKind().isInterface())
                .filter(part -> isNear(part, internalName) || isSlot(part))
                .map(erased::internalName)
                .toList();
    }

    private boolean isNear(TypeElement part, String internalName) {
        return Names.packageOf(erased.internalName(part)).equals(Names.packageOf(internalName));
    }

    /** A future of the runtime that another one holds, as a timer. */
    private boolean isSlot(TypeElement part) {
        return erased.internalName(part).startsWith("dev/pollen/")
                && part.getInterfaces().stream()
                        .anyMatch(type -> ResultKind.of(Names.FUTURE, erased.internalName(type)) != null);
    }

    /** As its class file says: to the JVM a protected class is a public one. */
    private static boolean isPublic(Set<Modifier> modifiers) {
        return modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
    }

    private @Nullable String superName(TypeElement type, String internalName) {
        if (type.getSuperclass() instanceof DeclaredType superclass) {
            return erased.internalName(superclass);
        }
        return internalName.equals("java/lang/Object") ? null : "java/lang/Object";
    }
}
