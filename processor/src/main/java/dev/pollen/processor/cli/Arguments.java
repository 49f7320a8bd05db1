// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments that commands have in common: {@code [--class-path PATH] DIR}.
 *
 * @param directory where the class files are
 * @param classPath where other classes are looked up: the directory, and then what the user said
 */
record Arguments(Path directory, List<Path> classPath) {
    static Arguments parse(String command, List<String> args) {
        List<Path> entries = new ArrayList<>();
        Path directory = null;
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--class-path") && i + 1 < args.size()) {
                i++;
                Arrays.stream(args.get(i).split(File.pathSeparator))
                        .map(Path::of)
                        .forEach(entries::add);
            } else if (arg.startsWith("-") || directory != null) {
                throw new UsageException(command + " does not understand " + arg);
            } else {
                directory = Path.of(arg);
            }
        }
        if (directory == null) {
            throw new UsageException(command + " needs a directory with class files");
        }
        if (!Files.isDirectory(directory)) {
            throw new UsageException(command + " needs a directory with class files, and " + directory + " is none");
        }
        entries.add(0, directory);
        return new Arguments(directory, entries);
    }
}
