// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.ResultKind;
import dev.pollen.processor.weave.analysis.Callees;
import dev.pollen.processor.weave.analysis.Calls;
import dev.pollen.processor.weave.analysis.Liveness;
import dev.pollen.processor.weave.analysis.Origin;
import dev.pollen.processor.weave.analysis.Origins;
import dev.pollen.processor.weave.analysis.Use;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * How long the future of a call is in use, and by whom: so whether the frame can keep a slot for it, whether that slot
 * must be its own, and whether somebody has to end it when the frame ends.
 *
 * <pre>
 *   await(a())                  in use until the await has ended: a slot that others can share
 *   f = a(); .. await(f)        in use as long as the frame is: a slot of its own, dropped when the frame ends
 *   await(select(a(), b()))     b() may throw before anybody awaits a(): dropped, too
 *   list.add(a())               in use by who knows whom: on the heap, and nobody's business here
 * </pre>
 */
final class Lifetimes {
    private static final Set<String> CONTRACT =
            Set.of("poll", "get", "take", "cancel", "toString", "hashCode", "equals", "next", "current");

    private final Callees callees;
    private final Origins origins;
    private final Liveness liveness;

    Lifetimes(Callees callees, Origins origins, Liveness liveness) {
        this.callees = callees;
        this.origins = origins;
        this.liveness = liveness;
    }

    /**
     * Why a call is not placed.
     *
     * @param call the call
     * @param placed the calls that may be; null if that is not known yet
     * @return the reason; empty if the call is placed
     */
    String reasonForHeap(MethodInsnNode call, @Nullable Set<MethodInsnNode> placed) {
        Callee callee = callees.apply(call);
        if (callee == null || callee.kind() == Callee.Kind.TASK) {
            return "the method that is called has no mark: it is neither @Async nor @Placed";
        }
        if (callee.kind() == Callee.Kind.GENERATOR && callee.overridable()) {
            return "the method can be overridden, so the class of its frame is not known; make the method or its class"
                    + " final, private or static";
        }
        return reasonToLeave(call, placed);
    }

    /** The reason for people, and what follows from it for a stream: nobody but its holder ends it. */
    String noteForHeap(MethodInsnNode call, Set<MethodInsnNode> placed) {
        String reason = reasonForHeap(call, placed);
        return isStream(call) && !isOwnedOnHeap(call) ? reason + "; whoever holds it has to cancel it" : reason;
    }

    private String reasonToLeave(MethodInsnNode call, @Nullable Set<MethodInsnNode> placed) {
        Set<Use> uses = usesOf(call);
        if (uses.isEmpty()) {
            return "it is never awaited, and so it never runs";
        }
        for (Use use : uses) {
            switch (use.kind()) {
                case AWAIT, VARIABLE -> {}
                case COMBINED -> {
                    if (placed != null && !placed.contains(use.by())) {
                        return "what it is combined into is on the heap";
                    }
                }
                default -> {
                    if (!isContract(use)) {
                        return "it " + use.kind().text();
                    }
                }
            }
        }
        return isKept(call) && isHeldWhereItRuns(call) ? "it may still be in use when the expression runs again" : "";
    }

    private Set<Use> usesOf(MethodInsnNode call) {
        Set<Use> uses = new LinkedHashSet<>(origins.uses(new Origin(Origin.Kind.FUTURE, call)));
        // What becomes of a stream's next value becomes of the stream.
        uses.addAll(origins.uses(new Origin(Origin.Kind.NEXT, call)));
        return uses;
    }

    /** A call of a method that every future has lets nobody keep the future. */
    private static boolean isContract(Use use) {
        return use.kind() == Use.Kind.RECEIVER
                && use.by() instanceof MethodInsnNode call
                && (CONTRACT.contains(call.name) || isGetter(call.name));
    }

    private static boolean isGetter(String name) {
        for (ResultKind kind : ResultKind.values()) {
            if (kind.getter().equals(name) || kind.current().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeldWhereItRuns(MethodInsnNode call) {
        return origins.held(call, liveness.before(call)).contains(new Origin(Origin.Kind.FUTURE, call));
    }

    /** Whether a variable holds the future: nobody can tell when it is last used. */
    boolean isKept(MethodInsnNode call) {
        return usesOf(call).stream()
                .anyMatch(use ->
                        use.kind() == Use.Kind.VARIABLE || use.kind() == Use.Kind.RECEIVER || operator(use) != null);
    }

    /**
     * The operators that work on a stream: they end it when they end.
     *
     * @param stream a call that gives a stream
     * @return calls that take it over
     */
    Set<MethodInsnNode> operators(MethodInsnNode stream) {
        Set<MethodInsnNode> operators = new LinkedHashSet<>();
        for (Use use : usesOf(stream)) {
            MethodInsnNode operator = operator(use);
            if (operator != null) {
                operators.add(operator);
            }
        }
        return operators;
    }

    private @Nullable MethodInsnNode operator(Use use) {
        if (use.kind() != Use.Kind.COMBINED || !(use.by() instanceof MethodInsnNode call)) {
            return null;
        }
        Callee callee = callees.apply(call);
        return callee != null && callee.kind() == Callee.Kind.OPERATOR ? call : null;
    }

    /**
     * Whether the future of a call that is not placed has to be dropped when the frame ends.
     *
     * @param call a call
     * @return true if a variable holds the future and nobody else does, or if it is a stream that is lent
     */
    boolean isOwnedOnHeap(MethodInsnNode call) {
        Callee callee = callees.apply(call);
        if (callee == null || callee.kind() == Callee.Kind.TASK) {
            return false;
        }
        return isKept(call) && reasonToLeave(call, null).isEmpty() || isStream(call) && isLent(call);
    }

    private boolean isStream(MethodInsnNode call) {
        Callee callee = callees.apply(call);
        return callee != null && callee.isStream();
    }

    /**
     * Whether a stream is passed to async methods and blocks that end before this frame does, and to nobody else. It is not
     * theirs: cancelling them stops the waiting for it. They may keep it, so a slot would be wrong, but it would go on
     * waiting for whatever it awaits if nobody ended it.
     */
    private boolean isLent(MethodInsnNode stream) {
        return !isHeldWhereItRuns(stream)
                && usesOf(stream).stream().allMatch(use -> switch (use.kind()) {
                    case AWAIT, VARIABLE, COMBINED -> true;
                    case ARGUMENT, CAPTURE -> endsHere(use.by());
                    default -> isContract(use);
                });
    }

    private boolean endsHere(AbstractInsnNode taker) {
        if (!(taker instanceof MethodInsnNode call)) {
            return false;
        }
        Callee callee = callees.apply(call);
        return callee != null
                && (callee.kind() == Callee.Kind.FUNCTION || callee.kind() == Callee.Kind.GENERATOR)
                && (reasonToLeave(call, null).isEmpty() || isOwnedOnHeap(call));
    }

    /**
     * Whether a placed future may be left without having ended, or with a value that nobody has taken.
     *
     * @param call a placed call
     * @return false only if nothing can happen between its making and its await
     */
    boolean isLeft(MethodInsnNode call) {
        for (AbstractInsnNode insn = call.getNext(); insn != null; ) {
            if (insn instanceof JumpInsnNode jump && jump.getOpcode() == Opcodes.GOTO) {
                insn = jump.label;
            } else if (insn.getOpcode() < 0 || insn.getOpcode() == Opcodes.CHECKCAST) {
                insn = insn.getNext();
            } else {
                return !Calls.isAwait(insn);
            }
        }
        return true;
    }
}
