// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.analysis.TypeValue;
import dev.pollen.processor.weave.layout.FrameField;
import dev.pollen.processor.weave.layout.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * Completes a Future class: the fields of the layout, the children, and the methods of a state machine.
 *
 * <pre>
 *   final class Blinky_blink extends Task {
 *     static final TaskPool POOL;  TaskHeader fresh()          as the source has them
 *     int state;  Output led;  final Timer child$0 = new Timer();
 *     Poll poll(Context cx)      { return Blinky.blink$poll(this, cx); }
 *     Future child(int state)    { switch (state) { case 1: return child$0; default: return null; } }
 *     void clear()               { led = null; }
 *     String at(int state)       { .. }
 *   }
 * </pre>
 */
public final class FutureClassWriter {
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final Set<String> KEPT = Set.of("<clinit>", "fresh");

    private final ClassNode node;
    private final FrameDescription frame;
    private final AsyncTarget target;
    private final String name;
    private final List<TypeValue> self;

    private FutureClassWriter(ClassNode node, FrameDescription frame) {
        this.node = node;
        this.frame = frame;
        this.target = frame.target();
        this.name = target.future();
        this.self = List.of(TypeValue.reference(name));
    }

    /**
     * Changes a class.
     *
     * @param node the class as javac compiled it
     * @param frame what it has to be
     */
    static void complete(ClassNode node, FrameDescription frame) {
        new FutureClassWriter(node, frame).run();
    }

    private void run() {
        node.fields.removeIf(field -> (field.access & Opcodes.ACC_STATIC) == 0);
        int constructorAccess = node.methods.stream()
                .filter(method -> method.name.equals("<init>"))
                .mapToInt(method -> method.access)
                .findFirst()
                .orElse(node.access & Opcodes.ACC_PUBLIC);
        node.methods.removeIf(method -> !KEPT.contains(method.name));
        fields();
        FrameMaking.write(node, frame, constructorAccess);
        node.methods.add(poll());
        node.methods.add(Methods.method(
                Opcodes.ACC_PUBLIC,
                "state",
                "()I",
                new Code().aload(0).getField(name, "state", "I").op(Opcodes.IRETURN)));
        node.methods.add(Methods.method(
                Opcodes.ACC_PUBLIC,
                "state",
                "(I)V",
                new Code()
                        .aload(0)
                        .load(TypeValue.INT, 1)
                        .putField(name, "state", "I")
                        .op(Opcodes.RETURN)));
        node.methods.add(child());
        cancelChild();
        if (frame.clear().isNeeded()) {
            node.methods.add(frame.clear().method());
        }
        node.methods.add(at());
        results();
        FrameInfoWriter.write(node, frame);
    }

    private void fields() {
        field(0, "state", "I");
        if (!target.isStatic()) {
            field(0, BodyCall.SELF, Names.descriptor(target.owner()));
        }
        frame.layout().fields().forEach(field -> field(0, field.name(), field.descriptor()));
        frame.clear().owned().forEach(field -> field(0, field.name(), field.descriptor()));
        frame.slots().forEach(slot -> field(Opcodes.ACC_FINAL, slot.field(), Names.descriptor(slot.type())));
    }

    private void field(int access, String field, String descriptor) {
        node.fields.add(new FieldNode(access, field, descriptor, null, null));
    }

    /** What the body throws has ended the frame before it comes here. */
    private MethodNode poll() {
        Code code = new Code();
        if (target.isStatic()) {
            code.aload(0).add(BodyCall.of(target, 1)).op(Opcodes.ARETURN);
        } else {
            // A frame that has ended, or was never placed, has no object to call the body on.
            LabelNode gone = new LabelNode();
            code.aload(0)
                    .getField(name, BodyCall.SELF, Names.descriptor(target.owner()))
                    .jump(Opcodes.IFNULL, gone)
                    .aload(0)
                    .add(BodyCall.of(target, 1))
                    .op(Opcodes.ARETURN)
                    .target(gone, List.of(TypeValue.reference(name), TypeValue.reference(Names.CONTEXT)))
                    .aload(0)
                    .invoke(
                            Opcodes.INVOKESTATIC,
                            Names.UNWINDING,
                            "unwind",
                            "(" + Names.descriptor(Names.STATE_MACHINE) + ")Ljava/lang/Throwable;",
                            false)
                    .op(Opcodes.ATHROW);
        }
        return Methods.method(
                Opcodes.ACC_PUBLIC,
                "poll",
                "(" + Names.descriptor(Names.CONTEXT) + ")" + Names.descriptor(Names.POLL),
                code);
    }

