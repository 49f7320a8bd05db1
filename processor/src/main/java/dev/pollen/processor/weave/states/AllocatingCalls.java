// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.states;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.StateGraph;
import dev.pollen.processor.weave.analysis.AllocationExemptions;
import dev.pollen.processor.weave.analysis.AllocationMarks;
import dev.pollen.processor.weave.analysis.Allocations;
import dev.pollen.processor.weave.analysis.ClassFile;
import dev.pollen.processor.weave.analysis.ControlFlow;
import dev.pollen.processor.weave.analysis.Lines;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * Finds the calls in a woven body of ordinary methods that allocate, themselves or through what they call.
 *
 * <pre>
 *   body, line 17:  log(meter)           17: calls Meter.log, which allocates at Meter.java:40: string concatenation
 *   Meter.log:      out(meter.text())
 *   Meter.text:40:  "at " + value
 * </pre>
 *
 * <p>It is a view of class files, for the report alone: a body's class says nothing of what others do, as those may change
 * without it. What is exempt in a body is exempt in each of the methods. Of a library's methods only what stands before their
 * first branch counts: behind it is what they make once, or when they have to. Methods of the JDK are not looked at, calls
 * through interfaces and of abstract methods lead nowhere, and a method that is overridden counts as it is where the call finds
 * it. The search is breadth first, so that what is nearest is named, and goes {@value #DEPTH} calls deep.
 */
public final class AllocatingCalls {
    private static final int DEPTH = 8;
    private static final List<String> JDK = List.of("[", "java/", "javax/", "jdk/", "sun/", "com/sun/");

    private final Function<String, byte @Nullable []> classes;
    private final Predicate<String> isLibrary;
    private final Map<String, Optional<ClassNode>> nodes = new HashMap<>();
    private final Map<MethodRef, Optional<Ordinary>> methods = new HashMap<>();

    /**
     * Prepares to look.
     *
     * @param classes finds class files by internal names
     * @param isLibrary tells the classes that are no part of what the report is about, by the same names
     */
    public AllocatingCalls(Function<String, byte @Nullable []> classes, Predicate<String> isLibrary) {
        this.classes = classes;
        this.isLibrary = isLibrary;
    }

    /**
     * An ordinary method.
     *
     * @param file its source
     * @param places what it allocates itself
     * @param calls whom it calls
     */
    private record Ordinary(String file, List<String> places, List<MethodRef> calls) {}

    private record Step(MethodRef method, int depth) {}

    /**
     * Reads a body.
     *
     * @param facts what is written down of its frame
     * @return a text for each line and method that it calls there; none if a class file is missing
     */
    public List<String> of(FrameFacts facts) {
        ClassNode future = node(facts.future());
        WovenBody body = future == null ? null : WovenBody.of(future, this::node);
        if (body == null) {
            return List.of();
        }
        AllocationExemptions exempt = AllocationExemptions.of(body.method(), asWritten(body), facts.isTask());
        Set<String> found = new LinkedHashSet<>();
        for (AbstractInsnNode insn : body.code()) {
            if (insn instanceof MethodInsnNode call
                    && body.isUsers(body.index(insn))
                    && !isAsync(call)
                    && !exempt.contains(insn)) {
                String where = firstPlace(ref(call));
                if (!where.isEmpty()) {
                    found.add(Lines.of(insn) + ": calls " + AllocationMarks.simpleName(call.owner) + "." + call.name
                            + ", which allocates at " + where);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Where control goes in the method that the user has written: a frame that waits or rests goes on as if it had not. */
    private static ControlFlow asWritten(WovenBody body) {
        Map<Integer, Integer> next = new HashMap<>();
        for (AbstractInsnNode insn : body.code()) {
            if (body.isDispatch(insn)) {
                next.put(body.index(insn), body.leaves(StateGraph.START));
            } else if (body.isQuestion(insn)) {
                next.put(body.index(insn), body.index(insn) + 1);
            }
        }
        for (int state : body.states()) {
            if (body.emits(state) || body.yields(state)) {
                int leave = leave(body, state);
                next.put(leave, leave + 1);
            }
        }
        return ControlFlow.of(body.method()).redirected(next);
    }

    /** Where a state without a child goes to save; what follows there is what follows when it is resumed. */
    private static int leave(WovenBody body, int state) {
        AbstractInsnNode insn = body.arrival(state);
        while (insn.getOpcode() != Opcodes.GOTO && insn.getNext() != null) {
            insn = insn.getNext();
        }
        return body.index(insn);
    }

    private String firstPlace(MethodRef called) {
        Set<MethodRef> seen = new HashSet<>(Set.of(called));
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(called, 1)));
        while (!open.isEmpty()) {
            Step step = open.remove();
            Ordinary method = methods.computeIfAbsent(step.method(), this::read).orElse(null);
            if (method == null) {
                continue;
            }
            if (!method.places().isEmpty()) {
                return method.file() + ":" + method.places().get(0);
            }
            for (MethodRef next : method.calls()) {
                if (step.depth() < DEPTH && seen.add(next)) {
                    open.add(new Step(next, step.depth() + 1));
                }
            }
        }
        return "";
    }

    private Optional<Ordinary> read(MethodRef ref) {
        ClassNode owner = isOfJdk(ref.owner()) ? null : node(ref.owner());
        while (owner != null) {
            for (MethodNode method : owner.methods) {
                if (method.name.equals(ref.name()) && method.desc.equals(ref.descriptor())) {
                    return Optional.of(read(owner, method));
                }
            }
            owner = owner.superName == null || isOfJdk(owner.superName) ? null : node(owner.superName);
        }
        return Optional.empty();
    }

    private Ordinary read(ClassNode owner, MethodNode method) {
        if (isLibrary.test(owner.name)) {
            withoutBranches(method);
        }
        AllocationExemptions exempt = AllocationExemptions.of(method, ControlFlow.of(method), false);
        List<MethodRef> calls = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode call && !isAsync(call) && !exempt.contains(insn)) {
                calls.add(ref(call));
            }
        }
        String file = owner.sourceFile == null ? AllocationMarks.simpleName(owner.name) : owner.sourceFile;
        return new Ordinary(file, Allocations.in(method, exempt), calls);
    }

    private static void withoutBranches(MethodNode method) {
        AbstractInsnNode insn = method.instructions.getFirst();
        while (insn != null && !isBranch(insn)) {
            insn = insn.getNext();
        }
        while (insn != null) {
            AbstractInsnNode next = insn.getNext();
            if (insn.getOpcode() >= 0) {
                method.instructions.remove(insn);
            }
            insn = next;
        }
    }

    private static boolean isBranch(AbstractInsnNode insn) {
        return insn instanceof JumpInsnNode
                || insn instanceof TableSwitchInsnNode
                || insn instanceof LookupSwitchInsnNode;
    }

    /** Whether a call is of a body or of what puts a frame into its slot, both with a report of their own, or of a constructor. */
    private static boolean isAsync(MethodInsnNode call) {
        return call.name.endsWith("$in") || call.name.endsWith("$poll") || call.name.equals("<init>");
    }

    private static MethodRef ref(MethodInsnNode call) {
        return new MethodRef(call.owner, call.name, call.desc);
    }

    private static boolean isOfJdk(String owner) {
        return JDK.stream().anyMatch(owner::startsWith);
    }

    private @Nullable ClassNode node(String name) {
        return nodes.computeIfAbsent(
                        name,
                        key -> Optional.ofNullable(classes.apply(key))
                                .map(bytes -> ClassFile.of(bytes).node(ClassReader.EXPAND_FRAMES)))
                .orElse(null);
    }
}
