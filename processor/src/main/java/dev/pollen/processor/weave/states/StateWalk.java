// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.states;

import dev.pollen.processor.model.StateGraph;
import dev.pollen.processor.weave.analysis.ControlFlow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Follows control from one state of a body to those that come next: first without exceptions, then from each handler that
 * something on the way can throw to.
 *
 * <p>A branch is a condition of an edge if no way leads to the edge's end without it. So what stands at an edge is true
 * whenever control takes it, and two edges of a state may have the same conditions: what tells them apart is then not a branch
 * that all ways of one share.
 */
final class StateWalk {
    private final WovenBody body;
    private final ControlFlow flow;
    private final Conditions conditions;
    private final int[] lines;
    private final int from;
    private final List<StateGraph.Edge> edges = new ArrayList<>();

    private StateWalk(WovenBody body, ControlFlow flow, Conditions conditions, int[] lines, int from) {
        this.body = body;
        this.flow = flow;
        this.conditions = conditions;
        this.lines = lines;
        this.from = from;
    }

    /** The edges that leave a state. */
    static List<StateGraph.Edge> from(int state, WovenBody body, ControlFlow flow, Conditions conditions) {
        StateWalk walk = new StateWalk(body, flow, conditions, lines(body), state);
        walk.run();
        return walk.edges;
    }

    private static int[] lines(WovenBody body) {
        int[] lines = new int[body.code().size()];
        int line = 0;
        for (int i = 0; i < lines.length; i++) {
            // What loads the parameters belongs to no line of the user's.
            if (body.isUsers(i) && body.code().get(i) instanceof LineNumberNode number) {
                line = number.line;
            }
            lines[i] = body.isUsers(i) && body.code().get(i).getOpcode() >= 0 ? line : 0;
        }
        return lines;
    }

    private void run() {
        int start = body.leaves(from);
        Reached ready = reach(List.of(start), false, -1, -1);
        for (Map.Entry<Integer, BitSet> end : ready.ends().entrySet()) {
            edges.add(new StateGraph.Edge(
                    from, end.getKey(), false, branches(start, end.getKey(), ready), linesTo(end.getValue(), ready)));
        }
        Map<Integer, Set<String>> handlers = handlersOf(ready);
        Map<Integer, Set<String>> types = new TreeMap<>();
        Map<Integer, Set<Integer>> between = new TreeMap<>();
        handlers.forEach((handler, caught) -> {
            Reached thrown = reach(List.of(handler), true, -1, -1);
            thrown.ends().forEach((end, last) -> {
                if (end != StateGraph.FAILED) {
                    types.computeIfAbsent(end, e -> new TreeSet<>()).addAll(caught);
                    between.computeIfAbsent(end, e -> new TreeSet<>()).addAll(linesTo(last, thrown));
                }
            });
        });
        types.forEach((end, caught) -> edges.add(new StateGraph.Edge(
                from, end, true, List.copyOf(caught), List.copyOf(between.getOrDefault(end, Set.of())))));
    }

    /**
     * What a walk has come to.
     *
     * @param seen the instructions
     * @param ends for each state where it ends, the instructions that lead there
     */
    private record Reached(BitSet seen, Map<Integer, BitSet> ends, boolean exceptions) {}

    /** Walks from some instructions, but not along one edge of the flow. */
    private Reached reach(List<Integer> starts, boolean exceptions, int notFrom, int notTo) {
        Reached reached = new Reached(new BitSet(), new TreeMap<>(), exceptions);
        Deque<Integer> open = new ArrayDeque<>(starts);
        starts.forEach(reached.seen()::set);
        while (!open.isEmpty()) {
            int index = open.pop();
            Integer end = end(index);
            if (end != null) {
                reached.ends().computeIfAbsent(end, e -> new BitSet()).set(index);
            }
            if (body.arrivesAt(index) != null) {
                continue;
            }
            for (int next : successors(index, exceptions)) {
                if (!(index == notFrom && next == notTo) && !reached.seen().get(next)) {
                    reached.seen().set(next);
                    open.push(next);
                }
            }
        }
        return reached;
    }

    private @Nullable Integer end(int index) {
        Integer state = body.arrivesAt(index);
        boolean leaves = body.code().get(index).getOpcode() == Opcodes.ATHROW && body.isUsers(index);
        return state == null && leaves && !isCaught(index) ? Integer.valueOf(StateGraph.FAILED) : state;
    }

