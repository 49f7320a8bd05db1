// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Placed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every public factory of futures in the runtime has a twin that builds the same future in a slot. */
final class PlacedFactoriesTest {
    private final JavaClasses runtime = new ClassFileImporter()
            .importUrl(Future.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void eachTwinHoldsTheRule() {
        List<String> problems = new ArrayList<>();
        int factories = 0;
        for (JavaClass owner : runtime) {
            for (JavaMethod method : owner.getMethods()) {
                if (method.isAnnotatedWith(Placed.class)) {
                    factories++;
                    check(owner, method, problems);
                }
            }
        }
        assertEquals(List.of(), problems);
        assertFalse(factories < 11, "factories were found");
    }

    private static void check(JavaClass owner, JavaMethod factory, List<String> problems) {
        JavaAnnotation<?> placed = factory.getAnnotationOfType(Placed.class.getName());
        JavaClass slot = (JavaClass) placed.get("slot").orElseThrow();
        String by = (String) placed.get("by").orElseThrow();
        String name = factory.getFullName();
        if (!by.equals(factory.getName() + "$in")) {
            problems.add(name + ": the twin is not called " + factory.getName() + "$in");
        }
        List<String> parameters = new ArrayList<>();
        factory.getRawParameterTypes().forEach(type -> parameters.add(type.getName()));
        parameters.add(slot.getName());
        JavaMethod twin =
                owner.tryGetMethod(by, parameters.toArray(new String[0])).orElse(null);
        if (twin == null) {
            problems.add(name + ": no method " + by + parameters);
            return;
        }
        if (!twin.getModifiers().contains(JavaModifier.PUBLIC)
                || twin.getModifiers().contains(JavaModifier.STATIC)
                        != factory.getModifiers().contains(JavaModifier.STATIC)) {
            problems.add(name + ": the twin is not public, or not static as the factory is");
        }
        if (!twin.getRawReturnType().equals(slot)) {
            problems.add(name + ": the twin does not return the slot");
        }
        boolean stream = slot.isAssignableTo(AsyncStream.class);
        if (!stream && !slot.isAssignableTo(Future.class)
                || !slot.getModifiers().contains(JavaModifier.PUBLIC)) {
            problems.add(name + ": the slot is neither a public future nor a public stream");
        }
        if (slot.tryGetConstructor().stream()
                .noneMatch(made -> made.getModifiers().contains(JavaModifier.PUBLIC))) {
            problems.add(name + ": the slot has no public constructor without parameters");
        }
        for (String method : List.of("poll", "cancel")) {
            boolean missing = slot.getAllMethods().stream()
                    .noneMatch(own ->
                            own.getName().equals(method) && !own.getModifiers().contains(JavaModifier.ABSTRACT));
            if (!stream && missing) {
                problems.add(name + ": the slot has no " + method);
            }
        }
    }
}
