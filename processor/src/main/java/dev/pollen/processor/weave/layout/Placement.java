// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.Dispatch;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import dev.pollen.processor.weave.analysis.AllocationExemptions;
import dev.pollen.processor.weave.analysis.Body;
import dev.pollen.processor.weave.analysis.Callees;
import dev.pollen.processor.weave.analysis.Calls;
import dev.pollen.processor.weave.analysis.ControlFlow;
import dev.pollen.processor.weave.analysis.Lines;
import dev.pollen.processor.weave.analysis.Liveness;
import dev.pollen.processor.weave.analysis.Origin;
import dev.pollen.processor.weave.analysis.Origins;
import dev.pollen.processor.weave.analysis.Use;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Gives each future that is made inside an {@code await} expression a slot of the frame.
 *
 * <p>A call is placed if its value goes nowhere but into an await, or into a placed combinator that does, or into a
 * variable that does. Two calls share a slot of their class unless one's value can be held where the other runs: on the
 * stack, as a part of a combinator on the stack, or as the value of a combinator in a variable that is still needed. A
 * future in a variable shares its slot with none.
 *
 * <pre>
 *   await(select(a(), Timer.afterMillis(5)))     child$0 = A, child$1 = Timer, child$2 = Select2
 *   await(Timer.afterMillis(7))                  child$1 again
 * </pre>
 */
public final class Placement {
    private final Body body;
    private final Callees callees;
    private final Origins origins;
    private final Liveness liveness;
    private final Lifetimes lifetimes;
    private final Map<MethodInsnNode, Slot> slots = new LinkedHashMap<>();
    private final Map<MethodInsnNode, FrameField> owned = new LinkedHashMap<>();
    private final List<Slot> all = new ArrayList<>();
    private final Set<Slot> kept = new LinkedHashSet<>();
    private final Set<Slot> dropped = new LinkedHashSet<>();
    private final Map<MethodInsnNode, Set<Slot>> over = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable AllocationExemptions exemptions;

    private Placement(Body body, Callees callees) {
        this.body = body;
        this.callees = callees;
        this.origins = Origins.of(body.target().owner(), body.method(), callees);
        this.liveness = Liveness.of(body.method(), ControlFlow.of(body.method()));
        this.lifetimes = new Lifetimes(callees, origins, liveness);
    }

    /**
     * Decides for a body.
     *
     * @param body the body, as it was compiled but for its returns
     * @param callees what calls give
     * @return the slots, and what there is to say
     */
    public static Placement of(Body body, Callees callees) {
        Placement placement = new Placement(body, callees);
        Set<MethodInsnNode> placed = placement.placed();
        placement.assign(placed);
        placement.checkValues(placed);
        placement.own(placed);
        placement.findSlotsOver();
        placement.noteHeap(placed);
        return placement;
    }

    private Set<MethodInsnNode> placed() {
        Set<MethodInsnNode> candidates = new LinkedHashSet<>();
        for (AbstractInsnNode insn : body.method().instructions) {
            if (insn instanceof MethodInsnNode call
                    && lifetimes.reasonForHeap(call, null).isEmpty()) {
                candidates.add(call);
            }
        }
        // A part is placed only if what it is part of is; drop the others until nothing changes.
        while (candidates.removeIf(
                call -> !lifetimes.reasonForHeap(call, candidates).isEmpty())) {
            continue;
        }
        return candidates;
    }

    private void assign(Set<MethodInsnNode> placed) {
        Map<MethodInsnNode, Set<MethodInsnNode>> conflicts = new LinkedHashMap<>();
        placed.forEach(call -> conflicts.put(call, Collections.newSetFromMap(new LinkedHashMap<>())));
        for (MethodInsnNode call : placed) {
            for (Origin held : origins.held(call, liveness.before(call))) {
                MethodInsnNode other = held.call();
                if (other != null && other != call && placed.contains(other)) {
                    conflicts.get(call).add(other);
                    conflicts.get(other).add(call);
                }
            }
        }
        for (MethodInsnNode call : placed) {
            Callee callee = Objects.requireNonNull(callees.apply(call));
            Slot slot = all.stream()
                    .filter(s -> s.fits(callee) && !lifetimes.isKept(call) && !kept.contains(s))
                    .filter(s -> conflicts.get(call).stream().noneMatch(other -> s.equals(slots.get(other))))
                    .findFirst()
                    .orElseGet(() -> {
                        Slot fresh = Slot.of(all.size(), callee);
                        all.add(fresh);
                        return fresh;
                    });
            slots.put(call, slot);
            if (lifetimes.isKept(call)) {
                kept.add(slot);
            }
            if (lifetimes.isLeft(call) || callee.dispatch() != null) {
                // A method without mark may have given a future of its own, which the slot must let go.
                dropped.add(slot);
            }
        }
    }

