// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.log.decode.Argument;
import dev.pollen.log.decode.Hint;
import dev.pollen.log.decode.LineFormat;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * A call that writes a log line, and what has pushed its format and its arguments.
 *
 * @param call the call of a method of {@code Log} or {@code Logger}
 * @param format what pushes the format; null if it is no constant
 * @param inPlace whether that pushes it for the call; otherwise a variable stands between, as where javac empties the stack
 *     because an argument contains a {@code try}
 * @param makers for each argument the one instruction that has pushed it; null where there are several, or a variable
 * @param sources for each argument the one instruction that has made it, variables looked through; null where there are several
 * @param depth how many values are on the stack under the format
 */
public record LogLine(
        MethodInsnNode call,
        @Nullable LdcInsnNode format,
        boolean inPlace,
        List<Optional<AbstractInsnNode>> makers,
        List<Optional<AbstractInsnNode>> sources,
        int depth) {
    private static final List<String> LEVELS = List.of("trace", "debug", "info", "warn", "error");
    private static final String STRING = "Ljava/lang/String;";

    /** Copies the lists. */
    public LogLine {
        makers = List.copyOf(makers);
        sources = List.copyOf(sources);
    }

    /**
     * Whether a call writes a line.
     *
     * @param owner internal name of the class whose method is called
     * @param name the method's name
     * @return whether it is one of the runtime's
     */
    public static boolean isLog(String owner, String name) {
        return (owner.equals(Names.LOG) || owner.equals(Names.LOGGER)) && LEVELS.contains(name);
    }

    /**
     * Finds the lines of a method.
     *
     * @param owner internal name of the class
     * @param method a method as a compiler has written it
     * @return its lines, in their order; those that nothing reaches are left out
     */
    public static List<LogLine> in(String owner, MethodNode method) {
        List<MethodInsnNode> calls = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode call && isLog(call.owner, call.name)) {
                calls.add(call);
            }
        }
        // The class itself hands its arguments on.
        if (calls.isEmpty() || owner.equals(Names.LOG)) {
            return List.of();
        }
        try {
            Makers makers = new Makers();
            Frame<SourceValue>[] frames = new Analyzer<>(makers).analyze(owner, method);
            List<LogLine> lines = new ArrayList<>();
            for (MethodInsnNode call : calls) {
                Frame<SourceValue> frame = frames[method.instructions.indexOf(call)];
                if (frame != null) {
                    lines.add(of(call, frame, makers));
                }
            }
            return lines;
        } catch (AnalyzerException e) {
            throw new IllegalStateException("log lines of " + owner + "." + method.name, e);
        }
    }

    private static LogLine of(MethodInsnNode call, Frame<SourceValue> frame, Makers of) {
        int depth = frame.getStackSize() - Type.getArgumentTypes(call.desc).length;
        List<Optional<AbstractInsnNode>> makers = new ArrayList<>();
        List<Optional<AbstractInsnNode>> sources = new ArrayList<>();
        for (int i = depth + 1; i < frame.getStackSize(); i++) {
            makers.add(Optional.ofNullable(of.inPlace(frame.getStack(i))));
            sources.add(Optional.ofNullable(of.anywhere(frame.getStack(i))));
        }
        AbstractInsnNode format = of.anywhere(frame.getStack(depth));
        boolean constant = format instanceof LdcInsnNode ldc && ldc.cst instanceof String;
        return new LogLine(
                call,
                constant ? (LdcInsnNode) format : null,
                of.inPlace(frame.getStack(depth)) != null,
                makers,
                sources,
                depth);
    }

    /** What makes a parameter. */
    private static final class Parameter extends InsnNode {
        private final Type type;

        Parameter(Type type) {
            super(Opcodes.NOP);
            this.type = type;
        }
    }

    /** Each value has at most one maker, and a mark if it was copied or has been in a variable since. */
    private static final class Makers extends SourceInterpreter {
        private final InsnNode copied = new InsnNode(Opcodes.NOP);

        Makers() {
            super(Opcodes.ASM9);
        }

        @Override
        public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
            return new SourceValue(type.getSize(), new Parameter(type));
        }

        @Override
        public SourceValue copyOperation(AbstractInsnNode insn, SourceValue value) {
            if (value.insns.isEmpty() || value.insns.contains(copied)) {
                return value;
            }
            Set<AbstractInsnNode> marked = new HashSet<>(value.insns);
            marked.add(copied);
            return new SourceValue(value.getSize(), marked);
        }

        @Override
        public SourceValue merge(SourceValue one, SourceValue other) {
            return one.equals(other) ? one : new SourceValue(Math.min(one.getSize(), other.getSize()));
        }

        @Nullable
        AbstractInsnNode inPlace(SourceValue value) {
            return value.insns.contains(copied) ? null : anywhere(value);
        }

        @Nullable
        AbstractInsnNode anywhere(SourceValue value) {
            return value.insns.stream()
                    .filter(insn -> insn != copied)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * The text of the format.
     *
     * @return the text; empty if it is no constant
     */
    public String text() {
        return format == null ? "" : (String) format.cst;
    }

    /**
     * The number of the level.
     *
     * @return 0 for trace to 4 for error
     */
    public int level() {
        return LEVELS.indexOf(call.name);
    }

    /**
     * The call that makes the box of a primitive argument.
     *
     * @param argument its index
     * @return the call of {@code valueOf}; null if the argument is another object
     */
    public @Nullable MethodInsnNode box(int argument) {
        return makers.get(argument).orElse(null) instanceof MethodInsnNode maker
                        && maker.name.equals("valueOf")
                        && Type.getArgumentTypes(maker.desc).length == 1
                        && Type.getArgumentTypes(maker.desc)[0].getSort() < Type.ARRAY
                        && isBox(maker.owner)
                ? maker
                : null;
    }

    private static boolean isBox(String owner) {
        return switch (owner) {
            case "java/lang/Boolean",
                    "java/lang/Byte",
                    "java/lang/Character",
                    "java/lang/Short",
                    "java/lang/Integer",
                    "java/lang/Long",
                    "java/lang/Float",
                    "java/lang/Double" -> true;
            default -> false;
        };
    }

    /**
     * What is wrong with the line.
     *
     * @param method the method that it stands in
     * @return an error; empty if there is none
     */
    public Optional<Finding> check(MethodRef method) {
        if (format == null) {
            return Optional.of(finding(Message.LOG_CONSTANT, method, call.name));
        }
        LineFormat parsed;
        try {
            parsed = LineFormat.parse(text());
        } catch (IllegalArgumentException e) {
            return Optional.of(finding(Message.LOG_FORMAT, method, text(), String.valueOf(e.getMessage())));
        }
        if (parsed.hints().size() != makers.size()) {
            return Optional.of(finding(
                    Message.LOG_FORMAT,
                    method,
                    text(),
                    "has " + count(parsed.hints().size(), "place") + ", and the line has "
                            + count(makers.size(), "argument")));
        }
        for (int i = 0; i < makers.size(); i++) {
            Hint hint = parsed.hints().get(i);
            Type type = type(i);
            if (type != null && !hint.fits(kind(type))) {
                return Optional.of(finding(
                        Message.LOG_FORMAT,
                        method,
                        text(),
                        "shows argument " + (i + 1) + " as " + hint.meantFor() + ", and it is " + type.getClassName()));
            }
        }
        return Optional.empty();
    }

    private static String count(int number, String what) {
        return (number == 0 ? "no" : String.valueOf(number)) + " " + what + (number == 1 ? "" : "s");
    }

    private Finding finding(Message message, MethodRef method, String... arguments) {
        return new Finding(message, List.of(arguments), method, Lines.of(call), call.name);
    }

    /** The type of an argument as far as its maker tells; null if it may be anything. */
    private @Nullable Type type(int argument) {
        MethodInsnNode box = box(argument);
        if (box != null) {
            return Type.getArgumentTypes(box.desc)[0];
        }
        AbstractInsnNode maker = sources.get(argument).orElse(null);
        boolean text = maker instanceof Parameter parameter && parameter.type.equals(Type.getType(STRING))
                || maker instanceof LdcInsnNode ldc && ldc.cst instanceof String
                || maker instanceof MethodInsnNode made && made.desc.endsWith(")" + STRING)
                || maker instanceof InvokeDynamicInsnNode joined && joined.desc.endsWith(")" + STRING)
                || maker instanceof FieldInsnNode field && field.desc.equals(STRING);
        return text ? Type.getType(STRING) : null;
    }

    private static Argument.Kind kind(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> Argument.Kind.BOOLEAN;
            case Type.BYTE -> Argument.Kind.BYTE;
            case Type.SHORT -> Argument.Kind.SHORT;
            case Type.CHAR -> Argument.Kind.CHAR;
            case Type.INT -> Argument.Kind.INT;
            case Type.LONG -> Argument.Kind.LONG;
            case Type.FLOAT -> Argument.Kind.FLOAT;
            case Type.DOUBLE -> Argument.Kind.DOUBLE;
            default -> Argument.Kind.TEXT;
        };
    }
}
