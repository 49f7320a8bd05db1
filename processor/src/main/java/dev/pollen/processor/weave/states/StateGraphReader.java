// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.states;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.StateGraph;
import dev.pollen.processor.weave.analysis.ClassFile;
import dev.pollen.processor.weave.analysis.ControlFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Reads the states of a woven body out of its class files: nothing is written down for it when a class is woven, and what is
 * shown is what runs.
 */
public final class StateGraphReader {
    private static final int REFERENCE = 4;

    private final WovenBody body;
    private final Map<Integer, FieldInsnNode> children;

    private StateGraphReader(WovenBody body, Map<Integer, FieldInsnNode> children) {
        this.body = body;
        this.children = children;
    }

    /**
     * Reads a body.
     *
     * @param facts what is written down of its frame
     * @param classes finds class files by internal names
     * @return its states; empty if a class file is missing
     */
    public static Optional<StateGraph> read(FrameFacts facts, Function<String, byte @Nullable []> classes) {
        ClassNode node = node(classes.apply(facts.future()));
        WovenBody body = node == null ? null : WovenBody.of(node, owner -> node(classes.apply(owner)));
        if (node == null || body == null) {
            return Optional.empty();
        }
        return Optional.of(new StateGraphReader(body, children(node)).read(facts.awaits()));
    }

    private static @Nullable ClassNode node(byte @Nullable [] bytes) {
        return bytes == null ? null : ClassFile.of(bytes).node(ClassReader.EXPAND_FRAMES);
    }

    private StateGraph read(List<String> awaits) {
        List<StateGraph.State> states = new ArrayList<>();
        ControlFlow flow = ControlFlow.of(body.method());
        Conditions conditions = new Conditions(body, awaits);
        List<StateGraph.Edge> edges = new ArrayList<>(StateWalk.from(StateGraph.START, body, flow, conditions));
        for (int state : body.states()) {
            FieldInsnNode child = children.get(state);
            states.add(new StateGraph.State(
                    state,
                    body.emits(state),
                    child == null ? "" : Type.getType(child.desc).getInternalName(),
                    live(state, child)));
            edges.addAll(StateWalk.from(state, body, flow, conditions));
        }
        return new StateGraph(states, edges);
    }

    /** The field of the child of each state, from {@code child(int)}. */
    private static Map<Integer, FieldInsnNode> children(ClassNode future) {
        Map<Integer, FieldInsnNode> children = new HashMap<>();
        for (MethodNode method : future.methods) {
            if (!method.name.equals("child") || !method.desc.equals("(I)" + Names.descriptor(Names.FUTURE))) {
                continue;
            }
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof TableSwitchInsnNode table) {
                    for (int state = table.min; state <= table.max; state++) {
                        add(children, state, WovenBody.target(insn, state));
                    }
                } else if (insn instanceof LookupSwitchInsnNode lookup) {
                    lookup.keys.forEach(state -> add(children, state, WovenBody.target(lookup, state)));
                }
            }
        }
        return children;
    }

    private static void add(Map<Integer, FieldInsnNode> children, int state, AbstractInsnNode at) {
        for (AbstractInsnNode insn = at; insn != null && insn.getOpcode() != Opcodes.ARETURN; insn = insn.getNext()) {
            if (insn instanceof FieldInsnNode field) {
                children.putIfAbsent(state, field);
            }
        }
    }

    /** What stands between the dispatch and the poll: a field, perhaps a cast, and the local that it goes to. */
    private List<StateGraph.Live> live(int state, @Nullable FieldInsnNode child) {
        List<StateGraph.Live> live = new ArrayList<>();
        AbstractInsnNode resumed = body.emits(state) ? null : body.code().get(body.leaves(state));
        FieldInsnNode field = null;
        Type cast = null;
        for (AbstractInsnNode insn = body.restoreOf(state);
                insn != null && insn != resumed && !(insn instanceof JumpInsnNode) && !body.isDispatch(insn);
                insn = insn.getNext()) {
            if (insn.getOpcode() == Opcodes.GETFIELD) {
                field = (FieldInsnNode) insn;
                cast = null;
            } else if (insn.getOpcode() == Opcodes.CHECKCAST) {
                cast = Type.getObjectType(((TypeInsnNode) insn).desc);
            } else if (insn instanceof VarInsnNode store && store.getOpcode() >= Opcodes.ISTORE && field != null) {
                if (child == null || !child.name.equals(field.name)) {
                    live.add(live(store.var, field, cast, body.arrival(state)));
                }
                field = null;
            }
        }
        return live;
    }

    private StateGraph.Live live(int local, FieldInsnNode field, @Nullable Type cast, AbstractInsnNode at) {
        LocalVariableNode variable = body.variable(local, at);
        Type type = variable != null ? Type.getType(variable.desc) : cast != null ? cast : Type.getType(field.desc);
        return new StateGraph.Live(variable == null ? "" : variable.name, WovenBody.simple(type), bytes(field.desc));
    }

    private static int bytes(String descriptor) {
        return switch (descriptor) {
            case "J", "D" -> 2 * REFERENCE;
            case "Z", "B" -> 1;
            case "S", "C" -> 2;
            default -> REFERENCE;
        };
    }
}
