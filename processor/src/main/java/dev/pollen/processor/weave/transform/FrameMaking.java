// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Dispatch;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.analysis.TypeValue;
import dev.pollen.processor.weave.layout.Slot;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes how a frame is made, together with all that it can ever await. Each frame is told the chain of methods above it,
 * so that a recursion ends.
 *
 * <pre>
 *   A_m() { this(null); }                                         on the heap
 *   private A_m(AwaitChain above) {
 *     AwaitChain here = new AwaitChain(above, "p.A.m(int)");      if frames of functions follow
 *     child$0 = B_n.in$(here);                                    a frame, null beyond its maxDepth
 *     child$1 = new Timer();
 *     child$2 = new ReceiverFrames(here, "p.I.read()", 16);       a call that can be overridden
 *     if (child$2.isOutermost()) child$2.keep(C_read.in$(child$2));
 *   }
 *   static A_m in$(AwaitChain above) {
 *     if (!AwaitChain.admits(above, "p.A.m(int)", 3)) { cut$ = above; return null; }    if it says its maxDepth
 *     return new A_m(above);
 *   }
 * </pre>
 *
 * <p>A task has no chain above it, and no other constructor than the one without parameters.
 */
final class FrameMaking {
    static final String FACTORY = "in$";

    private static final String CHAIN = Names.descriptor(Names.AWAIT_CHAIN);
    private static final String TAKES_CHAIN = "(" + CHAIN + ")V";

    /** In a frame with a bound: the chain that was cut off last, for the message. */
    private static final String CUT = "cut$";

    private final ClassNode node;
    private final AsyncTarget target;
    private final List<Slot> slots;

    private FrameMaking(ClassNode node, FrameDescription frame) {
        this.node = node;
        this.target = frame.target();
        this.slots = frame.slots();
    }

    static void write(ClassNode node, FrameDescription frame, int access) {
        FrameMaking making = new FrameMaking(node, frame);
        if (frame.target().kind() == AsyncKind.TASK) {
            node.methods.add(0, making.constructor(access, "()V", false));
            return;
        }
        node.methods.add(0, making.onHeap(access));
        node.methods.add(1, making.constructor(Opcodes.ACC_PRIVATE, TAKES_CHAIN, true));
        node.methods.add(2, making.factory(access));
        if (frame.target().maxDepth() > 0) {
            node.fields.add(new FieldNode(Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, CUT, CHAIN, null, null));
        }
    }

    /** The chain is on the stack: leaves the frame, or null where it would be too deep. */
    static Code make(String future) {
        return new Code()
                .invoke(Opcodes.INVOKESTATIC, future, FACTORY, "(" + CHAIN + ")" + Names.descriptor(future), false);
    }

    /** Throws what a call throws that has no frame. */
    static Code throwTooDeep(AsyncTarget target) {
        return new Code()
                .getStatic(target.future(), CUT, CHAIN)
                .string(target.chainName())
                .push(target.maxDepth())
                .invoke(
                        Opcodes.INVOKESTATIC,
                        Names.AWAIT_CHAIN,
                        "tooDeep",
                        "(" + CHAIN + "Ljava/lang/String;I)Ldev/pollen/RecursionException;",
                        false)
                .op(Opcodes.ATHROW);
    }

    private MethodNode onHeap(int access) {
        Code code = new Code()
                .aload(0)
                .op(Opcodes.ACONST_NULL)
                .invoke(Opcodes.INVOKESPECIAL, node.name, "<init>", TAKES_CHAIN)
                .op(Opcodes.RETURN);
        return Methods.method(access, "<init>", "()V", code);
    }

