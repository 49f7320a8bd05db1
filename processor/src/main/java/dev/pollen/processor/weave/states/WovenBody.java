// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.states;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.StateGraph;
import dev.pollen.processor.weave.analysis.FrameTypes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A body as the weaver has written it, with its landmarks.
 *
 * <pre>
 *   switch (f.state)              the dispatch: where a state is resumed, and behind it the variables are restored
 *   start:                        here the user's code begins
 *   f.state = 3 | unwinding       an arrival
 *   child.poll(cx) == PENDING     the question
 *   ..                            what is ready goes on here
 *   cx.spend() ? ..               the question after a yield
 *   f.state = -1                  the end
 * </pre>
 */
final class WovenBody {
    private static final String STATE = "state";

    private final ClassNode owner;
    private final MethodNode method;
    private final String future;
    private final int frameLocal;
    private final Map<AbstractInsnNode, Integer> arrivals = new HashMap<>();
    private final Map<Integer, AbstractInsnNode> arrivalOf = new HashMap<>();
    private final @Nullable AbstractInsnNode dispatch;
    private final int userStart;
    private final int userEnd;

    private WovenBody(ClassNode owner, MethodNode method, String future) {
        this.owner = owner;
        this.method = method;
        this.future = future;
        this.frameLocal = (method.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
        for (AbstractInsnNode insn : method.instructions) {
            Integer state = arrivesAt(insn);
            if (state != null) {
                arrivals.put(insn, state);
                arrivalOf.put(state, insn);
            }
        }
        this.dispatch = firstSwitch();
        this.userStart = userStart();
        this.userEnd = userEnd();
    }

    /**
     * Finds the body of a Future class.
     *
     * @param node a woven Future class
     * @param owners finds classes by internal names
     * @return its body; null if the class that has it is not found
     */
    static @Nullable WovenBody of(ClassNode node, Function<String, @Nullable ClassNode> owners) {
        for (MethodNode method : node.methods) {
            if (!method.name.equals("poll") || !method.desc.endsWith(")" + Names.descriptor(Names.POLL))) {
                continue;
            }
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof MethodInsnNode call && call.desc.contains(Names.descriptor(node.name))) {
                    return find(node.name, call, owners.apply(call.owner));
                }
            }
        }
        return null;
    }

    private static @Nullable WovenBody find(String future, MethodInsnNode call, @Nullable ClassNode owner) {
        if (owner == null) {
            return null;
        }
        return owner.methods.stream()
                .filter(method -> method.name.equals(call.name) && method.desc.equals(call.desc))
                .findFirst()
                .map(method -> new WovenBody(owner, method, future))
                .orElse(null);
    }

    private @Nullable Integer arrivesAt(AbstractInsnNode insn) {
        if (insn.getOpcode() != Opcodes.PUTFIELD || !isState(insn)) {
            return null;
        }
        AbstractInsnNode value = before(insn);
        if (value.getOpcode() == Opcodes.ICONST_M1) {
            return StateGraph.DONE;
        }
        return constant(before(before(value)));
    }

    /** What a push instruction pushes. */
    static int constant(AbstractInsnNode push) {
        if (push instanceof IntInsnNode number) {
            return number.operand;
        }
        return push instanceof LdcInsnNode number ? (Integer) number.cst : push.getOpcode() - Opcodes.ICONST_0;
    }

    private boolean isState(AbstractInsnNode insn) {
        return insn instanceof FieldInsnNode field && field.owner.equals(future) && field.name.equals(STATE);
    }

    /** The instruction before one, without labels, lines and frames. */
    static AbstractInsnNode before(AbstractInsnNode insn) {
        AbstractInsnNode previous = insn.getPrevious();
        while (previous != null && previous.getOpcode() < 0) {
            previous = previous.getPrevious();
        }
        return previous == null ? insn : previous;
    }

    /** The instruction after one, without labels, lines and frames. */
    static @Nullable AbstractInsnNode after(AbstractInsnNode insn) {
        AbstractInsnNode next = insn.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next;
    }

    private @Nullable AbstractInsnNode firstSwitch() {
        for (AbstractInsnNode insn : method.instructions) {
            if (isDispatch(insn)) {
                return insn;
            }
        }
        return null;
    }

    /** Whether an instruction goes where the state says. */
    boolean isDispatch(AbstractInsnNode insn) {
        return (insn instanceof TableSwitchInsnNode || insn instanceof LookupSwitchInsnNode) && isState(before(insn));
    }

    /** Whether an instruction asks whether the child is pending, or after a yield the budget is spent; then it jumps. */
    boolean isQuestion(AbstractInsnNode insn) {
        return insn.getOpcode() == Opcodes.IF_ACMPEQ
                        && before(insn) instanceof FieldInsnNode field
                        && field.owner.equals(Names.POLL)
                        && field.name.equals("PENDING")
                || insn.getOpcode() == Opcodes.IFEQ && isOfContext(before(insn), "spend");
    }

    /** Whether an instruction is a call that the weaver has written, of the context of the poll. */
    private boolean isOfContext(@Nullable AbstractInsnNode insn, String name) {
        return insn instanceof MethodInsnNode call
                && call.owner.equals(Names.CONTEXT)
                && call.name.equals(name)
                && before(insn) instanceof VarInsnNode load
                && load.var == frameLocal + 1;
    }

    private int userStart() {
        if (dispatch != null) {
            return index(target(dispatch, StateGraph.START));
        }
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof JumpInsnNode) {
                return index(insn) + 1;
            }
        }
        return 0;
    }

    /** Where a switch goes for a number. */
    static LabelNode target(AbstractInsnNode insn, int number) {
        if (insn instanceof TableSwitchInsnNode table) {
            boolean inside = table.min <= number && number <= table.max;
            return inside ? table.labels.get(number - table.min) : table.dflt;
        }
        LookupSwitchInsnNode lookup = (LookupSwitchInsnNode) insn;
        int at = lookup.keys.indexOf(number);
        return at >= 0 ? lookup.labels.get(at) : lookup.dflt;
    }

    /**
     * Where control goes on when a state is left because what it waits for is there.
     *
     * @param state the number of a state
     * @return the index of an instruction
     */
    int leaves(int state) {
        if (state == StateGraph.START) {
            return userStart;
        }
        AbstractInsnNode arrival = arrival(state);
        boolean rests = emits(state) || yields(state);
        return rests && dispatch != null ? index(target(dispatch, state)) : index(arrival) + 1;
    }

    /** Whether a state has no child, because the body has given a value. */
    boolean emits(int state) {
        AbstractInsnNode next = after(arrival(state));
        return next != null && next.getOpcode() == Opcodes.GOTO;
    }

    /** Whether a state has no child, because the body has given way to other tasks. */
    boolean yields(int state) {
        AbstractInsnNode load = after(arrival(state));
        return load != null && isOfContext(after(load), "pollAgain");
    }

    /** Where the frame is moved to a state. */
    AbstractInsnNode arrival(int state) {
        AbstractInsnNode arrival = arrivalOf.get(state);
        if (arrival == null) {
            throw new IllegalStateException("no state " + state + " in " + method.name);
        }
        return arrival;
    }

    /** The state that an instruction moves the frame to; null for another instruction. */
    @Nullable
    Integer arrivesAt(int index) {
        return arrivals.get(method.instructions.get(index));
    }

    /** The label that a state is dispatched to, where its variables are restored. */
    @Nullable
    LabelNode restoreOf(int state) {
        return dispatch == null ? null : target(dispatch, state);
    }

    /** The numbers of its awaits and emits. */
    int[] states() {
        return arrivalOf.keySet().stream()
                .filter(state -> state > 0)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** The state whose child is there when an instruction runs, the first one after the question; 0 for another one. */
    int answeredAt(AbstractInsnNode insn) {
        AbstractInsnNode previous = before(insn);
        if (!isQuestion(previous)) {
            return 0;
        }
        for (AbstractInsnNode i = previous; i != null; i = i.getPrevious()) {
            Integer state = arrivals.get(i);
            if (state != null) {
                return state;
            }
        }
        return 0;
    }

    /** Whether an instruction is the user's, or stands among his. */
    boolean isUsers(int index) {
        return index >= userStart && index < userEnd;
    }

    private int userEnd() {
        AbstractInsnNode end = arrivalOf.get(StateGraph.DONE);
        while (end != null && !(end.getOpcode() >= 0 && FrameTypes.endsPath(end.getOpcode()))) {
            end = end.getPrevious();
        }
        return end == null ? method.instructions.size() : index(end) + 1;
    }

    /** The variable in a local at a place; null where the class file does not say. */
    @Nullable
    LocalVariableNode variable(int local, AbstractInsnNode at) {
        if (method.localVariables == null) {
            return null;
        }
        int index = index(at);
        return method.localVariables.stream()
                .filter(variable ->
                        variable.index == local && index(variable.start) <= index && index < index(variable.end))
                .findFirst()
                .orElse(null);
    }

    int index(AbstractInsnNode insn) {
        return method.instructions.indexOf(insn);
    }

    InsnList code() {
        return method.instructions;
    }

    MethodNode method() {
        return method;
    }

    ClassNode owner() {
        return owner;
    }

    String future() {
        return future;
    }

    int frameLocal() {
        return frameLocal;
    }

    /** A type as people write it, without packages. */
    static String simple(Type type) {
        String name = type.getClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
