// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.pollen.Future;
import dev.pollen.ReceiverFrames;
import dev.pollen.annotations.Async;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The runtime is not woven, so the dispatch twin of each async method of an interface here is written by hand. */
final class DispatchTwinsTest {
    @Test
    void eachAsyncMethodHasOne() {
        List<String> problems = new ArrayList<>();
        int methods = 0;
        for (JavaClass owner : new ClassFileImporter()
                .importUrl(Future.class.getProtectionDomain().getCodeSource().getLocation())) {
            for (JavaMethod method : owner.getMethods()) {
                if (method.isAnnotatedWith(Async.class)) {
                    methods++;
                    check(owner, method, problems);
                }
            }
        }
        assertEquals(List.of(), problems);
        assertTrue(methods > 30, "methods were found");
    }

    private static void check(JavaClass owner, JavaMethod method, List<String> problems) {
        List<String> parameters = new ArrayList<>();
        method.getRawParameterTypes().forEach(type -> parameters.add(type.getName()));
        parameters.add(ReceiverFrames.class.getName());
        Optional<JavaMethod> twin = owner.tryGetMethod(method.getName() + "$in", parameters.toArray(new String[0]));
        if (!owner.isInterface()) {
            problems.add(method.getFullName() + ": only methods of interfaces can be marked here");
        } else if (twin.isEmpty()
                || !twin.get().getRawReturnType().isEquivalentTo(ReceiverFrames.class)
                || twin.get().getModifiers().contains(JavaModifier.ABSTRACT)) {
            problems.add(method.getFullName() + ": has no default twin");
        }
    }
}
