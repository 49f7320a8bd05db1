// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.verify;

import dev.pollen.processor.model.Library;
import dev.pollen.processor.weave.analysis.ClassFile;
import dev.pollen.processor.weave.analysis.FrameTypes;
import dev.pollen.processor.weave.analysis.TypeValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Walks each method against the frames that its class file has, the way the JVM's type checker will (JVMS 4.10.1): where
 * code goes on, jumps or throws, what is there must fit what the frame says.
 */
public final class FrameCheck {
    private final Assignability assignability;
    private final ClassNode owner;
    private final MethodNode method;
    private final InsnList code;
    private final FrameTypes types;
    private final List<String> problems = new ArrayList<>();

    private FrameCheck(Library library, ClassNode owner, MethodNode method) {
        this.assignability = new Assignability(library);
        this.owner = owner;
        this.method = method;
        this.code = method.instructions;
        this.types = FrameTypes.of(method, entry());
    }

    /**
     * Checks a class.
     *
     * @param bytes the class file
     * @param library where its superclasses and others are looked up
     * @return what is wrong, by method; empty if nothing is
     */
    public static Map<String, List<String>> check(byte[] bytes, Library library) {
        ClassNode owner = ClassFile.of(bytes).node(ClassReader.EXPAND_FRAMES);
        Map<String, List<String>> problems = new LinkedHashMap<>();
        for (MethodNode method : owner.methods) {
            if (method.instructions.size() > 0) {
                List<String> found = checkMethod(library, owner, method);
                if (!found.isEmpty()) {
                    problems.put(method.name + method.desc, found);
                }
            }
        }
        return problems;
    }

    private static List<String> checkMethod(Library library, ClassNode owner, MethodNode method) {
        try {
            FrameCheck check = new FrameCheck(library, owner, method);
            check.run();
            return check.problems;
        } catch (IllegalStateException | ClassCastException | IndexOutOfBoundsException e) {
            return List.of("cannot be followed: " + e);
        }
    }

