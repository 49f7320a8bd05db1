// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Dependencies of the processor's packages point one way. */
class LayersTest {
    private static final String ROOT = "dev.pollen.processor";
    private static final String[] FRONT_ENDS = {
        ROOT, ROOT + ".javac..", ROOT + ".cli..", ROOT + ".agent..", ROOT + ".report.."
    };

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void nobodySeesAFrontEnd() {
        rule(noClasses()
                .that()
                .resideOutsideOfPackages(FRONT_ENDS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRONT_ENDS));
    }

    @Test
    void thePassesOfTheWeaverPointOneWay() {
        rule(noClasses()
                .that()
                .resideInAPackage("..weave.analysis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..weave.layout..", "..weave.transform.."));
        rule(noClasses()
                .that()
                .resideInAPackage("..weave.layout..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..weave.transform.."));
        rule(noClasses()
                .that()
                .resideInAPackage("..processor.model..")
                .should()
                .dependOnClassesThat(isOursOutsideModel()));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass>
            isOursOutsideModel() {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                "are ours outside of model",
                type -> type.getPackageName().startsWith(ROOT)
                        && !type.getPackageName().startsWith(ROOT + ".model"));
    }

    @Test
    void asmIsUsedUnderWeaveAlone() {
        rule(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".weave..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.objectweb.asm.."));
    }

    @Test
    void theLanguageModelIsForFrontEndsModelCheckAndWriter() {
        rule(noClasses()
                .that()
                .resideInAPackage(ROOT + ".weave..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.lang.model.."));
    }

    @Test
    void treesAreUsedInThePackageForJavacAlone() {
        rule(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".javac..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.source.."));
    }

    @Test
    void sourceIsWrittenByTheWriterAlone() {
        rule(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".writer", ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.palantir.javapoet.."));
    }

    @Test
    void theDecompilerIsUsedForTheReportAlone() {
        rule(noClasses()
                .that()
                .haveNameNotMatching(".*[.]report[.]Decompilation([$].*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jetbrains.java.decompiler.."));
    }

    /** Nothing but what {@code jdk.compiler} and {@code java.compiler} export. */
    @Test
    void noInternalApiIsUsed() {
        rule(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun.tools..", "jdk.internal..", "sun..", "jdk.vm.."));
    }

    /** What one compilation knows, the next one in the same JVM must not. */
    @Test
    void nothingIsKeptBetweenCompilations() {
        rule(fields().that().areStatic().should().beFinal());
    }

    /** Weaving never runs code of a user: classes are read, not loaded. */
    @Test
    void noClassOfAUserIsLoaded() {
        rule(noClasses()
                .that()
                .resideInAPackage(ROOT + ".weave..")
                .should()
                .callMethod(ClassLoader.class, "loadClass", String.class));
        rule(noClasses()
                .that()
                .resideInAPackage(ROOT + ".weave..")
                .and()
                .doNotHaveSimpleName("ClassFileVote")
                .should()
                .callMethod(Class.class, "forName", String.class));
    }

    @Test
    void packagesHaveNoCycles() {
        rule(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void aBrokenRuleIsSeen() {
        assertTrue(PRODUCT.contain(AsyncProcessor.class));
        ArchRule broken =
                classes().that().resideInAPackage(ROOT + ".model..").should().bePrivate();
        assertThrows(AssertionError.class, () -> broken.check(PRODUCT));
    }

    private void rule(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }
}
