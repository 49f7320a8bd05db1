// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.analysis.TypeValue;
import dev.pollen.processor.weave.layout.FrameLayout;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes what a call of an async method does: nothing of the body runs, the arguments go into a frame.
 *
 * <pre>
 *   function   Future read(I2c i2c)                { f = new Fw_read(); f.i2c = i2c; return f; }
 *   its twin   Fw_read read$in(I2c i2c, Fw_read f) { f.i2c = i2c; f.state = START; return f; }
 *   dispatch   ReceiverFrames read$in(I2c i2c, ReceiverFrames s) { f = s.find(Fw_read.class);
 *                                                      if (f == null) s.keep(f = Fw_read.in$(s));
 *                                                      f.i2c = i2c; f.state = START; return s.use(f); }
 *   a generator's                                { f.limit = limit; f.placed(); return f; }
 *   task       Task blink(Output led)              { f = POOL.claim(); if (f == null) return POOL.exhausted();
 *                                                    f.led = led; return f; }
 * </pre>
 */
public final class CallWriter {
    private static final int VISIBILITY = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE;

    private final AsyncTarget target;
    private final FrameLayout layout;
    private final int frameLocal;

    private CallWriter(AsyncTarget target, FrameLayout layout) {
        this.target = target;
        this.layout = layout;
        this.frameLocal = Methods.firstFreeLocal(target);
    }

    /**
     * Replaces the code of the method itself.
     *
     * @param target the async method; its {@code MethodNode} is changed
     * @param layout its frame
     * @param declarationLine the line that the code gets; 0 for none
     */
    public static void replace(AsyncTarget target, FrameLayout layout, int declarationLine) {
        CallWriter writer = new CallWriter(target, layout);
        MethodNode method = target.method();
        Code code = new Code().line(declarationLine);
        code.add(target.kind() == AsyncKind.TASK ? writer.claim() : writer.create());
        method.instructions.clear();
        method.instructions.add(code.insns());
        method.tryCatchBlocks.clear();
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
    }

    /**
     * Makes the twin that builds the frame in a slot.
     *
     * @param target the async function
     * @param layout its frame
     * @return the method
     */
    public static MethodNode twin(AsyncTarget target, FrameLayout layout) {
        CallWriter writer = new CallWriter(target, layout);
        int frame = writer.frameLocal;
        Code code = new Code();
        if (target.maxDepth() > 0) {
            List<TypeValue> locals = writer.parameterTypes();
            locals.add(TypeValue.reference(target.future()));
            code.add(writer.checkDepth(frame, locals));
        }
        code.add(writer.start(frame)).aload(frame).op(Opcodes.ARETURN);
        return Methods.method(
                twinAccess(target.method().access), target.method().name + "$in", target.twinDescriptor(), code);
    }

    /**
     * Makes the twin that builds the frame in a slot for receivers of any class.
     *
     * @param target an async function that can be overridden, or overrides
     * @param layout its frame
     * @return the method
     */
    public static MethodNode dispatchTwin(AsyncTarget target, FrameLayout layout) {
        CallWriter writer = new CallWriter(target, layout);
        String future = target.future();
        int slot = writer.frameLocal;
        int frame = slot + 1;
        List<TypeValue> locals = writer.parameterTypes();
        locals.add(TypeValue.reference(Names.RECEIVER_FRAMES));
        locals.add(TypeValue.reference(future));
        LabelNode have = new LabelNode();
        Code code = new Code().aload(slot);
        code.insns().add(new LdcInsnNode(Type.getObjectType(future)));
        code.invoke(Opcodes.INVOKEVIRTUAL, Names.RECEIVER_FRAMES, "find", "(Ljava/lang/Class;)Ljava/lang/Object;")
                .type(Opcodes.CHECKCAST, future)
                .astore(frame)
                .aload(frame)
                .jump(Opcodes.IFNONNULL, have)
                .aload(slot)
                .add(FrameMaking.make(future))
                .astore(frame);
        if (target.maxDepth() > 0) {
            code.add(writer.checkDepth(frame, locals));
        }
        code.aload(slot)
                .aload(frame)
                .invoke(
                        Opcodes.INVOKEVIRTUAL,
                        Names.RECEIVER_FRAMES,
                        "keep",
                        "(" + Names.descriptor(Names.FUTURE) + ")V")
                .target(have, locals)
                .add(writer.start(frame))
                .aload(slot)
                .aload(frame)
                .add(DispatchTwins.use())
                .op(Opcodes.ARETURN);
        return Methods.method(
                twinAccess(target.method().access),
                target.method().name + "$in",
                AsyncTarget.twinDescriptor(target.method().desc, Names.RECEIVER_FRAMES),
                code);
    }

    /** The access of a twin: what may call the method may call it. */
    static int twinAccess(int methodAccess) {
        return methodAccess & (VISIBILITY | Opcodes.ACC_STATIC) | Opcodes.ACC_SYNTHETIC;
    }

    /** A recursion that is too deep has no frame. */
    private Code checkDepth(int frame, List<TypeValue> locals) {
        LabelNode there = new LabelNode();
        return new Code()
                .aload(frame)
                .jump(Opcodes.IFNONNULL, there)
                .add(FrameMaking.throwTooDeep(target))
                .target(there, locals);
    }

    private Code start(int frame) {
        Code code = Methods.storeArguments(target, layout, frame).aload(frame);
        return target.kind() == AsyncKind.GENERATOR
                ? code.invoke(Opcodes.INVOKEVIRTUAL, target.future(), "placed", "()V")
                : code.op(Opcodes.ICONST_0).putField(target.future(), "state", "I");
    }

    private List<TypeValue> parameterTypes() {
        List<TypeValue> locals = new ArrayList<>();
        if (!target.isStatic()) {
            locals.add(TypeValue.reference(target.owner()));
        }
        for (Type parameter : target.parameters()) {
            locals.add(TypeValue.of(parameter));
            if (parameter.getSize() == 2) {
                locals.add(TypeValue.TOP);
            }
        }
        return locals;
    }

    private Code storeArguments() {
        return Methods.storeArguments(target, layout, frameLocal);
    }

    private Code create() {
        return new Code()
                .type(Opcodes.NEW, target.future())
                .op(Opcodes.DUP)
                .invoke(Opcodes.INVOKESPECIAL, target.future(), "<init>", "()V")
                .astore(frameLocal)
                .add(storeArguments())
                .aload(frameLocal)
                .op(Opcodes.ARETURN);
    }

    private Code claim() {
        LabelNode exhausted = new LabelNode();
        String pool = Names.descriptor(Names.TASK_POOL);
        String header = "()" + Names.descriptor(Names.TASK_HEADER);
        List<TypeValue> locals = parameterTypes();
        return new Code()
                .getStatic(target.future(), "POOL", pool)
                .invoke(Opcodes.INVOKEVIRTUAL, Names.TASK_POOL, "claim", header)
                .type(Opcodes.CHECKCAST, target.future())
                .astore(frameLocal)
                .aload(frameLocal)
                .jump(Opcodes.IFNULL, exhausted)
                .add(storeArguments())
                .aload(frameLocal)
                .op(Opcodes.ARETURN)
                .target(exhausted, locals)
                .getStatic(target.future(), "POOL", pool)
                .invoke(Opcodes.INVOKEVIRTUAL, Names.TASK_POOL, "exhausted", header)
                .type(Opcodes.CHECKCAST, target.result().in(Names.TASK))
                .op(Opcodes.ARETURN);
    }
}