    private MethodNode child() {
        Map<Integer, Code> children = new TreeMap<>();
        for (ChildAccess child : frame.children()) {
            if (child.point().emits()) {
                continue;
            }
            if (child.point().yields()) {
                children.put(
                        child.point().state(),
                        new Code()
                                .getStatic(Names.YIELD, "TURN", Names.descriptor(Names.YIELD))
                                .op(Opcodes.ARETURN));
                continue;
            }
            Slot slot = child.slot();
            FrameField kept = slot == null
                    ? Objects.requireNonNull(
                            frame.layout().heapChild(child.point().state()))
                    : new FrameField(slot.field(), Names.descriptor(slot.type()));
            Code code = new Code().aload(0).getField(name, kept);
            if (slot != null && slot.dispatch() != null) {
                // Whoever prints or cancels the child means the frame, whatever its class is.
                code.invoke(
                        Opcodes.INVOKEVIRTUAL, Names.RECEIVER_FRAMES, "current", "()" + Names.descriptor(Names.FUTURE));
            }
            if (slot != null && slot.isStream()) {
                code.invoke(Opcodes.INVOKEVIRTUAL, slot.type(), "nextView", "()" + Names.descriptor(Names.NEXT));
            }
            if (kept.descriptor().equals(OBJECT)) {
                // While the child is polled for the first time, the field may still hold another variable.
                code.invoke(
                        Opcodes.INVOKESTATIC,
                        Names.UNWINDING,
                        "child",
                        "(" + OBJECT + ")" + Names.descriptor(Names.FUTURE),
                        false);
            }
            children.put(child.point().state(), code.op(Opcodes.ARETURN));
        }
        Code code = byState(children, new Code().op(Opcodes.ACONST_NULL).op(Opcodes.ARETURN));
        return Methods.method(Opcodes.ACC_PUBLIC, "child", "(I)" + Names.descriptor(Names.FUTURE), code);
    }

    /** Only a frame that awaits streams of its own has more to end than the child. */
    private void cancelChild() {
        Map<Integer, Code> streams = new TreeMap<>();
        for (ChildAccess child : frame.children()) {
            FrameField stream = child.stream();
            if (stream != null) {
                streams.put(
                        child.point().state(),
                        new Code()
                                .aload(0)
                                .getField(name, stream)
                                .invoke(
                                        Opcodes.INVOKESTATIC,
                                        Names.UNWINDING,
                                        "free",
                                        "(" + Names.descriptor(Names.ASYNC_STREAM) + ")V",
                                        false)
                                .op(Opcodes.RETURN));
            }
        }
        if (!streams.isEmpty()) {
            Code other = new Code()
                    .aload(0)
                    .load(TypeValue.INT, 1)
                    .invoke(Opcodes.INVOKESPECIAL, node.superName, "cancelChild", "(I)V")
                    .op(Opcodes.RETURN);
            node.methods.add(Methods.method(Opcodes.ACC_PUBLIC, "cancelChild", "(I)V", byState(streams, other)));
        }
    }

    private Code byState(Map<Integer, Code> cases, Code otherwise) {
        if (cases.isEmpty()) {
            return otherwise;
        }
        List<TypeValue> locals = new ArrayList<>(self);
        locals.add(TypeValue.INT);
        LabelNode dflt = new LabelNode();
        LabelNode[] labels = new LabelNode[frame.children().size()];
        Arrays.fill(labels, dflt);
        Code bodies = new Code();
        cases.forEach((state, code) -> {
            labels[state - 1] = new LabelNode();
            bodies.target(labels[state - 1], locals).add(code);
        });
        Code code = new Code().load(TypeValue.INT, 1);
        code.insns().add(new TableSwitchInsnNode(1, labels.length, dflt, labels));
        return code.add(bodies).target(dflt, locals).add(otherwise);
    }

    private void forget(Code code, FrameField field) {
        code.aload(0).op(Opcodes.ACONST_NULL).putField(name, field);
    }

    private MethodNode at() {
        Map<Integer, Code> places = new TreeMap<>();
        for (ChildAccess child : frame.children()) {
            places.put(child.point().state(), place(child.point().line()));
        }
        return Methods.method(
                Opcodes.ACC_PUBLIC, "at", "(I)Ljava/lang/String;", byState(places, place(frame.declarationLine())));
    }

    private Code place(int line) {
        String file = target.sourceFile().isEmpty() ? "Unknown Source" : target.sourceFile();
        String place = target.displayName() + "(" + file + (line > 0 ? ":" + line : "") + ")";
        return new Code().string(place).op(Opcodes.ARETURN);
    }

    private void results() {
        if (target.kind() == AsyncKind.GENERATOR) {
            return;
        }
        ResultKind kind = target.result();
        boolean task = target.kind() == AsyncKind.TASK;
        int access = task ? Opcodes.ACC_PROTECTED : Opcodes.ACC_PUBLIC;
        FrameField field = frame.layout().result();
        if (kind != ResultKind.OBJECT) {
            Code code = new Code()
                    .aload(0)
                    .getField(name, Objects.requireNonNull(field))
                    .op(Type.getType(kind.descriptor()).getOpcode(Opcodes.IRETURN));
            String getter = task ? kind.taskGetter() : kind.getter();
            node.methods.add(Methods.method(access, getter, "()" + kind.descriptor(), code));
            return;
        }
        Code get = field == null
                ? new Code().op(Opcodes.ACONST_NULL).op(Opcodes.ARETURN)
                : new Code().aload(0).getField(name, field).op(Opcodes.ARETURN);
        Code take = new Code();
        if (field != null) {
            take.aload(0).getField(name, field);
            forget(take, field);
            take.op(Opcodes.ARETURN);
        }
        if (!task) {
            node.methods.add(Methods.method(access, "get", "()" + OBJECT, get));
        }
        if (field != null) {
            node.methods.add(Methods.method(access, task ? kind.taskGetter() : kind.getter(), "()" + OBJECT, take));
        } else if (task) {
            node.methods.add(Methods.method(access, kind.taskGetter(), "()" + OBJECT, get));
        }
    }

    /** Marks a class as woven. */
    static void mark(ClassNode node) {
        AnnotationVisitor mark = node.visitAnnotation(Names.descriptor(Names.WOVEN), false);
        mark.visitEnd();
    }
}
