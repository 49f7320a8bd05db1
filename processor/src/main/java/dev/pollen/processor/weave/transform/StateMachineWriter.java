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
 *   dispatch      unwinding = 0; e = null
 *                 switch (frame.state) { 0: start; k: goto restore g; else: unwind }    declaration line
 *   restore g     load live variables, zero dead ones
 *                 e != null ? throw e                 in copies of the user's ranges
 *                 switch (frame.state) { k: goto poll k, turn k or ready k }
 *   start         load parameters
 *   user's code   ..
 *     await k     frame.state = k | unwinding
 *     poll k      child.poll(cx) == PENDING ? goto save g                               in the user's ranges
 *                 child.take()
 *     yield k     frame.state = k | unwinding
 *     again k     cx.pollAgain(); goto save g
 *     turn k      cx.spend() ? .. : goto again k
 *     emit k      frame.emitted(value); frame.state = k | unwinding; goto save g
 *     ready k     ..
 *     return x    goto finish
 *   ------------- all that follows is outside of the user's ranges, as what comes before his code
 *   finish        frame.clear(); frame.result = x; frame.state = DONE; return READY
 *   save g        save live variables, null dead ones; return PENDING, for emits READY
 *   unwind        e = Unwinding.unwind(frame); unwinding = frame.state's bits; switch (its number) { k: goto restore g }
 *   failed        throw Unwinding.fail(frame, e)      last in the table, for all above
 * </pre>
 *
 * <p>An await polls its child at one place, the first time and each time that the body is resumed. With two places HotSpot
 * would compile a chain of n awaits 2<sup>n</sup> times, or rather stop inlining it; and a debugger that stops in the child
 * sees the variables of those that await it. So variables are restored before the child is polled. The state is stored before
 * the child is polled, too: what is done between a child's PENDING and one's own keeps HotSpot from passing the answer up a
 * chain of inlined polls without looking at it again. References are written only where they have changed, because a
 * collector may ask much for that.
 *
 * <p>Nothing on the way of a poll jumps backwards, because HotSpot would take it for a loop, at each level of a chain: with
 * safepoints in it, and without passing constants through it.
 *
 * <p>Awaits with the same live variables and the same handlers are one group g and share its code; where there is nothing
 * to restore, the dispatch goes to poll k at once, and where no handler of the user's is around an await, unwinding throws
 * at once.
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

    /** Where a resumed body goes on: polls the child, takes its turn, or after an emit does what follows. */
    private final Map<ChildAccess, LabelNode> entry = new LinkedHashMap<>();

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
            replace(child.point().await(), suspension(child));
        }
        InsnList code = method.instructions;
        code.insert(start.insns());
        code.add(finish().insns());
        for (PointGroup group : groups.values()) {
            if (saves(group)) {
                code.add(save(group).insns());
            }
        }
        code.add(unwind().insns());
        endFrameOnFailure();
        method.maxStack += 6;
    }

    /** What leaves from the body ends its frame. Last in the table: handlers of the user's and ours come first. */
    private void endFrameOnFailure() {
        LabelNode from = new LabelNode();
        LabelNode failed = new LabelNode();
        method.instructions.insert(from);
        method.instructions.add(new Code()
                .target(failed, base.subList(0, body.unwindingSlot()), THROWABLE)
                .line(declarationLine)
                .aload(frame)
                .op(Opcodes.SWAP)
                .invoke(
                        Opcodes.INVOKESTATIC,
                        Names.UNWINDING,
                        "fail",
                        "(" + Names.descriptor(Names.STATE_MACHINE)
                                + "Ljava/lang/Throwable;)Ljava/lang/RuntimeException;",
                        false)
                .op(Opcodes.ATHROW)
                .insns());
        method.tryCatchBlocks.add(new TryCatchBlockNode(from, failed, failed, null));
    }

    private void join(ChildAccess child) {
        PointLayout at = layout.point(child.point().state());
        PointGroup.Key key = new PointGroup.Key(child.point().emits(), at, handlersAround(child.point()));
        PointGroup group = groups.computeIfAbsent(key, PointGroup::new);
        group.members().add(child);
        groupOf.put(child, group);
        entry.put(child, new LabelNode());
    }

    private List<TryCatchBlockNode> handlersAround(SuspensionPoint point) {
        int index = method.instructions.indexOf(point.await());
        return method.tryCatchBlocks.stream()
                .filter(block -> method.instructions.indexOf(block.start) <= index
                        && index < method.instructions.indexOf(block.end))
                .toList();
    }

    /** Whether there is nothing to be done between the dispatch and the points of a group. */
    private static boolean goesOnAtOnce(PointGroup group) {
        return group.layout().saved().isEmpty()
                && group.layout().dead().isEmpty()
                && group.handlers().isEmpty();
    }

    /** Whether there is something to be done between the child's answer and the body's. */
    private static boolean saves(PointGroup group) {
        return group.emits()
                || !group.layout().saved().stream().allMatch(Saved::kept)
                || !group.layout().forgotten().isEmpty();
    }

    private boolean somewhereHandled() {
        return groups.values().stream().anyMatch(group -> !group.handlers().isEmpty());
    }

    private void replace(AbstractInsnNode insn, Code code) {
        InsnList insns = code.insns();
        method.instructions.insertBefore(insn, insns);
        method.instructions.remove(insn);
    }

    private Code start() {
        LabelNode start = new LabelNode();
        LabelNode unwind = unwindLabel;
        Code code = new Code().line(declarationLine);
        code.push(0).store(TypeValue.INT, body.unwindingSlot());
        if (somewhereHandled()) {
            code.op(Opcodes.ACONST_NULL).astore(exception);
        }
        code.aload(frame).getField(future, STATE, "I");
        if (children.isEmpty()) {
            code.jump(Opcodes.IFNE, unwind);
        } else {
            Map<Integer, LabelNode> targets = new TreeMap<>();
            targets.put(0, start);
            groupOf.forEach((child, group) ->
                    targets.put(child.point().state(), goesOnAtOnce(group) ? entry.get(child) : group.restore()));
            code.insns().add(dispatch(targets, unwind));
        }
        // Before the user's code: a jump backwards would be a loop to HotSpot, with all that it does about loops.
        groups.values().stream().filter(group -> !goesOnAtOnce(group)).forEach(group -> code.add(resume(group)));
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

    private Code suspension(ChildAccess child) {
        return child.point().emits() ? emit(child) : child.point().yields() ? turn(child) : await(child);
    }

    private Code await(ChildAccess child) {
        PointGroup group = Objects.requireNonNull(groupOf.get(child));
        return child.arrive()
                .add(state(child))
                .target(entry.get(child), group.layout().locals())
                .add(child.push())
                .op(Opcodes.DUP)
                .astore(exception)
                .add(child.poll())
                .poll("PENDING")
                .jump(Opcodes.IF_ACMPEQ, saves(group) ? group.save() : pending)
                .aload(exception)
                .add(child.get());
    }

    private Code state(ChildAccess child) {
        return new Code()
                .aload(frame)
                .push(child.point().state())
                .load(TypeValue.INT, body.unwindingSlot())
                .op(Opcodes.IOR)
                .putField(future, STATE, "I");
    }

    /** Null is on the stack, in place of a child, and null is left there: the result. */
    private Code turn(ChildAccess child) {
        PointGroup group = Objects.requireNonNull(groupOf.get(child));
        LabelNode again = new LabelNode();
        return new Code()
                .op(Opcodes.POP)
                .add(state(child))
                .target(again, group.layout().locals())
                .aload(body.contextSlot())
                .invoke(Opcodes.INVOKEINTERFACE, Names.CONTEXT, "pollAgain", "()V")
                .go(saves(group) ? group.save() : pending)
                .target(entry.get(child), group.layout().locals())
                .aload(body.contextSlot())
                .invoke(Opcodes.INVOKEINTERFACE, Names.CONTEXT, "spend", "()Z")
                .jump(Opcodes.IFEQ, again)
                .op(Opcodes.ACONST_NULL);
    }

    /** The value is on the stack; the body rests here without a child, and its poll is READY. */
    private Code emit(ChildAccess point) {
        int state = point.point().state();
        Code code = EmitLowering.give(body.target(), frame)
                .add(state(point))
                .go(Objects.requireNonNull(groupOf.get(point)).save())
                .label(entry.get(point));
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

    private Code save(PointGroup group) {
        List<TypeValue> locals = group.layout().locals();
        Code code = new Code().target(group.save(), locals);
        for (Saved saved : group.layout().saved()) {
            if (saved.kept()) {
                continue;
            }
            if (saved.field().isReference()) {
                LabelNode same = new LabelNode();
                code.aload(frame)
                        .getField(future, saved.field())
                        .aload(saved.local())
                        .jump(Opcodes.IF_ACMPEQ, same)
                        .aload(frame)
                        .aload(saved.local())
                        .putField(future, saved.field())
                        .target(same, locals);
            } else {
                code.aload(frame).load(saved.type(), saved.local()).putField(future, saved.field());
            }
        }
        for (FrameField field : group.layout().forgotten()) {
            code.aload(frame).op(Opcodes.ACONST_NULL).putField(future, field);
        }
        return code.poll(group.emits() ? "READY" : "PENDING").op(Opcodes.ARETURN);
    }

    /** Restores the variables, and goes on where the state says, or throws there. */
    private Code resume(PointGroup group) {
        boolean handled = !group.handlers().isEmpty();
        LabelNode rethrow = new LabelNode();
        LabelNode end = new LabelNode();
        Code code = new Code()
                .target(group.restore(), handled ? with(base, exception, THROWABLE) : base)
                .line(declarationLine);
        restore(code, group.layout());
        if (handled) {
            code.aload(exception).jump(Opcodes.IFNONNULL, rethrow);
        }
        Map<Integer, LabelNode> targets = new TreeMap<>();
        group.members().forEach(child -> targets.put(child.point().state(), entry.get(child)));
        goOn(code, targets);
        if (handled) {
            code.target(rethrow, with(group.layout().locals(), exception, THROWABLE))
                    .aload(exception)
                    .op(Opcodes.ATHROW)
                    .label(end);
            for (TryCatchBlockNode handler : group.handlers()) {
                method.tryCatchBlocks.add(new TryCatchBlockNode(rethrow, end, handler.handler, handler.type));
            }
        }
        return code;
    }

    /** Goes to the one target, or to the one that belongs to the frame's state. */
    private void goOn(Code code, Map<Integer, LabelNode> targets) {
        if (targets.size() == 1) {
            code.go(targets.values().iterator().next());
        } else {
            code.aload(frame).getField(future, STATE, "I");
            code.insns().add(dispatch(targets, targets.values().iterator().next()));
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
        if (!somewhereHandled()) {
            return code.op(Opcodes.ATHROW);
        }
        LabelNode unhandled = new LabelNode();
        Map<Integer, LabelNode> targets = new TreeMap<>();
        groupOf.forEach((child, group) ->
                targets.put(child.point().state(), group.handlers().isEmpty() ? unhandled : group.restore()));
        code.astore(exception)
                .aload(frame)
                .getField(future, STATE, "I")
                .op(Opcodes.DUP)
                .op(Opcodes.I2C) // a method has fewer awaits than bytes
                .op(Opcodes.DUP_X1)
                .op(Opcodes.ISUB)
                .store(TypeValue.INT, body.unwindingSlot());
        // What is left on the stack is the number of the await.
        if (targets.values().stream().distinct().count() == 1) {
            return code.op(Opcodes.POP).go(targets.values().iterator().next());
        }
        code.insns().add(dispatch(targets, unhandled));
        return code.target(unhandled, with(base, exception, THROWABLE))
                .aload(exception)
                .op(Opcodes.ATHROW);
    }
}
