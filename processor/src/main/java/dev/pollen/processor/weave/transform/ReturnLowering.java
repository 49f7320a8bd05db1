// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import dev.pollen.processor.weave.analysis.Body;
import dev.pollen.processor.weave.analysis.Callees;
import dev.pollen.processor.weave.analysis.FrameTypes;
import dev.pollen.processor.weave.analysis.Lines;
import dev.pollen.processor.weave.analysis.Origin;
import dev.pollen.processor.weave.analysis.Origins;
import dev.pollen.processor.weave.analysis.TypeValue;
import dev.pollen.processor.weave.analysis.Use;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Turns the returns of futures into returns of the result itself, so that the body reads as if it were blocking.
 *
 * <pre>
 *   return Future.ready(x)    invokestatic ready(I)      --&gt;   ireturn
 *                             areturn
 *   return other()            invokestatic other()       --&gt;   invokestatic other()
 *                             areturn                          invokestatic await
 *                                                              ireturn
 *   try { return ready(x); }  invokestatic ready(I)      --&gt;   frame.result = x; push null
 *   finally { .. }            astore t; ..; aload t            astore t; ..; aload t
 *                             areturn                          pop; push frame.result; ireturn
 * </pre>
 *
 * <p>Where an early result and other futures meet, the frame itself stands for the result.
 */
public final class ReturnLowering {
    private final Body body;
    private final MethodNode method;
    private final Origins origins;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<MethodInsnNode> marked = new LinkedHashSet<>();
    private boolean storesEarly;

    private ReturnLowering(Body body, Callees callees) {
        this.body = body;
        this.method = body.method();
        this.origins = Origins.of(body.target().owner(), method, callees);
    }

    /**
     * Changes a body.
     *
     * @param body the body
     * @param callees what calls give
     * @return what was found, and whether a result is stored before the body ends
     */
    public static ReturnLowering apply(Body body, Callees callees) {
        ReturnLowering lowering = new ReturnLowering(body, callees);
        lowering.run();
        return lowering;
    }

    /**
     * Errors in what is returned.
     *
     * @return the errors
     */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Whether the result waits in its field while {@code finally} blocks run.
     *
     * @return true if the result's field can be shared with nothing
     */
    public boolean storesEarly() {
        return storesEarly;
    }

