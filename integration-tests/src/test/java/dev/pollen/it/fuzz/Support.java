// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import dev.pollen.it.language.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What all programs need, compiled once: with leaves that are placed in frames, and with leaves on the heap. */
final class Support {
    private final Path placed;
    private final Path onHeap;

    Support(Path directory) {
        List<Path> sources = new ArrayList<>(Build.sources("box/support"));
        sources.addAll(Build.sources("fuzz/support"));
        placed = new Build(directory.resolve("placed")).compilePlain(sources).classes();
        onHeap = new Build(directory.resolve("heap"))
                .compilePlain(withoutPlacement(sources, directory.resolve("sources")))
                .classes();
    }

    Path classes(Variant variant) {
        return variant.isPlaced() ? placed : onHeap;
    }

    private static List<Path> withoutPlacement(List<Path> sources, Path directory) {
        try {
            Files.createDirectories(directory);
            List<Path> copies = new ArrayList<>();
            for (Path file : sources) {
                List<String> lines = Files.readAllLines(file).stream()
                        .filter(line -> !line.strip().startsWith("@Placed("))
                        .toList();
                copies.add(Files.write(directory.resolve(file.getFileName()), lines));
            }
            return copies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
