// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.Allocations;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.analysis.Body;
import dev.pollen.processor.weave.analysis.Callees;
import dev.pollen.processor.weave.analysis.Calls;
import dev.pollen.processor.weave.analysis.ClassMarks;
import dev.pollen.processor.weave.analysis.FrameTypes;
import dev.pollen.processor.weave.analysis.FutureSource;
import dev.pollen.processor.weave.analysis.Lines;
import dev.pollen.processor.weave.analysis.SuspensionPoint;
import dev.pollen.processor.weave.analysis.SuspensionPoints;
import dev.pollen.processor.weave.layout.FrameField;
import dev.pollen.processor.weave.layout.FrameLayout;
import dev.pollen.processor.weave.layout.ObjectLayout;
import dev.pollen.processor.weave.layout.Placement;
import dev.pollen.processor.weave.layout.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * One async method on its way through the passes; {@link #of} is their order, with the reason for each one's place.
 */
public final class WovenMethod {
    private final Body body;
    private final FrameDescription frame;
    private final FutureSource source;
    private final List<Finding> findings;
    private final Map<String, Maker> makers;

    /** The first call that makes a future of some class. */
    private record Maker(String name, int line) {}

    private WovenMethod(
            Body body, FrameDescription frame, FutureSource source, Map<String, Maker> makers, List<Finding> findings) {
        this.body = body;
        this.frame = frame;
        this.source = source;
        this.makers = Map.copyOf(makers);
        this.findings = List.copyOf(findings);
    }

    /**
     * Weaves a method; its class is not changed yet.
     *
     * @param target the method
     * @param source its Future class as it was compiled
     * @param siblings the async methods of the class, by the internal names of their Future classes
     * @param callees what calls give
     * @param library where classes are looked up
     * @param keepVisible keep all visible locals over each await
     * @return the woven method
     */
    public static WovenMethod of(
            AsyncTarget target,
            FutureSource source,
            Map<String, AsyncTarget> siblings,
            Callees callees,
            Library library,
            boolean keepVisible) {
        // First: everything below works on a copy, so that an error leaves the class as it was.
        Body body = BodyExtraction.of(target);
        // Before anything looks at types: where there is no frame, nothing is known.
        UnreachableCode.remove(body.method());
        // Before returns are told apart: what lies below a future is nobody's.
        BareReturns.apply(body);
        List<Finding> findings = new ArrayList<>();
        // Returned futures become awaits, so that they are placed like any other.
        ReturnLowering returns = ReturnLowering.apply(body, callees);
        findings.addAll(returns.findings());
        // Emits take what the stream has; a box that this makes can be on no stack yet.
        findings.addAll(EmitLowering.apply(body));
        // Now that returns and emits say what is boxed, and while all else is as the user wrote it.
        findings.addAll(Allocations.in(body));
        // Before futures are placed: a yield needs none.
        YieldLowering.apply(body);
        // Before the stack is rearranged: where a future comes from is plain only in javac's own code.
        Placement placement = Placement.of(body, callees);
        findings.addAll(placement.findings());
        Map<String, Maker> makers = new HashMap<>();
        placement
                .slots()
                .forEach((call, slot) ->
                        makers.putIfAbsent(slot.type(), new Maker(Calls.sourceName(call), Lines.of(call))));
        PlacedCalls.apply(body, placement, callees);
        // Before the stack is spilled: what is not constructed can be stored nowhere.
        UnfinishedObjects.apply(body);
        StackSpilling.apply(body);
        // From here on only locals are alive over an await.
        FrameTypes types = body.types();
        List<SuspensionPoint> points = SuspensionPoints.of(body.method(), types);
        int heapLocal = body.newLocal(1);
        List<ChildAccess> children = new ArrayList<>();
        Set<SuspensionPoint> onHeap = new LinkedHashSet<>();
        for (SuspensionPoint point : points) {
            Slot slot = placement.child(point.await());
            ChildAccess child = new ChildAccess(
                    point,
                    slot,
                    placement.stream(point.await()),
                    // A future in a variable may have been cancelled: its own poll knows what to say.
                    slot == null || slot.isStream() || placement.isKept(slot) ? null : siblings.get(slot.type()),
                    target.future(),
                    body.frameSlot(),
                    body.contextSlot(),
                    heapLocal);
            children.add(child);
            if (child.slot() == null && point.hasChild()) {
                onHeap.add(point);
            }
        }
        FrameLayout layout =
                FrameLayout.of(body, points, onHeap, heapLocal, keepVisible, returns.storesEarly(), library);
        nameResult(body, layout);
        int line = source.line() > 0 ? source.line() : Lines.first(target.method());
        // Last: the awaits themselves are replaced.
        FrameClear clear = FrameClear.of(target, layout, placement);
        StateMachineWriter.apply(body, layout, children, clear.isNeeded(), line);
        int bytes = ObjectLayout.bytes(source.node().superName, fieldsOf(target, layout, placement), library::shape);
        return new WovenMethod(
                body,
                new FrameDescription(
                        target,
                        layout,
                        placement.all(),
                        clear,
                        children,
                        source.texts(points),
                        line,
                        bytes,
                        Allocations.places(findings),
                        slotsOver(points, placement),
                        pool(target)),
                source,
                makers,
                findings);
    }

    private static List<String> slotsOver(List<SuspensionPoint> points, Placement placement) {
        return points.stream()
                .map(point -> placement.over(point.await()).stream()
                        .map(slot -> String.valueOf(slot.index()))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** The returns speak of the result's field by a name of their own, because it is chosen only now. */
    private static void nameResult(Body body, FrameLayout layout) {
        FrameField result = layout.result();
        for (AbstractInsnNode insn : body.method().instructions) {
            if (result != null
                    && insn instanceof FieldInsnNode field
                    && field.owner.equals(body.target().future())
                    && field.name.equals(ReturnLowering.resultField())) {
                field.name = result.name();
                field.desc = result.descriptor();
            }
        }
    }

    private static List<String> fieldsOf(AsyncTarget target, FrameLayout layout, Placement placement) {
        List<String> fields = new ArrayList<>(List.of("I"));
        if (!target.isStatic()) {
            fields.add(Names.descriptor(target.owner()));
        }
        layout.fields().forEach(field -> fields.add(field.descriptor()));
        placement.owned().values().forEach(field -> fields.add(field.descriptor()));
        placement.all().forEach(slot -> fields.add(Names.descriptor(slot.type())));
        return fields;
    }

    private static PoolSettings pool(AsyncTarget target) {
        AnnotationNode task = ClassMarks.find(target.method().invisibleAnnotations, Names.ASYNC_TASK)
                .orElse(null);
        if (task == null) {
            return new PoolSettings("", 0, 0);
        }
        String name = ClassMarks.value(task, "name", "");
        return new PoolSettings(
                name.isEmpty() ? target.displayName() : name,
                ClassMarks.value(task, "poolSize", 1),
                ClassMarks.value(task, "maxBytes", 0));
    }

    /**
     * What there is to say.
     *
     * @return errors, warnings and notes
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * The method that was woven.
     *
     * @return the method
     */
    public AsyncTarget target() {
        return body.target();
    }

    /**
     * The futures that the frame holds.
     *
     * @return internal names of their classes
     */
    public List<String> children() {
        return frame.slots().stream().map(slot -> slot.type()).toList();
    }

    /**
     * Where the body could be cut in two, for a message: the middle one of its awaits.
     *
     * @return for example {@code for example from line 120 on, where 61 of its 120 awaits stand}
     */
    public String whereToSplit() {
        int awaits = frame.children().size();
        int line = awaits == 0 ? 0 : frame.children().get(awaits / 2).point().line();
        return line == 0
                ? "it has " + awaits + " awaits"
                : "for example from line " + line + " on, where " + (awaits - awaits / 2) + " of its " + awaits
                        + " awaits stand";
    }

    /**
     * The line of the first call whose future the frame holds.
     *
     * @param child internal name of the future's class, one of {@link #children}
     * @return the line; 0 where the class file has none
     */
    public int lineOfCall(String child) {
        return Objects.requireNonNull(makers.get(child)).line();
    }

    /**
     * The method that this call names.
     *
     * @param child internal name of the future's class, one of {@link #children}
     * @return its simple name
     */
    public String nameOfCall(String child) {
        return Objects.requireNonNull(makers.get(child)).name();
    }

    /**
     * The body, in its final form.
     *
     * @return a method of the owner
     */
    public MethodNode body() {
        return body.method();
    }

    /**
     * Puts the body and what belongs to it into the owner.
     *
     * @param owner the owner's class
     */
    public void addTo(ClassNode owner) {
        CallWriter.replace(target(), frame.layout(), frame.declarationLine());
        if (target().kind() != AsyncKind.TASK) {
            owner.methods.add(CallWriter.twin(target(), frame.layout()));
        }
        if (target().isVirtual()) {
            owner.methods.add(CallWriter.dispatchTwin(target(), frame.layout()));
        }
        owner.methods.add(body.method());
    }

    /**
     * The completed Future class.
     *
     * @param bodyBytes the size of the body's code
     * @return the class
     */
    public ClassNode future(int bodyBytes) {
        ClassNode node = source.node();
        FutureClassWriter.complete(node, frame);
        FrameInfoWriter.bodyBytes(node, bodyBytes);
        FutureClassWriter.mark(node);
        return node;
    }

    /**
     * A Future class for a method that no source was written for.
     *
     * @param target the method
     * @return a class with nothing but its name and what follows from the method
     */
    public static ClassNode newFuture(AsyncTarget target) {
        ClassNode node = new ClassNode();
        boolean visible = (target.method().access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
        boolean task = target.kind() == AsyncKind.TASK;
        node.visit(
                Opcodes.V17,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | (visible ? Opcodes.ACC_PUBLIC : 0),
                target.future(),
                null,
                target.result().in(target.kind().frame()),
                null);
        if (!target.sourceFile().isEmpty()) {
            node.visitSource(target.sourceFile(), null);
        }
        if (task) {
            PoolWriter.write(node, target, pool(target));
        }
        return node;
    }

    /** For messages. */
    @Override
    public String toString() {
        return target().displayName() + Type.getArgumentTypes(target().method().desc).length;
    }
}
