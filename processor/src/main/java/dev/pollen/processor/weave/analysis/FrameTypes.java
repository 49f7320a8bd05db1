// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The verification types of locals and stack before each instruction of a method.
 *
 * <p>One pass in the order of the code, the way a type-checking verifier goes (JVMS 4.10.1): a frame of the
 * StackMapTable replaces what was known, every other instruction changes what was known before it. So nothing is
 * merged, no common superclass is looked up and no class is loaded; what javac wrote is what holds.
 */
public final class FrameTypes {
    private final Map<AbstractInsnNode, Frame<TypeValue>> before;

    private FrameTypes(Map<AbstractInsnNode, Frame<TypeValue>> before) {
        this.before = before;
    }

    /**
     * Walks a method.
     *
     * @param method a method whose frames are expanded
     * @param entry the locals at its first instruction, one entry per slot
     * @return the types
     */
    public static FrameTypes of(MethodNode method, List<TypeValue> entry) {
        InsnList code = method.instructions;
        Map<AbstractInsnNode, Frame<TypeValue>> before = new IdentityHashMap<>();
        TypeInterpreter interpreter = new TypeInterpreter();
        Frame<TypeValue> current = new Frame<>(method.maxLocals, method.maxStack + 8);
        for (int i = 0; i < method.maxLocals; i++) {
            current.setLocal(i, i < entry.size() ? entry.get(i) : TypeValue.TOP);
        }
        boolean reachable = true;
        for (AbstractInsnNode insn : code) {
            if (insn instanceof FrameNode declared) {
                current = declared(declared, method, entry);
                reachable = true;
            }
            if (reachable) {
                before.put(insn, current);
            }
            if (insn.getOpcode() < 0 || !reachable) {
                continue;
            }
            current = new Frame<>(current);
            step(current, insn, interpreter);
            reachable = !endsPath(insn.getOpcode());
        }
        return new FrameTypes(before);
    }

    /**
     * What holds right after an instruction.
     *
     * @param before what holds before it
     * @param insn an instruction, not a label, frame or line
     * @return the types after it; for one that ends its path, what its targets start with
     */
    public static Frame<TypeValue> after(Frame<TypeValue> before, AbstractInsnNode insn) {
        Frame<TypeValue> after = new Frame<>(before);
        step(after, insn, new TypeInterpreter());
        return after;
    }

    private static void step(Frame<TypeValue> frame, AbstractInsnNode insn, TypeInterpreter interpreter) {
        TypeInsnNode constructed = insn instanceof MethodInsnNode call && call.name.equals("<init>")
                ? receiver(frame, call).creation()
                : null;
        try {
            frame.execute(insn, interpreter);
        } catch (AnalyzerException | IndexOutOfBoundsException e) {
            throw new IllegalStateException("instruction " + insn.getOpcode() + " on " + frame, e);
        }
        if (constructed != null) {
            TypeValue made = TypeValue.reference(constructed.desc);
            for (int i = 0; i < frame.getLocals(); i++) {
                if (frame.getLocal(i).creation() == constructed) {
                    frame.setLocal(i, made);
                }
            }
            for (int i = 0; i < frame.getStackSize(); i++) {
                if (frame.getStack(i).creation() == constructed) {
                    frame.setStack(i, made);
                }
            }
        }
    }

    private static TypeValue receiver(Frame<TypeValue> frame, MethodInsnNode call) {
        int arguments = Type.getArgumentTypes(call.desc).length;
        return frame.getStack(frame.getStackSize() - arguments - 1);
    }

    private static Frame<TypeValue> declared(FrameNode node, MethodNode method, List<TypeValue> entry) {
        Frame<TypeValue> frame = new Frame<>(method.maxLocals, method.maxStack + 8);
        int slot = 0;
        for (Object type : node.local) {
            TypeValue value = value(type, entry);
            frame.setLocal(slot++, value);
            if (value.getSize() == 2) {
                frame.setLocal(slot++, TypeValue.TOP);
            }
        }
        while (slot < method.maxLocals) {
            frame.setLocal(slot++, TypeValue.TOP);
        }
        if (node.stack != null) {
            for (Object type : node.stack) {
                frame.push(value(type, entry));
            }
        }
        return frame;
    }

    private static TypeValue value(Object type, List<TypeValue> entry) {
        if (type instanceof String name) {
            return TypeValue.reference(name);
        } else if (type instanceof LabelNode label) {
            AbstractInsnNode next = label;
            while (next.getOpcode() < 0) {
                next = next.getNext();
            }
            return TypeValue.uninitialized((TypeInsnNode) next);
        } else if (type == Opcodes.INTEGER) {
            return TypeValue.INT;
        } else if (type == Opcodes.LONG) {
            return TypeValue.LONG;
        } else if (type == Opcodes.FLOAT) {
            return TypeValue.FLOAT;
        } else if (type == Opcodes.DOUBLE) {
            return TypeValue.DOUBLE;
        } else if (type == Opcodes.NULL) {
            return TypeValue.NULL;
        } else if (type == Opcodes.UNINITIALIZED_THIS) {
            // A constructor before its call of super(..) or this(..): for us it is what it will be.
            return entry.get(0);
        }
        return TypeValue.TOP;
    }

    /**
     * Whether an instruction is never followed by the next one.
     *
     * @param opcode its opcode
     * @return true for jumps, switches, returns and throws
     */
    public static boolean endsPath(int opcode) {
        return switch (opcode) {
            case Opcodes.GOTO,
                    Opcodes.TABLESWITCH,
                    Opcodes.LOOKUPSWITCH,
                    Opcodes.IRETURN,
                    Opcodes.LRETURN,
                    Opcodes.FRETURN,
                    Opcodes.DRETURN,
                    Opcodes.ARETURN,
                    Opcodes.RETURN,
                    Opcodes.ATHROW -> true;
            default -> false;
        };
    }

    /**
     * The types before an instruction, as they were when the method was walked.
     *
     * @param insn an instruction of the method
     * @return the frame; null if the instruction cannot be reached
     */
    public @Nullable Frame<TypeValue> before(AbstractInsnNode insn) {
        return before.get(insn);
    }

    /**
     * The locals before an instruction, one entry per slot.
     *
     * @param insn a reachable instruction of the method
     * @return the types of the locals
     */
    public List<TypeValue> locals(AbstractInsnNode insn) {
        Frame<TypeValue> frame = Objects.requireNonNull(before(insn));
        List<TypeValue> locals = new ArrayList<>();
        for (int i = 0; i < frame.getLocals(); i++) {
            locals.add(frame.getLocal(i));
        }
        return locals;
    }

    /**
     * What is on top of the stack before an instruction.
     *
     * @param insn a reachable instruction of the method that takes something from the stack
     * @return its type
     */
    public TypeValue top(AbstractInsnNode insn) {
        Frame<TypeValue> frame = Objects.requireNonNull(before(insn));
        return frame.getStack(frame.getStackSize() - 1);
    }
}