    private void run() {
        FrameTypes types = body.types();
        Set<MethodInsnNode> early = new LinkedHashSet<>();
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (insn.getOpcode() == Opcodes.ARETURN && types.before(insn) != null) {
                lower(insn, types, early);
            }
        }
        early.forEach(this::storeEarly);
    }

    private void lower(AbstractInsnNode returnInsn, FrameTypes types, Set<MethodInsnNode> early) {
        AbstractInsnNode before = previous(returnInsn);
        if (before instanceof MethodInsnNode ready && isOnlyReturned(ready)) {
            method.instructions.insertBefore(ready, convert(ready));
            method.instructions.remove(ready);
            replace(returnInsn, new Code().op(returnOpcode()));
            return;
        }
        Set<Origin> returned = origins.returned(returnInsn);
        Set<MethodInsnNode> readies = new LinkedHashSet<>();
        boolean others = false;
        for (Origin origin : returned) {
            if (origin.kind() == Origin.Kind.READY && isOnlyReturned(Objects.requireNonNull(origin.call()))) {
                readies.add(origin.call());
            } else {
                others = true;
                if (body.target().kind() == AsyncKind.FUNCTION) {
                    checkTry(origin, returnInsn);
                }
            }
        }
        early.addAll(readies);
        if (others) {
            marked.addAll(readies);
        }
        if (others && body.target().kind() != AsyncKind.FUNCTION) {
            boolean task = body.target().kind() == AsyncKind.TASK;
            report(task ? Message.TASK_RETURN : Message.STREAM_RETURN, returnInsn);
        } else if (readies.isEmpty()) {
            replace(returnInsn, awaited().op(returnOpcode()));
        } else if (!others) {
            replace(returnInsn, new Code().op(Opcodes.POP).add(stored()).op(returnOpcode()));
        } else {
            replace(returnInsn, either(Objects.requireNonNull(types.before(returnInsn))));
        }
    }

    private static @Nullable AbstractInsnNode previous(AbstractInsnNode insn) {
        AbstractInsnNode before = insn.getPrevious();
        while (before != null && before.getOpcode() < 0 && !(before instanceof FrameNode)) {
            before = before.getPrevious();
        }
        return before;
    }

    private boolean isOnlyReturned(MethodInsnNode call) {
        Set<Use> uses = origins.uses(new Origin(Origin.Kind.READY, call));
        return !uses.isEmpty()
                && uses.stream().allMatch(u -> u.kind() == Use.Kind.RETURN || u.kind() == Use.Kind.VARIABLE);
    }

    private void checkTry(Origin origin, AbstractInsnNode returnInsn) {
        MethodInsnNode call = origin.call();
        List<AbstractInsnNode> places = call == null ? places(returnInsn) : List.of(call);
        places.forEach(place -> checkTry(place));
    }

    private void checkTry(AbstractInsnNode place) {
        int index = method.instructions.indexOf(place);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (method.instructions.indexOf(block.start) <= index && index < method.instructions.indexOf(block.end)) {
                report(Message.RETURN_IN_TRY, place);
                return;
            }
        }
    }

    /**
     * Where a value that no call has made is taken: right before the return, or where javac keeps it in a local while it
     * leaves the {@code try}.
     *
     * <pre>
     *   try { return f; } finally { done(); }      aload f; astore t; invokestatic done; aload t; areturn
     *                                                       ^ in the range
     *   try { return f; } catch (E e) { .. }       aload f; areturn
     *                                              ^ in the range
     * </pre>
     */
    private static List<AbstractInsnNode> places(AbstractInsnNode returnInsn) {
        AbstractInsnNode before = previous(returnInsn);
        if (!(before instanceof VarInsnNode load)) {
            return List.of(before == null ? returnInsn : before);
        }
        for (AbstractInsnNode insn = load.getPrevious(); insn != null; insn = insn.getPrevious()) {
            if (insn instanceof VarInsnNode store && store.getOpcode() == Opcodes.ASTORE && store.var == load.var) {
                return List.of(load, store);
            }
        }
        return List.of(load);
    }

    private void report(Message message, AbstractInsnNode place) {
        Finding finding = new Finding(message, List.of(), body.target().ref(), Lines.of(place), "return");
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    private void replace(AbstractInsnNode insn, Code code) {
        InsnList insns = code.insns();
        method.instructions.insertBefore(insn, insns);
        method.instructions.remove(insn);
    }

    private int returnOpcode() {
        if (body.target().resultIsVoid()) {
            return Opcodes.RETURN;
        }
        return Type.getType(body.target().result().descriptor()).getOpcode(Opcodes.IRETURN);
    }

    /** The value of {@code ready(..)} is on the stack; leaves the result as the frame stores it. */
    private InsnList convert(MethodInsnNode ready) {
        Code code = new Code();
        Type[] given = Type.getArgumentTypes(ready.desc);
        if (body.target().resultIsVoid()) {
            if (given.length > 0) {
                code.op(given[0].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
            }
        } else if (given.length == 0) {
            code.op(Opcodes.ACONST_NULL);
        } else if (body.target().result() == ResultKind.OBJECT && given[0].getSort() < Type.ARRAY) {
            code.add(Boxing.box(given[0]));
        }
        return code.insns();
    }

    private Code awaited() {
        ResultKind result = body.target().result();
        Code code = new Code()
                .invoke(
                        Opcodes.INVOKESTATIC,
                        Names.POLLEN,
                        "await",
                        "(" + Names.descriptor(result.in(Names.FUTURE)) + ")" + result.descriptor(),
                        false);
        return body.target().resultIsVoid() ? code.op(Opcodes.POP) : code;
    }

    private Code stored() {
        Code code = new Code();
        return body.target().resultIsVoid()
                ? code
                : code.aload(body.frameSlot()).getField(body.target().future(), resultField(), descriptor());
    }

    /** The name that stands for the result's field until the layout has chosen one. */
    static String resultField() {
        return "result$early";
    }

    private String descriptor() {
        return body.target().result().descriptor();
    }

    /** The frame itself on the stack stands for "the result is stored"; anything else is awaited. */
    private Code either(Frame<TypeValue> at) {
        List<TypeValue> locals = new ArrayList<>();
        for (int i = 0; i < at.getLocals(); i++) {
            locals.add(at.getLocal(i));
        }
        LabelNode ready = new LabelNode();
        return new Code()
                .op(Opcodes.DUP)
                .aload(body.frameSlot())
                .jump(Opcodes.IF_ACMPEQ, ready)
                .add(awaited())
                .op(returnOpcode())
                .target(ready, locals, at.getStack(at.getStackSize() - 1))
                .op(Opcodes.POP)
                .add(stored())
                .op(returnOpcode());
    }

    private void storeEarly(MethodInsnNode ready) {
        Code code = new Code();
        code.insns().add(convert(ready));
        if (!body.target().resultIsVoid()) {
            storesEarly = true;
            boolean wide = Type.getType(descriptor()).getSize() == 2;
            code.aload(body.frameSlot());
            if (wide) {
                code.op(Opcodes.DUP_X2).op(Opcodes.POP);
            } else {
                code.op(Opcodes.SWAP);
            }
            code.putField(body.target().future(), resultField(), descriptor());
        }
        // Null needs no field where it waits, but where other futures may be returned it would be one of them.
        replace(ready, marked.contains(ready) ? code.aload(body.frameSlot()) : code.op(Opcodes.ACONST_NULL));
    }
}
