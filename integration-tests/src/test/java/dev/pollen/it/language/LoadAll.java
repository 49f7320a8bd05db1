// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program that loads all classes below a directory, and runs none. */
public final class LoadAll {
    private LoadAll() {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        List<String> names;
        try (Stream<Path> files = Files.walk(directory)) {
            names = files.map(file -> directory.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .sorted()
                    .map(file -> file.substring(0, file.length() - 6).replace(File.separatorChar, '.'))
                    .toList();
        }
        for (String name : names) {
            Class.forName(name, false, LoadAll.class.getClassLoader());
        }
        System.out.println("loaded");
    }
}
