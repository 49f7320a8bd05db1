// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.states;

import dev.pollen.processor.model.StateGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes of a body what a decompiler can read: code that runs from the start to the end. The dispatch jumps from outside into
 * loops and {@code try} blocks, which no Java can say; what it does is the same at each state, so that a comment can say it.
 *
 * <pre>
 *   unwinding = 0; switch (f.state) ..; restore ..; start:       nothing
 *   f.state = 1 | unwinding                                      frame.state = 1
 *   if ((e = f.child$0).poll(cx) == PENDING) goto save           if (frame.child$0.poll(cx) == PENDING) { save; return PENDING; }
 *   e.take()                                                     frame.child$0.take()
 *   f.state = 2 | unwinding; goto save; ready:                   frame.state = 2; if (Frame.emits$()) { save; return READY; }
 *   f.state = 3 | unwinding                                      frame.state = 3
 *   again: cx.pollAgain(); goto save                             do { cx.pollAgain(); if (Frame.emits$()) { save; return PENDING; }
 *   turn: if (!cx.spend()) goto again                            } while (!cx.spend())
 *   unwind: ..  failed: ..                                       nothing
 * </pre>
 */
final class ReadableBody {
    /** Stands where an emit or a yield rests, for code behind it to be reached. */
    static final String EMITS = "emits$";

    private final WovenBody body;
    private final MethodNode method;
    private final InsnList code;

    private ReadableBody(WovenBody body) {
        this.body = body;
        this.method = body.method();
        this.code = body.code();
    }

    /** Changes a body, which is of no other use afterwards. */
    static void straighten(WovenBody body) {
        new ReadableBody(body).run();
    }

    private void run() {
        List<AbstractInsnNode> before = new ArrayList<>();
        int start = body.leaves(StateGraph.START);
        for (int i = 0; i < start; i++) {
            before.add(code.get(i));
        }
        for (int state : body.states()) {
            AbstractInsnNode arrival = body.arrival(state);
            boolean rests = body.emits(state) || body.yields(state);
            withoutUnwinding(arrival);
            if (rests) {
                rest(arrival);
            } else {
                ask(arrival);
            }
        }
        TryCatchBlockNode failed = method.tryCatchBlocks.get(method.tryCatchBlocks.size() - 1);
        method.tryCatchBlocks.removeIf(range -> range == failed || before.contains(range.start));
        before.stream().filter(insn -> insn.getOpcode() >= 0).forEach(code::remove);
        withoutFrames(method);
        LabelNode first = new LabelNode();
        LabelNode last = new LabelNode();
        code.insert(first);
        code.add(last);
        name(body.frameLocal(), "frame", body.future(), first, last);
        name(body.frameLocal() + 1, "cx", "dev/pollen/Context", first, last);
    }

    /** Decompilers need no frames, and these belong to other code. */
    static void withoutFrames(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (insn instanceof FrameNode) {
                method.instructions.remove(insn);
            }
        }
    }

    private void withoutUnwinding(AbstractInsnNode put) {
        AbstractInsnNode or = WovenBody.before(put);
        code.remove(WovenBody.before(or));
        code.remove(or);
    }

    private void rest(AbstractInsnNode put) {
        AbstractInsnNode last = put;
        while (last != null && last.getOpcode() != Opcodes.GOTO) {
            last = last.getNext();
        }
        if (last instanceof JumpInsnNode save) {
            code.insertBefore(save, new MethodInsnNode(Opcodes.INVOKESTATIC, body.future(), EMITS, "()Z", false));
            JumpInsnNode jump = new JumpInsnNode(Opcodes.IFEQ, new LabelNode());
            leaveInPlace(save, jump);
        }
    }

    private void ask(AbstractInsnNode put) {
        AbstractInsnNode question = put;
        while (question != null && !body.isQuestion(question)) {
            question = question.getNext();
        }
        if (question instanceof JumpInsnNode jump) {
            readChildAgain(put, jump);
            leaveInPlace(jump, new JumpInsnNode(Opcodes.IF_ACMPNE, new LabelNode()));
        }
    }

    /** The child is read from the frame a second time where the body has it in a local. */
    private void readChildAgain(AbstractInsnNode put, JumpInsnNode question) {
        List<AbstractInsnNode> push = new ArrayList<>();
        AbstractInsnNode insn = put.getNext();
        while (insn != null && insn.getOpcode() != Opcodes.DUP) {
            if (insn.getOpcode() >= 0) {
                push.add(insn);
            }
            insn = insn.getNext();
        }
        AbstractInsnNode store = insn == null ? null : WovenBody.after(insn);
        AbstractInsnNode load = WovenBody.after(question);
        if (insn != null
                && store instanceof VarInsnNode kept
                && load instanceof VarInsnNode read
                && kept.var == read.var) {
            push.forEach(part -> code.insertBefore(load, part.clone(Map.of())));
            code.remove(load);
            code.remove(insn);
            code.remove(store);
        }
    }

    /** What several states do when they are left stands at each of them. */
    private void leaveInPlace(JumpInsnNode toSave, JumpInsnNode past) {
        InsnList copy = new InsnList();
        copy.add(past);
        Map<LabelNode, LabelNode> labels = new HashMap<>();
        List<AbstractInsnNode> save = new ArrayList<>();
        for (AbstractInsnNode insn = toSave.label; insn != null; insn = insn.getNext()) {
            save.add(insn);
            if (insn instanceof LabelNode label) {
                labels.put(label, new LabelNode());
            }
            if (insn.getOpcode() == Opcodes.ARETURN) {
                break;
            }
        }
        for (AbstractInsnNode insn : save) {
            if (insn.getOpcode() >= 0 || insn instanceof LabelNode) {
                copy.add(insn.clone(labels));
            }
        }
        copy.add(past.label);
        code.insert(toSave, copy);
        code.remove(toSave);
    }

    private void name(int local, String name, String type, LabelNode first, LabelNode last) {
        List<LocalVariableNode> variables =
                method.localVariables == null ? new ArrayList<>() : new ArrayList<>(method.localVariables);
        boolean taken = variables.stream().anyMatch(variable -> variable.name.equals(name));
        variables.add(new LocalVariableNode(taken ? name + "$" : name, "L" + type + ";", null, first, last, local));
        method.localVariables = variables;
    }
}