    private void own(Set<MethodInsnNode> placed) {
        for (AbstractInsnNode insn : body.method().instructions) {
            if (insn instanceof MethodInsnNode call && !placed.contains(call) && lifetimes.isOwnedOnHeap(call)) {
                boolean stream = Objects.requireNonNull(callees.apply(call)).isStream();
                String type = stream ? Names.ASYNC_STREAM : Names.FUTURE;
                owned.put(call, new FrameField("owned$" + owned.size(), Names.descriptor(type)));
            }
        }
    }

    private void findSlotsOver() {
        for (AbstractInsnNode insn : body.method().instructions) {
            if (insn instanceof MethodInsnNode await && (Calls.isAwait(await) || Calls.isYield(await))) {
                Set<Slot> used = new TreeSet<>(Comparator.comparing(Slot::index));
                for (Origin held : origins.held(await, liveness.before(await))) {
                    Slot slot = slots.get(held.call());
                    if (slot != null) {
                        used.add(slot);
                    }
                }
                over.put(await, used);
            }
        }
    }

    private void checkValues(Set<MethodInsnNode> placed) {
        origins.uses().forEach((origin, uses) -> {
            if (origin.kind() == Origin.Kind.VIEW && placed.contains(origin.call())) {
                for (Use use : uses) {
                    switch (use.kind()) {
                        case RECEIVER, VARIABLE -> {}
                        default ->
                            kept(
                                    Objects.requireNonNull(origin.call()),
                                    use.by(),
                                    use.kind().text(),
                                    name(use));
                    }
                }
            }
        });
        for (MethodInsnNode call : placed) {
            for (Origin held : origins.held(call, liveness.before(call))) {
                if (held.kind() == Origin.Kind.VIEW && held.call() == call) {
                    kept(call, call, "is still held when the expression runs again", Calls.sourceName(call));
                }
            }
        }
    }

    /** How the source names the expression that makes use of a value. */
    private static String name(Use use) {
        if (use.by() instanceof MethodInsnNode call) {
            return Calls.sourceName(call);
        }
        return switch (use.kind()) {
            case RETURN -> "return";
            case CAPTURE -> "->";
            default -> "=";
        };
    }

