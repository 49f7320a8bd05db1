// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.Body;
import dev.pollen.processor.weave.analysis.SuspensionPoint;
import dev.pollen.processor.weave.analysis.TypeValue;
import dev.pollen.processor.weave.layout.FrameField;
import dev.pollen.processor.weave.layout.FrameLayout;
import dev.pollen.processor.weave.layout.PointLayout;
import dev.pollen.processor.weave.layout.Saved;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Cuts a body at its awaits and emits.
 *
 * <pre>
 *   dispatch      switch (frame.state) { 0: start; k: resume k; else: unwind }         declaration line
 *   start         load parameters
 *   user's code   ..
 *     await k     child.poll(cx) == PENDING ? goto suspend k                           in the user's ranges
 *     ready k     child.take()
 *     emit k      frame.emitted(value); push k; goto save g
 *                 ..
 *     return x    goto finish
 *   ------------- all that follows is outside of the user's ranges
 *   finish        frame.clear(); frame.result = x; frame.state = DONE; return READY
 *   suspend k     push k; goto save g
 *   save g        frame.state = k; save live variables, null dead ones; return PENDING, for emits READY
 *   resume k      p = child.poll(cx)      an exception: e = it, goto restore g         line of the await
 *   check g       p == PENDING ? return PENDING; e = null          for emits resume k is e = null
 *   restore g     load live variables, zero dead ones
 *                 e != null ? throw e     in copies of the user's ranges
 *                 switch (frame.state) { k: goto ready k }
 *   unwind        e = Unwinding.unwind(frame); switch ((char) frame.state) { k: goto restore g }
 * </pre>
 *
 * <p>A spurious poll goes dispatch, resume k, check g and out: it restores nothing. Awaits with the same live variables
 * and the same handlers are one group g and share its code.
 */
public final class StateMachineWriter {
    private static final String STATE = "state";
    private static final TypeValue THROWABLE = TypeValue.reference("java/lang/Throwable");

    private final Body body;
    private final MethodNode method;
    private final FrameLayout layout;
    private final List<ChildAccess> children;
    private final boolean clears;
    private final int declarationLine;
    private final String future;
    private final int frame;
    private final List<TypeValue> base;
    private final int exception;
    private final LabelNode pending = new LabelNode();
    private final LabelNode finish = new LabelNode();
    private final Map<ChildAccess, LabelNode> suspend = new LinkedHashMap<>();
    private final Map<ChildAccess, LabelNode> ready = new LinkedHashMap<>();
    private final Map<ChildAccess, LabelNode> resume = new LinkedHashMap<>();
    private final Map<PointGroup.Key, PointGroup> groups = new LinkedHashMap<>();
    private final Map<ChildAccess, PointGroup> groupOf = new LinkedHashMap<>();
    private final LabelNode unwindLabel = new LabelNode();

    private StateMachineWriter(
            Body body, FrameLayout layout, List<ChildAccess> children, boolean clears, int declarationLine) {
        this.body = body;
        this.method = body.method();
        this.layout = layout;
        this.children = children;
        this.clears = clears;
        this.declarationLine = declarationLine;
        this.future = body.target().future();
        this.frame = body.frameSlot();
        this.base = body.base();
        this.exception = body.newLocal(2);
    }

    /**
     * Changes a body into its final form.
     *
     * @param body the body, with nothing but the child on the stack at each await, and returning its result
     * @param layout the fields of the frame
     * @param children how each await gets at its child, in the order of the states
     * @param clears whether the frame has something to let go of when it ends
     * @param declarationLine the line of code that is nobody's; 0 for none
     */
    static void apply(Body body, FrameLayout layout, List<ChildAccess> children, boolean clears, int declarationLine) {
        new StateMachineWriter(body, layout, children, clears, declarationLine).run();
    }

