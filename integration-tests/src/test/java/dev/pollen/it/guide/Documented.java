// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A public type or method of the runtime with its Javadoc, as it stands in the source: {@code sync.Channel}, {@code
 * futures.Futures.select} or {@code Pollen.await}. Reads what the formatter writes, no more of Java.
 *
 * @param file where it stands
 * @param name package, type and method
 * @param declaration from its modifiers to its body
 * @param start where the text of the comment begins in the file
 * @param comment its lines, without the stars
 * @param body the code of a method; empty for a type
 */
record Documented(Path file, String name, String declaration, int start, List<String> comment, String body) {
    private static final Path SOURCES = Path.of("../runtime/src/main/java/dev/pollen");
    private static final Path FORMS = Path.of("../runtime/target/generated-sources/forms/dev/pollen");
    private static final Pattern COMMENT =
            Pattern.compile("^( *)/\\*\\*(.*?)\\*/\\n((?:\\s*//.*\\n)*)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record) (\\w+)");
    private static final Pattern METHOD = Pattern.compile("([\\w$]+)\\(");
    private static final String BEGIN = "<pre>{@code";
    private static final String END = "}</pre>";

    /** All that is public in a package, and in what is made from its sources. */
    static List<Documented> in(String folder) throws IOException {
        List<Documented> all = new ArrayList<>();
        for (Path directory : List.of(SOURCES.resolve(folder), FORMS.resolve(folder))) {
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.list(directory)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        all.addAll(in(folder, file));
                    }
                }
            }
        }
        return all;
    }

    private static List<Documented> in(String folder, Path file) throws IOException {
        String text = Files.readString(file);
        String type = (folder.isEmpty() ? "" : folder + ".")
                + file.getFileName().toString().replace(".java", "");
        List<Documented> found = new ArrayList<>();
        Matcher comments = COMMENT.matcher(text);
        while (comments.find()) {
            String code = withoutAnnotations(text.substring(comments.end()));
            String declaration = code.substring(0, endOfDeclaration(code));
            if (declaration.startsWith("public ") || declaration.startsWith("default ")) {
                boolean top = comments.group(1).isEmpty();
                Matcher name = (top ? TYPE : METHOD).matcher(declaration);
                if (name.find() && (top || !TYPE.matcher(declaration).find())) {
                    found.add(new Documented(
                            file,
                            top ? type : type + "." + name.group(1),
                            declaration,
                            comments.start(2),
                            lines(comments.group(2)),
                            top ? "" : body(code, declaration.length())));
                }
            }
        }
        return found;
    }

    private static String withoutAnnotations(String code) {
        String rest = code.stripLeading();
        while (rest.startsWith("@") && !rest.startsWith("@interface")) {
            int end = 1;
            while (Character.isJavaIdentifierPart(rest.charAt(end)) || rest.charAt(end) == '.') {
                end++;
            }
            if (rest.charAt(end) == '(') {
                end = rest.indexOf(")", end) + 1;
            }
            rest = rest.substring(end).stripLeading();
        }
        return rest;
    }

    private static int endOfDeclaration(String code) {
        int body = code.indexOf('{');
        int end = code.indexOf(';');
        return end < 0 || body >= 0 && body < end ? Math.max(body, 0) : end;
    }

    private static String body(String code, int from) {
        int depth = 0;
        for (int i = from; i < code.length(); i++) {
            depth += code.charAt(i) == '{' ? 1 : code.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return code.substring(from, i);
            }
        }
        return "";
    }

    private static List<String> lines(String comment) {
        return comment.lines()
                .map(line -> line.replaceFirst("^ *\\* ?", "").stripTrailing())
                .toList();
    }

    /** Whether it is a type and no method. */
    boolean isType() {
        return TYPE.matcher(declaration).find();
    }

    /** Its comment, in one line. */
    String text() {
        return String.join(" ", comment);
    }

    /** The blocks of code in its comment. */
    List<List<String>> examples() {
        List<List<String>> blocks = new ArrayList<>();
        for (int i = 0; i < comment.size(); i++) {
            if (comment.get(i).equals(BEGIN)) {
                int end = i + comment.subList(i, comment.size()).indexOf(END);
                blocks.add(comment.subList(i + 1, end));
                i = end;
            }
        }
        return blocks;
    }

    /** Writes an example into the source: in the place of the one that is there, else after the first paragraph. */
    void write(List<String> example) throws IOException {
        String text = Files.readString(file);
        String star = isType() ? " *" : "     *";
        StringBuilder block = new StringBuilder(star + " " + BEGIN + "\n");
        example.forEach(
                line -> block.append((star + " " + line).stripTrailing()).append("\n"));
        block.append(star).append(" ").append(END).append("\n");
        int end = text.indexOf("*/", start);
        int begin = text.indexOf(star + " " + BEGIN + "\n", start);
        String after;
        if (begin >= 0 && begin < end) {
            after = text.substring(text.indexOf(END, begin) + END.length() + 1);
        } else {
            Matcher next = Pattern.compile("^" + Pattern.quote(star) + "( <p>.*|)\\n|^ *\\*/", Pattern.MULTILINE)
                    .matcher(text);
            if (!next.find(start) || next.start() > end) {
                throw new IllegalStateException(name + ": a comment of one line has no room for an example");
            }
            begin = next.start();
            block.insert(0, star + "\n");
            after = text.substring(begin);
        }
        Files.writeString(file, text.substring(0, begin) + block + after);
    }
}