    private void kept(MethodInsnNode combinator, AbstractInsnNode at, String what, String name) {
        Finding finding = new Finding(
                Message.VALUE_KEPT,
                List.of(combinator.name, what),
                body.target().ref(),
                Lines.of(at),
                name);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    private void noteHeap(Set<MethodInsnNode> placed) {
        for (AbstractInsnNode insn : body.method().instructions) {
            if (!(insn instanceof MethodInsnNode call)) {
                continue;
            }
            if (placed.contains(call)) {
                noteReceivers(call);
                continue;
            }
            Callee callee = callees.apply(call);
            boolean makesFuture = callee != null && callee.kind() != Callee.Kind.TASK;
            if (makesFuture || callee == null && (isAwaitedAtOnce(call) || isFutureInVariable(call))) {
                note(call, lifetimes.noteForHeap(call, placed));
            }
        }
    }

    /** What is kept for a call that can be overridden: all that it can reach, or what it happens to see. */
    private void noteReceivers(MethodInsnNode call) {
        Dispatch dispatch = Objects.requireNonNull(callees.apply(call)).dispatch();
        if (dispatch == null) {
            return;
        }
        if (dispatch.isCrowded()) {
            note(
                    call,
                    "the call can reach " + dispatch.frames().size() + " methods, and a slot keeps the frames of "
                            + Dispatch.MOST_FRAMES);
        }
        // A driver's interface is there to be implemented by boards: who calls it has no type to seal, and the report
        // shows it.
        if (dispatch.open() && !call.owner.startsWith("dev/pollen/hal/")) {
            note(Message.OPEN_RECEIVERS, call, String.valueOf(Dispatch.MOST_FRAMES));
        }
    }

    private void note(MethodInsnNode call, String reason) {
        if (exemptions == null) {
            exemptions = AllocationExemptions.of(body);
        }
        if (!exemptions.contains(call)) {
            note(Message.MAY_ALLOCATE, call, reason);
        }
    }

    private void note(Message message, MethodInsnNode call, String reason) {
        findings.add(new Finding(
                message,
                List.of(Calls.display(call), reason),
                body.target().ref(),
                Lines.of(call),
                Calls.sourceName(call)));
    }

    private static boolean isAwaitedAtOnce(MethodInsnNode call) {
        AbstractInsnNode next = next(call);
        return next != null && Calls.isAwait(next) && mayMake(call);
    }

    /** Whether a variable gets what a method without a mark gives, and that is a future for all that its type says. */
    private static boolean isFutureInVariable(MethodInsnNode call) {
        AbstractInsnNode next = next(call);
        Type given = Type.getReturnType(call.desc);
        return next != null
                && next.getOpcode() == Opcodes.ASTORE
                && given.getSort() == Type.OBJECT
                && ResultKind.of(Names.FUTURE, given.getInternalName()) != null
                && mayMake(call);
    }

    private static @Nullable AbstractInsnNode next(MethodInsnNode call) {
        AbstractInsnNode next = call.getNext();
        while (next != null && (next.getOpcode() < 0 || next.getOpcode() == Opcodes.CHECKCAST)) {
            next = next.getNext();
        }
        return next;
    }

    private static boolean mayMake(MethodInsnNode call) {
        return !Calls.isReady(call) && !Calls.isAwait(call) && !Calls.isNext(call);
    }

    /**
     * The slot of a call.
     *
     * @param call a call of the body
     * @return its slot; null if its future is made on the heap, or if it makes none
     */
    public @Nullable Slot slot(MethodInsnNode call) {
        return slots.get(call);
    }

    /**
     * The calls that are placed, each with its slot.
     *
     * @return in the order of the code
     */
    public Map<MethodInsnNode, Slot> slots() {
        return Collections.unmodifiableMap(slots);
    }

    /**
     * The slots whose futures are in use over an await: what is awaited, its parts, and what variables hold.
     *
     * @param await a call of {@code Pollen.await}
     * @return slots in the order of their numbers
     */
    public Set<Slot> over(MethodInsnNode await) {
        return Collections.unmodifiableSet(over.getOrDefault(await, Set.of()));
    }

    /**
     * All slots of the frame.
     *
     * @return in the order of their numbers
     */
    public List<Slot> all() {
        return List.copyOf(all);
    }

    /**
     * Whether the slot of a call may still hold an earlier future of the same call that has not ended.
     *
     * @param call a placed call
     * @return true if a variable holds the future
     */
    public boolean isKept(MethodInsnNode call) {
        return lifetimes.isKept(call);
    }

    /**
     * The slots of the operators that may still work on the stream that a call has made before, the last one first: they
     * end before the stream is made anew, as they would end the new one otherwise.
     *
     * @param call a placed call
     * @return slots of streams
     */
    public List<Slot> operators(MethodInsnNode call) {
        Set<Slot> found = new LinkedHashSet<>();
        collectOperators(call, found);
        List<Slot> last = new ArrayList<>(found);
        Collections.reverse(last);
        return last;
    }

    private void collectOperators(MethodInsnNode stream, Set<Slot> found) {
        for (MethodInsnNode operator : lifetimes.operators(stream)) {
            Slot slot = slots.get(operator);
            if (slot != null && found.add(slot)) {
                collectOperators(operator, found);
            }
        }
    }

    /**
     * Whether a variable may hold the future of a slot.
     *
     * @param slot a slot
     * @return true if the code can do with the future what it likes
     */
    public boolean isKept(Slot slot) {
        return kept.contains(slot);
    }

    /**
     * The slots whose futures may be left without having ended.
     *
     * @return slots that have to be dropped when the frame ends
     */
    public Set<Slot> dropped() {
        return Collections.unmodifiableSet(dropped);
    }

    /**
     * The futures on the heap that only a variable of the body holds, so that the frame has to drop them when it ends.
     *
     * @return the calls that make them, each with the field that remembers the future
     */
    public Map<MethodInsnNode, FrameField> owned() {
        return Collections.unmodifiableMap(owned);
    }

    /**
     * The one slot that an await polls.
     *
     * @param await a call of {@code Pollen.await}
     * @return the slot; null if the child is on the heap or one of several
     */
    public @Nullable Slot child(MethodInsnNode await) {
        Set<Origin> awaited = origins.awaited(await);
        Slot only = null;
        for (Origin origin : awaited) {
            MethodInsnNode call = origin.call();
            boolean known = origin.kind() == Origin.Kind.FUTURE || origin.kind() == Origin.Kind.NEXT;
            Slot slot = call == null || !known ? null : slots.get(call);
            if (slot == null || only != null && !only.equals(slot)) {
                return null;
            }
            only = slot;
        }
        return only;
    }

    /**
     * The stream of this frame whose next value an await waits for: it ends when the body does.
     *
     * @param await a call of {@code Pollen.await}
     * @return the field that holds the stream; null if it is not this frame's, or one of several
     */
    public @Nullable FrameField stream(MethodInsnNode await) {
        Set<Origin> awaited = origins.awaited(await);
        Origin only = awaited.size() == 1 ? awaited.iterator().next() : null;
        if (only == null || only.kind() != Origin.Kind.NEXT) {
            return null;
        }
        Slot slot = slots.get(only.call());
        return slot == null ? owned.get(only.call()) : new FrameField(slot.field(), Names.descriptor(slot.type()));
    }

    /**
     * What there is to say about the body's futures.
     *
     * @return errors and notes
     */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
