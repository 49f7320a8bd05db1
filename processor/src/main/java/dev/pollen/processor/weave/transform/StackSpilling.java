// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.weave.analysis.Body;
import dev.pollen.processor.weave.analysis.FrameTypes;
import dev.pollen.processor.weave.analysis.SuspensionPoint;
import dev.pollen.processor.weave.analysis.SuspensionPoints;
import dev.pollen.processor.weave.analysis.TypeValue;
import java.util.Objects;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Empties the operand stack under each await and emit, so that from here on only locals have to be kept.
 *
 * <pre>
 *   a + await(f)      iload a            iload a
 *                     (f)                (f)
 *                     await      --&gt;     astore c; istore t; aload c
 *                     iadd               await
 *                                        istore r; iload t; iload r
 *                                        iadd
 * </pre>
 */
public final class StackSpilling {
    private StackSpilling() {}

    /**
     * Changes a body.
     *
     * @param body the body, with no unfinished object under an await
     */
    public static void apply(Body body) {
        FrameTypes types = body.types();
        int base = body.method().maxLocals;
        int top = base;
        for (SuspensionPoint point : SuspensionPoints.of(body.method(), types)) {
            Frame<TypeValue> at = Objects.requireNonNull(types.before(point.await()));
            if (at.getStackSize() > 1) {
                top = Math.max(top, spill(body, point.await(), at, base));
            }
        }
        body.newLocal(top - base);
        body.method().maxStack += 2;
    }

    private static int spill(Body body, MethodInsnNode await, Frame<TypeValue> at, int base) {
        int height = at.getStackSize() - 1;
        TypeValue child = at.getStack(height);
        Type result = Type.getReturnType(await.desc);
        int next = base + Math.max(child.getSize(), result.getSize());
        Code before = new Code().store(child, base);
        Code after = new Code();
        int[] temporaries = new int[height];
        for (int i = height - 1; i >= 0; i--) {
            TypeValue value = at.getStack(i);
            if (value.isNull()) {
                before.op(Opcodes.POP);
            } else {
                temporaries[i] = next;
                next += value.getSize();
                before.store(value, temporaries[i]);
            }
        }
        before.load(child, base);
        boolean gives = result.getSort() != Type.VOID;
        if (gives) {
            after.store(TypeValue.of(result), base);
        }
        for (int i = 0; i < height; i++) {
            TypeValue value = at.getStack(i);
            if (value.isNull()) {
                after.op(Opcodes.ACONST_NULL);
            } else {
                after.load(value, temporaries[i]);
            }
        }
        if (gives) {
            after.load(TypeValue.of(result), base);
        }
        body.method().instructions.insertBefore(await, before.insns());
        body.method().instructions.insert(await, after.insns());
        return next;
    }
}