    /** Whether there is a handler of the user's that lets nothing pass. */
    private boolean isCaught(int index) {
        return ranges(index).stream().anyMatch(range -> range.type == null || range.type.equals("java/lang/Throwable"));
    }

    private int[] successors(int index, boolean exceptions) {
        AbstractInsnNode insn = body.code().get(index);
        int[] next = flow.successors(index);
        if (body.isQuestion(insn)) {
            next = new int[] {index + 1};
        } else if (body.isDispatch(insn)) {
            next = new int[] {body.index(WovenBody.target(insn, from))};
        }
        if (!exceptions || !throwsInto(insn)) {
            return next;
        }
        IntStream handlers = ranges(index).stream().mapToInt(range -> body.index(range.handler));
        return IntStream.concat(IntStream.of(next), handlers).toArray();
    }

    /** The user's own ranges around an instruction; the last one of a body is the weaver's. */
    private List<TryCatchBlockNode> ranges(int index) {
        List<TryCatchBlockNode> all = body.method().tryCatchBlocks;
        return all.subList(0, Math.max(0, all.size() - 1)).stream()
                .filter(range -> body.index(range.start) <= index && index < body.index(range.end))
                .toList();
    }

    /** Whether an instruction can throw, other than by an error of the virtual machine. */
    private boolean throwsInto(AbstractInsnNode insn) {
        if (insn instanceof FieldInsnNode field) {
            return !field.owner.equals(body.future()) && !field.owner.equals("dev/pollen/Poll");
        }
        int opcode = insn.getOpcode();
        return opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD
                || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE
                || opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.CHECKCAST
                || opcode == Opcodes.IDIV
                || opcode == Opcodes.LDIV
                || opcode == Opcodes.IREM
                || opcode == Opcodes.LREM
                || opcode == Opcodes.MULTIANEWARRAY
                || opcode == Opcodes.MONITORENTER
                || opcode == Opcodes.MONITOREXIT;
    }

    private Map<Integer, Set<String>> handlersOf(Reached ready) {
        Map<Integer, Set<String>> handlers = new TreeMap<>();
        ready.seen().stream()
                .filter(index -> throwsInto(body.code().get(index)))
                .forEach(index -> ranges(index)
                        .forEach(range -> handlers.computeIfAbsent(
                                        body.index(range.handler), handler -> new LinkedHashSet<>())
                                .add(
                                        range.type == null
                                                ? "anything"
                                                : WovenBody.simple(Type.getObjectType(range.type)))));
        return handlers;
    }

    private List<String> branches(int start, int end, Reached ready) {
        List<String> found = new ArrayList<>();
        BitSet towards = towards(ready.ends().getOrDefault(end, new BitSet()), ready);
        towards.stream().filter(body::isUsers).forEach(index -> {
            AbstractInsnNode insn = body.code().get(index);
            int[] next = IntStream.of(successors(index, false)).distinct().toArray();
            if (next.length < 2) {
                return;
            }
            for (int way : next) {
                if (!reach(List.of(start), false, index, way).ends().containsKey(end)) {
                    String text = conditions.of(insn, way, taken(insn, way));
                    if (!text.isEmpty() && !found.contains(text)) {
                        found.add(text);
                    }
                }
            }
        });
        return found;
    }

    private boolean taken(AbstractInsnNode insn, int way) {
        return insn instanceof JumpInsnNode jump
                && body.index(jump.label) == way
                && !(insn instanceof TableSwitchInsnNode || insn instanceof LookupSwitchInsnNode);
    }

    /** The instructions of a walk from which some of its instructions can be reached. */
    private BitSet towards(BitSet ends, Reached reached) {
        BitSet towards = (BitSet) ends.clone();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = reached.seen().length() - 1; i >= 0; i--) {
                if (!reached.seen().get(i) || towards.get(i) || body.arrivesAt(i) != null) {
                    continue;
                }
                if (IntStream.of(successors(i, reached.exceptions())).anyMatch(towards::get)) {
                    towards.set(i);
                    grown = true;
                }
            }
        }
        return towards;
    }

    private List<Integer> linesTo(BitSet ends, Reached reached) {
        return towards(ends, reached).stream()
                .map(index -> lines[index])
                .filter(line -> line > 0)
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }
}