    private MethodNode constructor(int access, String descriptor, boolean takesChain) {
        int here = takesChain ? 2 : 1;
        Code code = new Code().aload(0).invoke(Opcodes.INVOKESPECIAL, node.superName, "<init>", "()V");
        if (slots.stream().anyMatch(slot -> slot.isFrame() || slot.dispatch() != null)) {
            code.type(Opcodes.NEW, Names.AWAIT_CHAIN).op(Opcodes.DUP);
            if (takesChain) {
                code.aload(1);
            } else {
                code.op(Opcodes.ACONST_NULL);
            }
            code.string(target.chainName())
                    .invoke(Opcodes.INVOKESPECIAL, Names.AWAIT_CHAIN, "<init>", "(" + CHAIN + "Ljava/lang/String;)V")
                    .astore(here);
        }
        for (Slot slot : slots) {
            if (slot.dispatch() != null) {
                receivers(code, slot, slot.dispatch(), here);
            } else if (slot.isFrame()) {
                code.aload(0).aload(here).add(make(slot.type())).add(store(slot));
            } else {
                code.aload(0)
                        .type(Opcodes.NEW, slot.type())
                        .op(Opcodes.DUP)
                        .invoke(Opcodes.INVOKESPECIAL, slot.type(), "<init>", "()V")
                        .add(store(slot));
            }
        }
        return Methods.method(access, "<init>", descriptor, code.op(Opcodes.RETURN));
    }

    private Code store(Slot slot) {
        return new Code().putField(node.name, slot.field(), Names.descriptor(slot.type()));
    }

    private void receivers(Code code, Slot slot, Dispatch dispatch, int here) {
        int made = here + 1;
        code.type(Opcodes.NEW, slot.type())
                .op(Opcodes.DUP)
                .aload(here)
                .string(dispatch.method())
                .push(dispatch.maxDepth())
                .invoke(Opcodes.INVOKESPECIAL, slot.type(), "<init>", "(" + CHAIN + "Ljava/lang/String;I)V")
                .astore(made)
                .aload(0)
                .aload(made)
                .add(store(slot));
        if (dispatch.frames().isEmpty()) {
            return;
        }
        LabelNode inner = new LabelNode();
        code.aload(made)
                .invoke(Opcodes.INVOKEVIRTUAL, Names.RECEIVER_FRAMES, "isOutermost", "()Z")
                .jump(Opcodes.IFEQ, inner);
        for (String frame : dispatch.keptFrames()) {
            code.aload(made)
                    .aload(made)
                    .add(make(frame))
                    .invoke(
                            Opcodes.INVOKEVIRTUAL,
                            Names.RECEIVER_FRAMES,
                            "keep",
                            "(" + Names.descriptor(Names.FUTURE) + ")V");
        }
        TypeValue self = TypeValue.reference(node.name);
        TypeValue chain = TypeValue.reference(Names.AWAIT_CHAIN);
        code.target(inner, here == 1 ? List.of(self, chain) : List.of(self, chain, chain));
    }

    private MethodNode factory(int access) {
        Code code = new Code();
        if (target.maxDepth() > 0) {
            LabelNode admitted = new LabelNode();
            code.aload(0)
                    .string(target.chainName())
                    .push(target.maxDepth())
                    .invoke(
                            Opcodes.INVOKESTATIC,
                            Names.AWAIT_CHAIN,
                            "admits",
                            "(" + CHAIN + "Ljava/lang/String;I)Z",
                            false)
                    .jump(Opcodes.IFNE, admitted)
                    .aload(0)
                    .putStatic(node.name, CUT, CHAIN)
                    .op(Opcodes.ACONST_NULL)
                    .op(Opcodes.ARETURN)
                    .target(admitted, List.of(TypeValue.reference(Names.AWAIT_CHAIN)));
        }
        code.type(Opcodes.NEW, node.name)
                .op(Opcodes.DUP)
                .aload(0)
                .invoke(Opcodes.INVOKESPECIAL, node.name, "<init>", TAKES_CHAIN)
                .op(Opcodes.ARETURN);
        return Methods.method(
                access | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                FACTORY,
                "(" + CHAIN + ")" + Names.descriptor(node.name),
                code);
    }
}
