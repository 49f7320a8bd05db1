// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent, on classes that a build in two steps has left unwoven. */
class AgentTest {
    private static final String WORKED = "worked: 20\n";

    private static Project project;

    @BeforeAll
    static void compile(@TempDir Path directory) {
        project = Project.copy("loaded", directory);
        project.javacWithProcessor("-proc:only", "-s", "src").succeeded();
        project.javac("-proc:none", "-cp", Product.path()).succeeded();
    }

    @Test
    void anOwnerIsWovenWithItsFutureClasses() {
        assertEquals(WORKED, run("", "owner first").succeeded().text());
    }

    @Test
    void aFutureClassMayComeFirst() {
        assertEquals(WORKED, run("", "Future class first").succeeded().text());
    }

    @Test
    void eachClassLoaderHasItsOwn() {
        assertEquals(
                WORKED.repeat(2),
                run(
                                "",
                                "another loader",
                                Product.runtime().toString(),
                                Product.annotations().toString())
                        .succeeded()
                        .text());
    }

    @Test
    void modulesAreWoven(@TempDir Path directory) {
        Project modular = Project.copy("modular", directory);
        modular.javac(
                        "-p",
                        Product.path(),
                        "-processorpath",
                        Product.processor().toString(),
                        "-proc:only",
                        "-s",
                        "src")
                .succeeded();
        modular.javac("-p", Product.path(), "-proc:none").succeeded();
        assertEquals(
                "on\noff\n",
                modular.java(agent(""), "-p", Product.path(modular.classes()), "-m", "modular.app/modular.Blinker")
                        .succeeded()
                        .text());
    }

    /** Nothing of a class runs that has an error, and what has none runs. */
    @Test
    void whatCannotBeWovenThrowsTheReason() {
        run("", "broken")
                .succeeded()
                .says(WORKED)
                .says("loaded.Broken.locked:23: error: POLLEN-003")
                .says(
                        "dev.pollen.NotWovenError: loaded.Broken.locked, which could not be woven when it was loaded (POLLEN-")
                .says(
                        "dev.pollen.NotWovenError: loaded.Broken.sound, which could not be woven when it was loaded (POLLEN-")
                .says("begun: 0");
    }

    /** As the other doors say it; what the task awaits is measured before it is loaded. */
    @Test
    void aTaskThatIsTooLargeThrowsTheReason() {
        run("", "large")
                .succeeded()
                .says("Large.fill(): error: POLLEN-054: a slot of Large.fill takes 96 bytes, 32 for its frame")
                .says("64 bytes of Barrel.fill()")
                .says("dev.pollen.NotWovenError: loaded.Large.fill, which could not be woven when it was loaded");
    }

    /** JaCoCo keeps a variable of its own over each await, so the owner does not fit to the Future class that was there first. */
    @Test
    void anAgentThatHasChangedTheOwnerMeanwhileIsNamed() {
        project.java(
                        JacocoAgent.option("loaded.*", project.file("jacoco.exec")),
                        agent(""),
                        "-cp",
                        Product.path(project.classes()),
                        "loaded.Main",
                        "Future class first")
                .failed()
                .says("POLLEN-059: loaded.Work cannot be woven as it is loaded: another agent has changed it since its"
                        + " Future classes were woven")
                .says("dev.pollen.NotWovenError");
    }

    @Test
    void anAgentThatComesLaterSaysWhatItHasMissed() {
        project.java(
                        "-Djdk.attach.allowAttachSelf=true",
                        "-XX:+EnableDynamicAgentLoading",
                        "-cp",
                        Product.path(project.classes()),
                        "loaded.Main",
                        "attach",
                        Product.processor().toString())
                .succeeded()
                .says("POLLEN-059: loaded.Work cannot be woven as it is loaded: it was there before Pollen's agent")
                .says("dev.pollen.NotWovenError");
    }

    @Test
    void aWrongOptionKeepsTheProgramFromStarting() {
        run("=brew=tea", "owner first").failed().says("there is no setting brew");
        run("=debug=maybe", "owner first").failed().says("debug=maybe is not known: write true or false");
        run("=strong", "owner first").failed().says("does not understand strong: write name=value");
    }

    @Test
    void whatTheUserAsksForIsSaid() {
        run("=alloc=report,debug=true", "owner first")
                .succeeded()
                .says("loaded.Work.work:36: note: POLLEN-036: string concatenation allocates")
                .says(WORKED);
    }

    private static Output run(String options, String... arguments) {
        List<String> all =
                new ArrayList<>(List.of(agent(options), "-cp", Product.path(project.classes()), "loaded.Main"));
        all.addAll(List.of(arguments));
        return project.java(all.toArray(String[]::new));
    }

    private static String agent(String options) {
        return "-javaagent:" + Product.processor() + options;
    }
}
