// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public names and signatures: programs that were written against them compile and run. */
class ContractTest {
    private static final String STORY = """
            0 ms c111.0111111.0true
            3 ms two
            4 ms twoPrecise
            7 ms two blocks
            9 ms prim block 6
            14 ms late block 1x
            1014 ms block reads 3
            1015 ms prim 1
            1020 ms late 11
            2020 ms reads 3
            2020 ms nested c
            2020 ms sum 3
            2021 ms mutex
            2021 ms channel x
            7021 ms index 2
            7021 ms toggles 15
            blockOn 1
            """;

    @TempDir
    private Path directory;

    @Test
    void signaturesFit() {
        compile("Uses.java", "-cp", Product.path(), "-proc:none");
    }

    @Test
    void usesInAsyncMethodsRunOnAVirtualClock() {
        compile(
                "WovenUses.java",
                "-cp",
                Product.path(),
                "-processorpath",
                Product.processor().toString());
        Output output = Jdk.java(directory, List.of("-cp", Product.path(directory), "WovenUses"));
        assertEquals(STORY, output.succeeded().text());
    }

    private void compile(String name, String... options) {
        Path source = Project.resource("/contract/" + name);
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-d", directory.toString(), source.toString()));
        Jdk.javac(directory, arguments).succeeded();
    }
}
