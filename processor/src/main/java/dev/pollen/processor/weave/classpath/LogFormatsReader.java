// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.ClassFile;
import dev.pollen.processor.weave.analysis.ClassMarks;
import dev.pollen.processor.weave.analysis.Lines;
import dev.pollen.processor.weave.analysis.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** Finds the formats of log lines: in what the weaver has kept, else in the code. */
public final class LogFormatsReader {
    private LogFormatsReader() {}

    /**
     * A format and where it stands.
     *
     * @param text its text
     * @param place for example {@code Radio.java:12}; empty where the class file does not say
     */
    public record Found(String text, String place) {}

    /**
     * Reads a class file.
     *
     * @param bytes any class file
     * @return one for each call, in the order of the class file; calls without a constant format are left out
     */
    public static List<Found> read(byte[] bytes) {
        ClassFile file = ClassFile.of(bytes);
        ClassNode marks = file.node(ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        Optional<AnnotationNode> kept = ClassMarks.find(marks.visibleAnnotations, Names.LOG_FORMATS);
        if (kept.isPresent()) {
            return kept(kept.get());
        }
        return AsyncOwner.calls(file.reader(), LogLine::isLog) ? inCode(file.node(ClassReader.SKIP_FRAMES)) : List.of();
    }

    private static List<Found> kept(AnnotationNode formats) {
        List<String> texts = ClassMarks.value(formats, "value", List.of());
        List<Integer> lines = ClassMarks.value(formats, "lines", List.of());
        String file = ClassMarks.value(formats, "file", "");
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            found.add(new Found(texts.get(i), place(file, lines.get(i))));
        }
        return found;
    }

    private static List<Found> inCode(ClassNode node) {
        String file = node.sourceFile == null ? "" : node.sourceFile;
        List<Found> found = new ArrayList<>();
        node.methods.forEach(method -> LogLine.in(node.name, method).forEach(line -> {
            if (line.format() != null) {
                found.add(new Found(line.text(), place(file, Lines.of(line.call()))));
            }
        }));
        return found;
    }

    private static String place(String file, int line) {
        return line == 0 ? file : file + ":" + line;
    }
}
