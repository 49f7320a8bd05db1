// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.weave.analysis.Body;
import dev.pollen.processor.weave.analysis.Calls;
import dev.pollen.processor.weave.analysis.FrameTypes;
import dev.pollen.processor.weave.analysis.TypeValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Moves the creation of an object behind the awaits among its constructor's arguments: what is not constructed can be
 * stored nowhere.
 *
 * <pre>
 *   new A(await(f), 1)     new A                     new A; pop          // initialises A where Java does
 *                          dup                       aconst_null
 *                          (f) await          --&gt;    dup
 *                          iconst_1                  (f) await; iconst_1
 *                          invokespecial A.&lt;init&gt;    istore t1; astore t0; pop; pop
 *                                                    new A; dup; aload t0; iload t1
 *                                                    invokespecial A.&lt;init&gt;
 * </pre>
 *
 * <p>{@code null} stands for the object until then, in each copy on the stack and in locals, so it is kept over no
 * await. javac makes copies in locals where an argument is a {@code switch} with a {@code try} inside.
 */
public final class UnfinishedObjects {
    private final Body body;
    private final MethodNode method;
    private final FrameTypes types;
    private final int temporariesBase;
    private int temporariesTop;

    private UnfinishedObjects(Body body) {
        this.body = body;
        this.method = body.method();
        this.types = body.types();
        this.temporariesBase = method.maxLocals;
        this.temporariesTop = temporariesBase;
    }

    /**
     * Changes a body; does nothing where no await has an unfinished object under it.
     *
     * @param body the body
     */
    public static void apply(Body body) {
        new UnfinishedObjects(body).run();
    }

    private void run() {
        Set<TypeInsnNode> unfinished = new LinkedHashSet<>();
        for (AbstractInsnNode insn : method.instructions) {
            Frame<TypeValue> at = Calls.isSuspension(insn) ? types.before(insn) : null;
            if (at != null) {
                values(at).stream()
                        .map(TypeValue::creation)
                        .filter(Objects::nonNull)
                        .forEach(unfinished::add);
            }
        }
        if (unfinished.isEmpty()) {
            return;
        }
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            Frame<TypeValue> at = types.before(insn);
            if (insn instanceof FrameNode frame) {
                forget(frame, unfinished);
            } else if (insn instanceof MethodInsnNode call && call.name.equals("<init>") && at != null) {
                TypeInsnNode creation = receiver(at, call).creation();
                if (creation != null && unfinished.contains(creation)) {
                    construct(call, at, creation);
                }
            }
        }
        body.newLocal(temporariesTop - temporariesBase);
        method.maxStack += 4;
        for (TypeInsnNode creation : unfinished) {
            method.instructions.insert(
                    creation, new Code().op(Opcodes.POP).op(Opcodes.ACONST_NULL).insns());
        }
    }

    private static List<TypeValue> values(Frame<TypeValue> frame) {
        List<TypeValue> values = new ArrayList<>();
        for (int i = 0; i < frame.getLocals(); i++) {
            values.add(frame.getLocal(i));
        }
        for (int i = 0; i < frame.getStackSize(); i++) {
            values.add(frame.getStack(i));
        }
        return values;
    }

    private static TypeValue receiver(Frame<TypeValue> frame, MethodInsnNode call) {
        return frame.getStack(frame.getStackSize() - Type.getArgumentTypes(call.desc).length - 1);
    }

    private static void forget(FrameNode frame, Set<TypeInsnNode> unfinished) {
        frame.local.replaceAll(type -> isOneOf(type, unfinished) ? Opcodes.NULL : type);
        frame.stack.replaceAll(type -> isOneOf(type, unfinished) ? Opcodes.NULL : type);
    }

    private static boolean isOneOf(Object type, Set<TypeInsnNode> unfinished) {
        if (!(type instanceof LabelNode label)) {
            return false;
        }
        AbstractInsnNode next = label;
        while (next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next instanceof TypeInsnNode creation && unfinished.contains(creation);
    }

    private void construct(MethodInsnNode call, Frame<TypeValue> at, TypeInsnNode creation) {
        int receiver = at.getStackSize() - Type.getArgumentTypes(call.desc).length - 1;
        int lowest = receiver;
        while (contains(at, 0, lowest, creation)) {
            lowest--;
        }
        int next = temporariesBase;
        Code before = new Code();
        int[] temporaries = new int[at.getStackSize()];
        for (int i = at.getStackSize() - 1; i >= lowest; i--) {
            TypeValue value = at.getStack(i);
            if (value.creation() != null || value.isNull()) {
                before.op(Opcodes.POP);
            } else {
                temporaries[i] = next;
                next += value.getSize();
                before.store(value, temporaries[i]);
            }
        }
        before.type(Opcodes.NEW, creation.desc).op(Opcodes.DUP);
        for (int i = receiver + 1; i < at.getStackSize(); i++) {
            reload(before, at.getStack(i), temporaries[i]);
        }
        Code after = new Code();
        int object = next++;
        after.astore(object);
        for (int i = lowest; i < receiver; i++) {
            if (at.getStack(i).creation() == creation) {
                after.aload(object);
            } else {
                reload(after, at.getStack(i), temporaries[i]);
            }
        }
        for (int i = 0; i < at.getLocals(); i++) {
            if (at.getLocal(i).creation() == creation) {
                after.aload(object).astore(i);
            }
        }
        method.instructions.insertBefore(call, before.insns());
        method.instructions.insert(call, after.insns());
        temporariesTop = Math.max(temporariesTop, next);
    }

    private static boolean contains(Frame<TypeValue> at, int from, int to, TypeInsnNode creation) {
        for (int i = from; i < to; i++) {
            if (at.getStack(i).creation() == creation) {
                return true;
            }
        }
        return false;
    }

    /** An object that is not finished yet, this one or one around it, is null for now. */
    private static void reload(Code code, TypeValue value, int temporary) {
        if (value.creation() != null || value.isNull()) {
            code.op(Opcodes.ACONST_NULL);
        } else {
            code.load(value, temporary);
        }
    }
}
