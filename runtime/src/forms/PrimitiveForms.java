// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes {@code IntChannel} and {@code LongChannel} from {@code Channel}, and so on: the same source with a primitive type
 * in place of {@code T}. The build runs it before it compiles, {@code java PrimitiveForms.java SOURCES TARGET}; what it
 * makes is compiled, documented and tested like everything else, and never edited.
 *
 * <pre>
 *   public T tryReceiveOr(T otherwise)               public int tryReceiveOr(int otherwise)
 *   public Future&lt;T&gt; receive()                       public Future.OfInt receive()
 *   public T get() { return notTaken(value); }       public int getAsInt() { return value; }
 *   value = null;
 *   // form: objects  ..  // form: all               left out: what only makes sense where there is null
 *   public T take() { .. }                           left out: a primitive is copied, there is nothing to let go
 * </pre>
 *
 * <p>A source asks for it by a line {@code // forms: int, long}. The rules are an ordered list over the text. A source that
 * they do not cover fails the build: no {@code T} may be left, and no primitive may become an argument of a type.
 */
final class PrimitiveForms {
    /** What is made, as a primitive type, the prefix of the classes, and the name in {@code Future}. */
    private record Form(String type, String prefix) {}

    private static final List<Form> FORMS = List.of(new Form("int", "Int"), new Form("long", "Long"));

    /** A rewriting of text; {@code #} stands for the type and {@code @} for the prefix. */
    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String pattern, String replacement) {
            return new Rule(Pattern.compile(pattern, Pattern.MULTILINE), replacement);
        }

        String apply(String text, Form form) {
            String to = replacement.replace("#", form.type).replace("@", form.prefix);
            return pattern.matcher(text).replaceAll(to);
        }
    }

    private static final List<Rule> RULES = List.of(
            // What only objects have.
            Rule.of("^ *// form: objects\\n(?s:.*?)^ *// form: all\\n", ""),
            Rule.of("^ *([\\w.]+\\.)?\\w+(\\[\\w+\\])? = null; *// for the collector\\n", ""),
            Rule.of("\\b(\\w+\\.)?(notNull|notTaken)\\((\\w+)\\)", "$3"),
            Rule.of("^ *@SuppressWarnings\\(\"unchecked\"\\).*\\n", ""),
            Rule.of("\\(T\\) ", ""),
            Rule.of("^( *)@Override\\n *public T take\\(\\) \\{\\n(?s:.*?)^\\1}\\n\\n", ""),
            // In comments.
            Rule.of("^ *\\* @param <T> .*\\n", ""),
            Rule.of("^ *\\* @throws NullPointerException if the \\w+ is null\\n", ""),
            Rule.of("^ *\\* Null is a \\{@link NullPointerException}\\.\\n", ""),
            Rule.of("^ *\\*\\n( *\\*/)", "$1"),
            // Types: Future<T> is a class of its own, others lose their parameter.
            Rule.of("(@Nullable) Future<T>", "Future.$1 Of@"),
            Rule.of("\\bFuture<(\\? extends )?T>", "Future.Of@"),
            Rule.of("\\bstatic <T extends @Nullable Object> ", "static "),
            Rule.of("<T extends @Nullable Object>", ""),
            Rule.of("<T extends @Nullable Object, ", "<"),
            Rule.of("(\\w<)T, ", "$1"),
            Rule.of("\\.<T>", "."),
            Rule.of("\\)\\.get\\(\\)", ").getAs@()"),
            Rule.of("\\bpublic T get\\(\\)", "public # getAs@()"),
            Rule.of("@Nullable Object\\[\\]", "#[]"),
            Rule.of("new Object\\[", "new #["),
            Rule.of("@Nullable T\\b", "#"),
            Rule.of("\\b(static|class|interface) <T> ", "$1 "),
            Rule.of("(?<!WaitList)(<T>|<>)", ""),
            Rule.of("\\bT\\b", "#"));

    private static final Pattern LEFT_OVER = Pattern.compile(".*(\\bT\\b|<(int|long)\\b|// form|= null; // for).*");

    private PrimitiveForms() {}

    public static void main(String[] args) throws IOException {
        Path sources = Path.of(args[0]);
        Path target = Path.of(args[1]);
        for (Path source : annotated(sources)) {
            String text = Files.readString(source);
            for (Form form : FORMS) {
                Path file = target.resolve(sources.relativize(source))
                        .resolveSibling(form.prefix + source.getFileName());
                writeIfNew(file, made(text, source.getFileName().toString(), form, names(sources)));
            }
        }
    }

    /** Sources that say so in a line of their own: {@code // forms: int, long}. */
    private static List<Path> annotated(Path sources) throws IOException {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(PrimitiveForms::hasForms)
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasForms(Path file) {
        try {
            return Files.readString(file).contains("\n" + MARK + "\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final String MARK = "// forms: int, long";

    /** The classes that have forms: where one is named in another, its form is meant. */
    private static String names(Path sources) throws IOException {
        return String.join(
                "|",
                annotated(sources).stream()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .toList());
    }

    private static String made(String source, String file, Form form, String names) {
        String text = source.replace(MARK, "// Made from " + file + " by PrimitiveForms: change it there.");
        for (Rule rule : RULES) {
            text = rule.apply(text, form);
        }
        text = text.replaceAll("(?<!Made from )\\b(" + names + ")\\b", form.prefix + "$1");
        text = withoutUnusedImports(text);
        Matcher left = LEFT_OVER.matcher(text);
        if (left.find()) {
            throw new IllegalStateException(file + ": no rule makes an " + form.type + " form of this line, see"
                    + " PrimitiveForms:\n" + left.group().strip());
        }
        return text;
    }

    private static String withoutUnusedImports(String source) {
        Matcher imports = Pattern.compile("^import [\\w.]+\\.(\\w+);\\n", Pattern.MULTILINE).matcher(source);
        return imports.replaceAll(found -> Pattern.compile("\\b" + found.group(1) + "\\b(?!;)")
                        .matcher(source)
                        .find()
                ? found.group()
                : "");
    }

    private static void writeIfNew(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
