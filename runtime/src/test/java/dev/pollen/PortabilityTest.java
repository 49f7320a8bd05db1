// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.pollen.testing.Bootstraps;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The core can be compiled ahead of time for a machine that has little more than {@code java.lang}: what else it needs it
 * reaches through {@code dev.pollen.platform}, whose classes are replaced there.
 */
final class PortabilityTest {
    private static final String PLATFORM = "dev.pollen.platform";
    private static final Set<String> CORE = Set.of(
            "dev.pollen",
            "dev.pollen.executor",
            "dev.pollen.time",
            "dev.pollen.sync",
            "dev.pollen.futures",
            "dev.pollen.log",
            "dev.pollen.hal");

    /** Overloads for callers that have {@code java.time}; nothing portable calls them. */
    private static final List<String> DURATION_OVERLOADS =
            List.of("dev.pollen.time.Timer.after", "dev.pollen.time.Ticker.every");

    private static final JavaClasses RUNTIME = new ClassFileImporter()
            .importUrl(Future.class.getProtectionDomain().getCodeSource().getLocation());

    /** What a class reaches that a portable one must not. */
    private static Set<String> unportable(JavaClass origin) {
        Set<String> found = new TreeSet<>();
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (!isPortable(target) && !isDurationOverload(dependency)) {
                found.add(dependency.getDescription());
            }
        }
        if (Bootstraps.in(origin.reflect())) {
            found.add(origin.getName() + " links through java.lang.invoke");
        }
        return found;
    }

    private static boolean isPortable(JavaClass target) {
        String name = target.getPackageName();
        return target.isPrimitive()
                || name.equals("java.lang")
                || name.equals("java.lang.annotation")
                || name.equals("dev.pollen.annotations")
                || name.equals("org.jspecify.annotations")
                || name.equals(PLATFORM)
                || CORE.contains(name);
    }

    private static boolean isDurationOverload(Dependency dependency) {
        return dependency.getTargetClass().getName().equals("java.time.Duration")
                && DURATION_OVERLOADS.stream().anyMatch(dependency.getDescription()::contains);
    }

    @Test
    void theCoreReachesNothingButJavaLangAndThePlatform() {
        Set<String> found = new TreeSet<>();
        int classes = 0;
        for (JavaClass origin : RUNTIME) {
            if (CORE.contains(origin.getPackageName())) {
                classes++;
                found.addAll(unportable(origin));
            }
        }
        assertEquals(Set.of(), found);
        assertTrue(classes > 50, "classes were found");
    }

    @Test
    void thePlatformKnowsNothingOfTheCoreButClockExecutorPoolsAndLevel() {
        Set<String> reached = new TreeSet<>();
        for (JavaClass origin : RUNTIME) {
            if (origin.getPackageName().equals(PLATFORM)) {
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    if (CORE.contains(dependency.getTargetClass().getPackageName())) {
                        reached.add(dependency.getTargetClass().getSimpleName());
                    }
                }
            }
        }
        assertEquals(Set.of("Clock", "Executor", "Level", "TaskPools", "VirtualClock"), reached);
    }

    @Test
    void theRuleBites() {
        for (Class<?> bad : List.of(
                Concurrent.class, Lambda.class, Concatenation.class, Fields.class, Extends.class, Records.class)) {
            assertFalse(unportable(new ClassFileImporter().importClass(bad)).isEmpty(), bad::getSimpleName);
        }
        assertEquals(Set.of(), unportable(new ClassFileImporter().importClass(Good.class)));
    }

    private static final class Concurrent {
        Object make() {
            return new java.util.concurrent.atomic.AtomicInteger();
        }
    }

    private static final class Lambda {
        Runnable make(Object kept) {
            return () -> kept.hashCode();
        }
    }

    private static final class Concatenation {
        String make(int number) {
            return "number " + number;
        }
    }

    private static final class Fields {
        java.util.List<String> names;
    }

    private static final class Extends extends java.util.TimerTask {
        @Override
        public void run() {}
    }

    private record Records(int number) {}

    private static final class Good {
        String make(int number) {
            return "number ".concat(Integer.toString(number));
        }
    }
}