    private List<TypeValue> entry() {
        List<TypeValue> locals = new ArrayList<>();
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            locals.add(TypeValue.reference(owner.name));
        }
        for (Type type : Type.getArgumentTypes(method.desc)) {
            locals.add(TypeValue.of(type));
            if (type.getSize() == 2) {
                locals.add(TypeValue.TOP);
            }
        }
        return locals;
    }

    private void run() {
        Map<AbstractInsnNode, List<TryCatchBlockNode>> ranges = ranges();
        for (int i = 0; i < code.size(); i++) {
            AbstractInsnNode insn = code.get(i);
            Frame<TypeValue> before = types.before(insn);
            if (insn.getOpcode() < 0) {
                continue;
            }
            if (before == null) {
                problem(i, "follows a jump and has no frame");
                continue;
            }
            checkOperands(i, insn, before);
            for (TryCatchBlockNode range : ranges.getOrDefault(insn, List.of())) {
                checkHandler(i, before, range);
            }
            Frame<TypeValue> after = after(insn, before);
            targets(insn).forEach(target -> checkFlow(code.indexOf(insn), after, frameAt(target), "jumps"));
            if (!FrameTypes.endsPath(insn.getOpcode())) {
                checkFallThrough(i, after);
            }
        }
    }

    private Map<AbstractInsnNode, List<TryCatchBlockNode>> ranges() {
        Map<AbstractInsnNode, List<TryCatchBlockNode>> ranges = new HashMap<>();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            for (AbstractInsnNode insn = block.start; insn != null && insn != block.end; insn = insn.getNext()) {
                if (insn.getOpcode() >= 0) {
                    ranges.computeIfAbsent(insn, r -> new ArrayList<>()).add(block);
                }
            }
        }
        return ranges;
    }

    private static List<LabelNode> targets(AbstractInsnNode insn) {
        List<LabelNode> targets = new ArrayList<>();
        if (insn instanceof JumpInsnNode jump) {
            targets.add(jump.label);
        } else if (insn instanceof TableSwitchInsnNode table) {
            targets.addAll(table.labels);
            targets.add(table.dflt);
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            targets.addAll(lookup.labels);
            targets.add(lookup.dflt);
        }
        return targets;
    }

    /** What holds after an instruction: for a jump what it leaves, else what the next one starts with. */
    private Frame<TypeValue> after(AbstractInsnNode insn, Frame<TypeValue> before) {
        return FrameTypes.after(before, insn);
    }

    private @Nullable Frame<TypeValue> frameAt(LabelNode label) {
        for (AbstractInsnNode insn = label; insn != null && insn.getOpcode() < 0; insn = insn.getNext()) {
            if (insn instanceof FrameNode) {
                return types.before(insn);
            }
        }
        return null;
    }

    private void checkFallThrough(int index, Frame<TypeValue> after) {
        AbstractInsnNode next = code.get(index).getNext();
        boolean declared = false;
        while (next != null && next.getOpcode() < 0) {
            declared |= next instanceof FrameNode;
            next = next.getNext();
        }
        if (next == null) {
            problem(index, "falls off the end of the code");
        } else if (declared) {
            checkFlow(index, after, types.before(next), "goes on");
        }
    }

    private void checkFlow(int index, Frame<TypeValue> from, @Nullable Frame<TypeValue> to, String how) {
        if (to == null) {
            problem(index, how + " to a place without a frame");
            return;
        }
        for (int i = 0; i < to.getLocals(); i++) {
            expect(index, from.getLocal(i), to.getLocal(i), how + ", local " + i);
        }
        if (from.getStackSize() != to.getStackSize()) {
            problem(index, how + " with " + from.getStackSize() + " on the stack to " + to.getStackSize());
            return;
        }
        for (int i = 0; i < to.getStackSize(); i++) {
            expect(index, from.getStack(i), to.getStack(i), how + ", stack " + i);
        }
    }

    private void checkHandler(int index, Frame<TypeValue> from, TryCatchBlockNode range) {
        Frame<TypeValue> handler = frameAt(range.handler);
        if (handler == null || handler.getStackSize() != 1) {
            problem(index, "throws to a place without a handler's frame");
            return;
        }
        for (int i = 0; i < handler.getLocals(); i++) {
            expect(index, from.getLocal(i), handler.getLocal(i), "throws, local " + i);
        }
        TypeValue caught = TypeValue.reference(range.type == null ? "java/lang/Throwable" : range.type);
        expect(index, caught, handler.getStack(0), "throws, exception");
    }

    private void checkOperands(int index, AbstractInsnNode insn, Frame<TypeValue> before) {
        int top = before.getStackSize() - 1;
        if (insn instanceof MethodInsnNode call) {
            Type[] arguments = Type.getArgumentTypes(call.desc);
            for (int i = 0; i < arguments.length; i++) {
                TypeValue given = before.getStack(top - arguments.length + 1 + i);
                expect(index, given, TypeValue.of(arguments[i]), call.name + ", argument " + i);
            }
            if (call.getOpcode() != Opcodes.INVOKESTATIC && !call.name.equals("<init>")) {
                expect(
                        index,
                        before.getStack(top - arguments.length),
                        TypeValue.reference(call.owner),
                        call.name + ", receiver");
            }
        } else if (insn instanceof FieldInsnNode field) {
            boolean put = field.getOpcode() == Opcodes.PUTFIELD || field.getOpcode() == Opcodes.PUTSTATIC;
            if (put) {
                expect(index, before.getStack(top), TypeValue.of(Type.getType(field.desc)), field.name);
            }
            boolean instance = field.getOpcode() == Opcodes.GETFIELD || field.getOpcode() == Opcodes.PUTFIELD;
            if (instance && !method.name.equals("<init>")) {
                expect(
                        index,
                        before.getStack(put ? top - 1 : top),
                        TypeValue.reference(field.owner),
                        field.name + ", owner");
            }
        } else if (insn instanceof VarInsnNode access) {
            checkLocal(index, access, before);
        } else if (insn.getOpcode() == Opcodes.ARETURN) {
            expect(index, before.getStack(top), TypeValue.of(Type.getReturnType(method.desc)), "return");
        } else if (insn.getOpcode() == Opcodes.ATHROW) {
            expect(index, before.getStack(top), TypeValue.reference("java/lang/Throwable"), "throw");
        }
    }

    private void checkLocal(int index, VarInsnNode access, Frame<TypeValue> before) {
        TypeValue local = before.getLocal(access.var);
        boolean fits = switch (access.getOpcode()) {
            case Opcodes.ILOAD -> local.equals(TypeValue.INT);
            case Opcodes.LLOAD -> local.equals(TypeValue.LONG);
            case Opcodes.FLOAD -> local.equals(TypeValue.FLOAT);
            case Opcodes.DLOAD -> local.equals(TypeValue.DOUBLE);
            case Opcodes.ALOAD -> local.isReference() || local.creation() != null;
            default -> true;
        };
        if (!fits) {
            problem(index, "loads local " + access.var + ", which is " + local);
        }
    }

    private void expect(int index, TypeValue given, TypeValue expected, String what) {
        if (!assignability.test(given, expected)) {
            problem(index, what + ": " + given + " where " + expected + " is expected");
        }
    }

    private void problem(int index, String text) {
        problems.add("instruction " + index + " (opcode "
                + Objects.requireNonNull(code.get(index)).getOpcode() + ") " + text);
    }
}
