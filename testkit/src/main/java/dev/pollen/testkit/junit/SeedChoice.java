// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the seed of a test: the property, else the mark of its method, of its class, or of a class around that. */
final class SeedChoice {
    private SeedChoice() {}

    /** The seed; null for a test that is not marked. */
    static @Nullable Long of(ExtensionContext context) {
        Optional<Seed> mark = Optional.empty();
        Optional<ExtensionContext> level = Optional.of(context);
        while (mark.isEmpty() && level.isPresent()) {
            Optional<AnnotatedElement> element = level.get().getElement();
            mark = element.flatMap(marked -> AnnotationSupport.findAnnotation(marked, Seed.class));
            level = level.get().getParent();
        }
        return mark.map(SeedChoice::valueOf).orElse(null);
    }

    private static Long valueOf(Seed mark) {
        String property = System.getProperty(PollenExtension.SEED_PROPERTY);
        if (property != null) {
            return parse(property);
        }
        long[] values = mark.value();
        if (values.length > 1) {
            throw new ExtensionConfigurationException("@Seed has " + values.length
                    + " values and a test runs once: give it one, or none and repeat the test with @RepeatedTest");
        }
        return values.length == 1 ? values[0] : ThreadLocalRandom.current().nextLong();
    }

    private static Long parse(String property) {
        try {
            return Long.valueOf(property.trim());
        } catch (NumberFormatException e) {
            throw new ExtensionConfigurationException("the system property " + PollenExtension.SEED_PROPERTY
                    + " must be a whole number, a seed that a failed test has said, and is \"" + property + "\"");
        }
    }
}
