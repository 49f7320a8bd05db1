// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.advice;

import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.weave.analysis.Calls;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A {@code java.util.concurrent} lock belongs to a thread. Held over an await it keeps other threads out for as long as the task
 * is suspended, and keeps no other task of its own thread out.
 *
 * <pre>
 *   lock.lock();                                      held: lock
 *   try { await(x); } finally { lock.unlock(); }      broken
 *   if (lock.tryLock()) { .. }                        held in the branch
 *   if (c) lock.lock();                               held on one way and not on the other: nothing is said
 * </pre>
 *
 * <p>A lock is known by the variable, field or getter that it is called through. What other methods lock is not seen.
 */
final class HeldLocks implements Rule {
    private static final String LOCK = "java/util/concurrent/locks/Lock";

    private final SuperTypes types;

    HeldLocks(Library library) {
        this.types = new SuperTypes(library);
    }

    /** What a call does to the lock that it is called on. */
    private record Step(String key, String method) {}

    @Override
    public void check(AdvisedMethod code) {
        if (!code.isAsync()) {
            return;
        }
        Map<Integer, Step> steps = steps(code);
        if (!steps.isEmpty()) {
            awaitsHolding(code, steps);
        }
    }

    private Map<Integer, Step> steps(AdvisedMethod code) {
        Map<Integer, Step> steps = new HashMap<>();
        boolean locks = false;
        for (int i = 0; i < code.code().size(); i++) {
            if (code.code().get(i) instanceof MethodInsnNode call && isStep(call.name) && types.is(call.owner, LOCK)) {
                String key = code.definitions().key(code.definitions().argument(call, -1));
                if (key != null) {
                    steps.put(i, new Step(key, call.name));
                    locks |= !call.name.equals("unlock");
                }
            }
        }
        return locks ? steps : Map.of();
    }

    private static boolean isStep(String method) {
        return switch (method) {
            case "lock", "lockInterruptibly", "tryLock", "unlock" -> true;
            default -> false;
        };
    }

    /** Walks forward with the locks that are held on every way, until nothing changes. */
    private static void awaitsHolding(AdvisedMethod code, Map<Integer, Step> steps) {
        @Nullable Set<String>[] before = sets(code.code().size());
        Deque<Integer> open = new ArrayDeque<>();
        before[0] = Set.of();
        open.add(0);
        while (!open.isEmpty()) {
            int at = open.remove();
            Set<String> held = before[at];
            for (int handler : code.flow().handlers(at)) {
                meet(handler, held, before, open);
            }
            Step step = steps.get(at);
            for (int next : code.flow().successors(at)) {
                meet(next, after(step, held, at, next, steps, code), before, open);
            }
        }
        for (int i = 0; i < before.length; i++) {
            AbstractInsnNode insn = code.code().get(i);
            Set<String> held = before[i];
            if (held != null && !held.isEmpty() && Calls.isSuspension(insn)) {
                String name = new TreeSet<>(held).first();
                code.report(Message.LOCK_OVER_AWAIT, insn, ((MethodInsnNode) insn).name, display(name));
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Set<String>[] sets(int size) {
        Set<String>[] sets = new Set[size];
        Arrays.fill(sets, null);
        return sets;
    }

    private static Set<String> after(
            @Nullable Step step, Set<String> held, int at, int next, Map<Integer, Step> steps, AdvisedMethod code) {
        if (step != null && step.method().equals("unlock")) {
            return without(held, step.key());
        }
        if (step != null && !step.method().equals("tryLock")) {
            return with(held, step.key());
        }
        // if (lock.tryLock()): taken on the way on which the answer is not 0
        AbstractInsnNode insn = code.code().get(at);
        if (insn instanceof JumpInsnNode jump
                && (jump.getOpcode() == Opcodes.IFEQ || jump.getOpcode() == Opcodes.IFNE)) {
            Step asked = steps.get(previous(code, at));
            boolean jumps = next == code.code().indexOf(jump.label);
            boolean taken = jumps == (jump.getOpcode() == Opcodes.IFNE);
            if (asked != null && asked.method().equals("tryLock") && taken) {
                return with(held, asked.key());
            }
        }
        return held;
    }

    private static int previous(AdvisedMethod code, int at) {
        AbstractInsnNode insn = code.code().get(at).getPrevious();
        while (insn != null && insn.getOpcode() < 0) {
            insn = insn.getPrevious();
        }
        return insn == null ? -1 : code.code().indexOf(insn);
    }

    private static Set<String> with(Set<String> held, String key) {
        Set<String> more = new HashSet<>(held);
        more.add(key);
        return more;
    }

    private static Set<String> without(Set<String> held, String key) {
        Set<String> less = new HashSet<>(held);
        less.remove(key);
        return less;
    }

    private static void meet(int target, Set<String> held, @Nullable Set<String>[] before, Deque<Integer> open) {
        Set<String> known = before[target];
        if (known == null) {
            before[target] = held;
            open.add(target);
        } else if (!held.containsAll(known)) {
            Set<String> both = new HashSet<>(known);
            both.retainAll(held);
            before[target] = both;
            open.add(target);
        }
    }

    /** The last name of a lock's key; a variable has none there. */
    private static String display(String key) {
        int dot = key.lastIndexOf('.');
        return dot < 0 || key.endsWith("()") ? "a lock" : key.substring(dot + 1);
    }
}
