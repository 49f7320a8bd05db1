// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.advice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Where the operands of a method's instructions come from, through variables and casts.
 *
 * <pre>
 *   var guard = lock;            the lock of both calls is the parameter "lock"
 *   guard.lock();
 *   lock.unlock();
 * </pre>
 */
final class Definitions {
    private final InsnList code;
    private final @Nullable Frame<SourceValue>[] frames;

    /** What a parameter is made by. */
    static final class Parameter extends VarInsnNode {
        Parameter(int local) {
            super(Opcodes.ILOAD, local);
        }
    }

    /** Tells parameters and what a handler catches from what no instruction has made. */
    private static final class Makers extends SourceInterpreter {
        Makers() {
            super(Opcodes.ASM9);
        }

        @Override
        public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
            return new SourceValue(type.getSize(), new Parameter(local));
        }

        @Override
        public SourceValue newExceptionValue(TryCatchBlockNode block, Frame<SourceValue> frame, Type type) {
            return new SourceValue(1, block.handler);
        }
    }

    private Definitions(InsnList code, @Nullable Frame<SourceValue>[] frames) {
        this.code = code;
        this.frames = frames;
    }

    /**
     * Looks through a method.
     *
     * @param owner internal name of its class
     * @param method the method
     * @return its definitions
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static Definitions of(String owner, MethodNode method) {
        try {
            return new Definitions(method.instructions, new Analyzer<>(new Makers()).analyze(owner, method));
        } catch (AnalyzerException e) {
            // Code that no compiler writes: nothing is known of it, and it is not for a warning to refuse it.
            return new Definitions(method.instructions, new Frame[method.instructions.size()]);
        }
    }

    /**
     * What makes an operand.
     *
     * @param insn an instruction of the method
     * @param below how many operands lie above it on the stack
     * @return the instructions that may have made it, a {@link Parameter}, or the label of the handler that catches it; empty in
     *     code that nothing reaches
     */
    Set<AbstractInsnNode> operand(AbstractInsnNode insn, int below) {
        Frame<SourceValue> frame = frames[code.indexOf(insn)];
        return frame == null ? Set.of() : makers(frame.getStack(frame.getStackSize() - 1 - below));
    }

    /**
     * What makes an argument of a call.
     *
     * @param call a call of the method
     * @param index the argument's place; -1 for the receiver
     * @return as {@link #operand}
     */
    Set<AbstractInsnNode> argument(MethodInsnNode call, int index) {
        return operand(call, Type.getArgumentTypes(call.desc).length - 1 - index);
    }

    private Set<AbstractInsnNode> makers(SourceValue value) {
        Set<AbstractInsnNode> makers = new LinkedHashSet<>();
        Set<AbstractInsnNode> seen = new LinkedHashSet<>(value.insns);
        Deque<AbstractInsnNode> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            AbstractInsnNode insn = open.remove();
            SourceValue from = copied(insn);
            if (from == null) {
                makers.add(insn);
            } else {
                from.insns.stream().filter(seen::add).forEach(open::add);
            }
        }
        return makers;
    }

    /** What an instruction passes on; null if it makes something. */
    private @Nullable SourceValue copied(AbstractInsnNode insn) {
        if (insn instanceof Parameter || insn.getOpcode() < 0) {
            return null;
        }
        Frame<SourceValue> frame = frames[code.indexOf(insn)];
        if (frame == null) {
            return null;
        }
        return switch (insn.getOpcode()) {
            case Opcodes.ALOAD -> frame.getLocal(((VarInsnNode) insn).var);
            case Opcodes.ASTORE, Opcodes.DUP, Opcodes.CHECKCAST -> frame.getStack(frame.getStackSize() - 1);
            default -> null;
        };
    }

    /**
     * A text that is the same for two expressions of the method only if they name the same variable, field or getter, or the
     * value of the same instruction.
     *
     * @param makers what makes the value
     * @return the text; null where that is not one thing
     */
    @Nullable
    String key(Set<AbstractInsnNode> makers) {
        return key(makers, 0);
    }

    private @Nullable String key(Set<AbstractInsnNode> makers, int depth) {
        if (makers.size() != 1 || depth > 16) {
            return null;
        }
        AbstractInsnNode maker = makers.iterator().next();
        if (maker instanceof Parameter parameter) {
            return "parameter " + parameter.var;
        }
        if (maker instanceof FieldInsnNode field) {
            String of = field.getOpcode() == Opcodes.GETSTATIC ? field.owner : key(operand(field, 0), depth + 1);
            return of == null ? null : of + "." + field.name;
        }
        if (maker instanceof MethodInsnNode call && isGetter(call)) {
            String of = key(argument(call, -1), depth + 1);
            return of == null ? null : of + "." + call.name + "()";
        }
        return "value " + code.indexOf(maker);
    }

    private static boolean isGetter(MethodInsnNode call) {
        return call.getOpcode() != Opcodes.INVOKESTATIC && call.desc.startsWith("()L");
    }
}