    private void run() {
        children.forEach(this::join);
        Code start = start();
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN) {
                replace(insn, leave(insn.getOpcode()));
            }
        }
        for (ChildAccess child : children) {
            replace(child.point().await(), child.point().emits() ? emit(child) : await(child));
        }
        InsnList code = method.instructions;
        code.insert(start.insns());
        code.add(finish().insns());
        children.stream()
                .filter(child -> !child.point().emits())
                .forEach(child -> code.add(suspend(child).insns()));
        for (PointGroup group : groups.values()) {
            code.add(save(group).insns());
            code.add((group.emits() ? goOn(group) : resume(group)).insns());
        }
        code.add(unwind().insns());
        method.maxStack += 6;
    }

    private void join(ChildAccess child) {
        PointLayout at = layout.point(child.point().state());
        PointGroup.Key key = new PointGroup.Key(child.point().emits(), at, handlersAround(child.point()));
        PointGroup group = groups.computeIfAbsent(key, PointGroup::new);
        group.members().add(child);
        groupOf.put(child, group);
        suspend.put(child, new LabelNode());
        ready.put(child, new LabelNode());
        resume.put(child, new LabelNode());
    }

    private List<TryCatchBlockNode> handlersAround(SuspensionPoint point) {
        int index = method.instructions.indexOf(point.await());
        return method.tryCatchBlocks.stream()
                .filter(block -> method.instructions.indexOf(block.start) <= index
                        && index < method.instructions.indexOf(block.end))
                .toList();
    }

    private void replace(AbstractInsnNode insn, Code code) {
        InsnList insns = code.insns();
        method.instructions.insertBefore(insn, insns);
        method.instructions.remove(insn);
    }

    private Code start() {
        LabelNode start = new LabelNode();
        LabelNode unwind = unwindLabel;
        Code code = new Code().line(declarationLine).aload(frame).getField(future, STATE, "I");
        if (children.isEmpty()) {
            code.jump(Opcodes.IFNE, unwind);
        } else {
            Map<Integer, LabelNode> targets = new TreeMap<>();
            targets.put(0, start);
            children.forEach(child -> targets.put(child.point().state(), resume.get(child)));
            code.insns().add(dispatch(targets, unwind));
        }
        code.label(start);
        PointLayout entry = layout.point(0);
        boolean loadsNothing = entry.saved().isEmpty() && entry.dead().isEmpty();
        // Two frames at one place are refused, so the user's own frame there serves for both.
        if (!loadsNothing || !hasFrame(method.instructions.getFirst())) {
            code.insns().add(Code.frame(base));
        }
        restore(code, entry);
        if (!loadsNothing && startIsTarget() && !hasFrame(method.instructions.getFirst())) {
            code.insns().add(Code.frame(entry.locals()));
        }
        return code;
    }

    /** Whether a frame stands at a place already; two at one place are refused. */
    private static boolean hasFrame(@Nullable AbstractInsnNode place) {
        for (AbstractInsnNode insn = place; insn != null; insn = insn.getNext()) {
            if (insn.getOpcode() >= 0) {
                return false;
            }
            if (insn instanceof FrameNode) {
                return true;
            }
        }
        return false;
    }

    private boolean startIsTarget() {
        List<AbstractInsnNode> first = new ArrayList<>();
        for (AbstractInsnNode insn = method.instructions.getFirst();
                insn != null && insn.getOpcode() < 0;
                insn = insn.getNext()) {
            first.add(insn);
        }
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof JumpInsnNode jump && first.contains(jump.label)) {
                return true;
            }
        }
        return false;
    }

    private static AbstractInsnNode dispatch(Map<Integer, LabelNode> targets, LabelNode otherwise) {
        int low = targets.keySet().stream().min(Integer::compare).orElseThrow();
        int high = targets.keySet().stream().max(Integer::compare).orElseThrow();
        // A table takes 4 bytes for each number of its range, a look-up 8 for each of its keys.
        if (high - low < 2 * targets.size()) {
            LabelNode[] labels = new LabelNode[high - low + 1];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = targets.getOrDefault(low + i, otherwise);
            }
            return new TableSwitchInsnNode(low, high, otherwise, labels);
        }
        return new LookupSwitchInsnNode(
                otherwise,
                targets.keySet().stream().mapToInt(Integer::intValue).toArray(),
                targets.values().toArray(LabelNode[]::new));
    }

    private void restore(Code code, PointLayout at) {
        for (Saved saved : at.saved()) {
            code.aload(frame).getField(future, saved.field());
            if (saved.cast()) {
                code.type(Opcodes.CHECKCAST, saved.type().className());
            }
            code.store(saved.type(), saved.local());
        }
        for (int local : at.dead()) {
            TypeValue type = at.locals().get(local);
            code.op(type.zero()).store(type, local);
        }
    }

    private Code await(ChildAccess child) {
        Code code = new Code();
        code.add(child.arrive());
        List<TypeValue> locals = layout.point(child.point().state()).locals();
        return code.add(child.poll())
                .poll("PENDING")
                .jump(Opcodes.IF_ACMPEQ, suspend.get(child))
                .target(ready.get(child), locals)
                .add(child.push())
                .add(child.get());
    }

    /** The value is on the stack; the body rests here without a child, and its poll is READY. */
    private Code emit(ChildAccess point) {
        int state = point.point().state();
        Code code = EmitLowering.give(body.target(), frame)
                .push(state)
                .go(Objects.requireNonNull(groupOf.get(point)).save())
                .label(ready.get(point));
        if (!hasFrame(point.point().await().getNext())) {
            code.insns().add(Code.frame(layout.point(state).locals()));
        }
        return code;
    }

    private Code leave(int returnOpcode) {
        if (returnOpcode == Opcodes.RETURN) {
            return new Code().go(finish);
        }
        return new Code().store(resultType(), exception).go(finish);
    }

    /** The type of the result as the local before the finish holds it. */
    private TypeValue resultType() {
        return switch (body.target().result()) {
            case OBJECT -> TypeValue.reference("java/lang/Object");
            case INT, BOOLEAN -> TypeValue.INT;
            case LONG -> TypeValue.LONG;
            case DOUBLE -> TypeValue.DOUBLE;
        };
    }

    private Code finish() {
        FrameField result = layout.result();
        Code code = new Code();
        if (reaches(finish)) {
            code.target(finish, result == null ? base : with(base, exception, resultType()))
                    .line(declarationLine);
            if (clears) {
                code.aload(frame).invoke(Opcodes.INVOKEVIRTUAL, future, "clear", "()V");
            }
            if (result != null) {
                code.aload(frame).load(resultType(), exception).putField(future, result);
            }
            code.aload(frame).op(Opcodes.ICONST_M1).putField(future, STATE, "I");
            code.poll("READY").op(Opcodes.ARETURN);
        }
        if (children.stream().anyMatch(child -> !child.point().emits())) {
            code.target(pending, base).line(declarationLine).poll("PENDING").op(Opcodes.ARETURN);
        }
        return code;
    }

    private boolean reaches(LabelNode label) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof JumpInsnNode jump && jump.label == label) {
                return true;
            }
        }
        return false;
    }

    private static List<TypeValue> with(List<TypeValue> locals, int slot, TypeValue type) {
        List<TypeValue> result = new ArrayList<>(locals);
        while (result.size() <= slot) {
            result.add(TypeValue.TOP);
        }
        result.set(slot, type);
        return result;
    }

    private Code suspend(ChildAccess child) {
        int state = child.point().state();
        PointGroup group = Objects.requireNonNull(groupOf.get(child));
        return new Code()
                .target(suspend.get(child), group.layout().locals())
                .push(state)
                .go(group.save());
    }

    private Code save(PointGroup group) {
        Code code = new Code()
                .target(group.save(), group.layout().locals(), TypeValue.INT)
                .aload(frame)
                .op(Opcodes.SWAP)
                .putField(future, STATE, "I");
        for (Saved saved : group.layout().saved()) {
            code.aload(frame).load(saved.type(), saved.local()).putField(future, saved.field());
        }
        for (FrameField field : group.layout().forgotten()) {
            code.aload(frame).op(Opcodes.ACONST_NULL).putField(future, field);
        }
        return code.poll(group.emits() ? "READY" : "PENDING").op(Opcodes.ARETURN);
    }

    private Code resume(PointGroup group) {
        LabelNode from = new LabelNode();
        LabelNode to = new LabelNode();
        LabelNode check = new LabelNode();
        LabelNode thrown = new LabelNode();
        Code code = new Code().label(from);
        for (ChildAccess child : group.members()) {
            code.target(resume.get(child), base).line(child.point().line());
            if (child.slot() == null) {
                FrameField kept = layout.heapChild(child.point().state());
                code.aload(frame).getField(future, Objects.requireNonNull(kept));
            } else {
                code.add(child.push());
            }
            code.add(child.poll()).go(check);
        }
        code.label(to)
                .target(check, base, TypeValue.reference(Names.POLL))
                .line(declarationLine)
                .poll("PENDING")
                .jump(Opcodes.IF_ACMPEQ, pending)
                .op(Opcodes.ACONST_NULL)
                .astore(exception)
                .go(group.restore());
        code.target(thrown, base, THROWABLE).astore(exception);
        // First in the table, so that no range of the user sees the exception before the variables are back.
        method.tryCatchBlocks.add(0, new TryCatchBlockNode(from, to, thrown, null));
        return code.add(restored(group));
    }

    /** There is nothing to poll again: what was emitted is gone, and the body goes on behind it. */
    private Code goOn(PointGroup group) {
        Code code = new Code();
        group.members().forEach(point -> code.label(resume.get(point)));
        code.insns().add(Code.frame(base));
        return code.line(declarationLine)
                .op(Opcodes.ACONST_NULL)
                .astore(exception)
                .go(group.restore())
                .add(restored(group));
    }

    /** Restores the variables, and goes on where the state says, or throws there. */
    private Code restored(PointGroup group) {
        LabelNode rethrow = new LabelNode();
        LabelNode end = new LabelNode();
        List<TypeValue> locals = group.layout().locals();
        Code code = new Code().target(group.restore(), with(base, exception, THROWABLE));
        restore(code, group.layout());
        code.aload(exception).jump(Opcodes.IFNONNULL, rethrow);
        Map<Integer, LabelNode> targets = new TreeMap<>();
        group.members().forEach(child -> targets.put(child.point().state(), ready.get(child)));
        goOn(code, targets, false);
        code.target(rethrow, with(locals, exception, THROWABLE))
                .aload(exception)
                .op(Opcodes.ATHROW)
                .label(end);
        for (TryCatchBlockNode handler : group.handlers()) {
            method.tryCatchBlocks.add(new TryCatchBlockNode(rethrow, end, handler.handler, handler.type));
        }
        return code;
    }

    /** Goes to the one target, or to the one that belongs to the frame's state, whose bits are cut off where it has some. */
    private void goOn(Code code, Map<Integer, LabelNode> targets, boolean bits) {
        Collection<LabelNode> labels = targets.values();
        if (labels.stream().distinct().count() == 1) {
            code.go(labels.iterator().next());
        } else {
            code.aload(frame).getField(future, STATE, "I");
            if (bits) {
                code.op(Opcodes.I2C); // a method has fewer awaits than bytes
            }
            code.insns().add(dispatch(targets, labels.iterator().next()));
        }
    }

    private Code unwind() {
        Code code = new Code()
                .target(unwindLabel, base)
                .line(declarationLine)
                .aload(frame)
                .invoke(
                        Opcodes.INVOKESTATIC,
                        Names.UNWINDING,
                        "unwind",
                        "(" + Names.descriptor(Names.STATE_MACHINE) + ")Ljava/lang/Throwable;",
                        false);
        if (children.isEmpty()) {
            return code.op(Opcodes.ATHROW);
        }
        code.astore(exception);
        Map<Integer, LabelNode> targets = new TreeMap<>();
        groups.values()
                .forEach(group -> group.members()
                        .forEach(child -> targets.put(child.point().state(), group.restore())));
        goOn(code, targets, true);
        return code;
    }
}
