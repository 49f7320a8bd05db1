// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.analysis.Body;
import dev.pollen.processor.weave.analysis.Calls;
import dev.pollen.processor.weave.analysis.ControlFlow;
import dev.pollen.processor.weave.analysis.FrameTypes;
import dev.pollen.processor.weave.analysis.Liveness;
import dev.pollen.processor.weave.analysis.PointOrder;
import dev.pollen.processor.weave.analysis.SuspensionPoint;
import dev.pollen.processor.weave.analysis.TypeValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The fields of a frame, and for each point which variable is in which.
 *
 * <p>Point 0 is the start, where the live variables are the parameters; points 1, 2, .. are the awaits. Fields are
 * shared between points; variables of one primitive kind share fields of that kind, references share fields where the
 * owner may assert their types, or need not.
 */
public final class FrameLayout {
    private static final String OBJECT = "java/lang/Object";

    /** The variable that stands for the result: stored where the body ends, when no other variable is needed. */
    private static final int RESULT = -1;

    private final Body body;
    private final Library library;
    private final int childSlot;
    private final List<Needs> needs = new ArrayList<>();
    private final Map<String, FieldPacking> packings = new LinkedHashMap<>();
    private final Map<FieldPacking.At, FrameField> fieldOf = new LinkedHashMap<>();
    private final Set<FrameField> fields = new LinkedHashSet<>();
    private final List<PointLayout> points = new ArrayList<>();

    /** What one point needs, before fields are given out. */
    private record Needs(List<TypeValue> locals, List<FieldPacking.Variable> saved, List<Integer> dead) {}

    private FrameLayout(Body body, Library library, int childSlot) {
        this.body = body;
        this.library = library;
        this.childSlot = childSlot;
    }

    /**
     * Lays out the frame of a body.
     *
     * @param body the body, with nothing but the child on the stack at each await
     * @param suspensions its awaits
     * @param onHeap the awaits whose child is not in a slot: the frame keeps a reference to it
     * @param childSlot the local that holds such a child
     * @param keepVisible keep what is visible, needed or not
     * @param keepResult whether the result is stored before the body ends, so that it shares its field with nothing
     * @param library where superclasses are looked up
     * @return the layout
     */
    public static FrameLayout of(
            Body body,
            List<SuspensionPoint> suspensions,
            Set<SuspensionPoint> onHeap,
            int childSlot,
            boolean keepVisible,
            boolean keepResult,
            Library library) {
        FrameLayout layout = new FrameLayout(body, library, childSlot);
        FrameTypes types = body.types();
        ControlFlow flow = ControlFlow.of(body.method());
        Liveness liveness = Liveness.of(body.method(), flow);
        AbstractInsnNode first = body.method().instructions.getFirst();
        layout.collect(body.entry(), liveness.before(first), null, keepVisible);
        for (SuspensionPoint point : suspensions) {
            String child = onHeap.contains(point) ? Calls.awaitedForm(point.await()) : null;
            layout.collect(types.locals(point.await()), liveness.after(point.await()), child, keepVisible);
        }
        layout.collectResult(keepResult);
        layout.giveFields();
        layout.arrange(PointOrder.of(body.method(), flow, suspensions));
        return layout;
    }

    private void collect(List<TypeValue> types, BitSet live, @Nullable String child, boolean keepVisible) {
        List<TypeValue> locals = new ArrayList<>(body.base());
        List<FieldPacking.Variable> saved = new ArrayList<>();
        List<Integer> dead = new ArrayList<>();
        for (int i = locals.size(); i < types.size(); i++) {
            TypeValue type = types.get(i);
            boolean users = i < body.userLocals();
            boolean needed = live.get(i) || keepVisible && users;
            locals.add(users || needed ? type : TypeValue.TOP);
            if (type.isTop() || !users && !needed) {
                continue;
            }
            if (needed && !type.isNull()) {
                saved.add(new FieldPacking.Variable(i, type));
            } else {
                dead.add(i);
            }
        }
        if (child != null) {
            while (locals.size() <= childSlot) {
                locals.add(TypeValue.TOP);
            }
            locals.set(childSlot, TypeValue.reference(child));
            saved.add(new FieldPacking.Variable(childSlot, TypeValue.reference(child)));
        }
        int point = needs.size();
        saved.forEach(variable -> packing(variable.type()).add(point, variable));
        needs.add(new Needs(locals, saved, dead));
    }

    private void collectResult(boolean keepResult) {
        AsyncTarget target = body.target();
        if (target.resultIsVoid()) {
            return;
        }
        TypeValue type = target.result() == ResultKind.OBJECT
                ? TypeValue.reference(OBJECT)
                : TypeValue.of(Type.getType(target.result().descriptor()));
        FieldPacking.Variable result = new FieldPacking.Variable(RESULT, type);
        if (keepResult) {
            // Apart from the others: these may be in another field at each point, but this one waits through all of
            // them.
            packings.computeIfAbsent("result", k -> new FieldPacking()).add(needs.size(), result);
        } else {
            packing(type).add(needs.size(), result);
        }
    }

    private FieldPacking packing(TypeValue type) {
        return packings.computeIfAbsent(kind(type), k -> new FieldPacking());
    }

    /** Variables of one kind can share fields. */
    private String kind(TypeValue type) {
        if (!type.isReference()) {
            return type.fieldDescriptor();
        }
        return canShare(type.className()) ? "l" : type.fieldDescriptor();
    }

    private boolean canShare(String className) {
        String element = className.substring(className.lastIndexOf('[') + 1);
        if (className.startsWith("[")) {
            if (!element.endsWith(";")) {
                return true;
            }
            element = element.substring(1, element.length() - 1);
        }
        return packageOf(element).equals(packageOf(body.target().owner()))
                || element.equals(OBJECT)
                || element.equals("java/lang/String")
                || isInterface(className)
                || isPublicInJava(element);
    }

    /** Elsewhere a public class may stand in a package that its module keeps to itself. */
    private boolean isPublicInJava(String className) {
        ClassShape shape = className.startsWith("java/") ? library.shape(className) : null;
        return shape != null && shape.isPublic();
    }

    private static String packageOf(String internalName) {
        return internalName.substring(0, Math.max(0, internalName.lastIndexOf('/')));
    }

    private boolean isInterface(String className) {
        ClassShape shape = className.startsWith("[") ? null : library.shape(className);
        return shape != null && shape.isInterface();
    }

    private void giveFields() {
        Set<String> names = new HashSet<>(List.of("state", "self", "POOL"));
        packings.forEach((kind, packing) -> {
            Map<FieldPacking.At, Integer> numbers = packing.pack();
            Map<Integer, Set<TypeValue>> types = new TreeMap<>();
            Map<Integer, String> parameters = new TreeMap<>();
            numbers.forEach((at, number) -> {
                types.computeIfAbsent(number, n -> new LinkedHashSet<>())
                        .add(at.variable().type());
                if (at.point() == 0 && at.variable().local() != RESULT) {
                    parameters.put(number, parameterName(at.variable().local()));
                }
            });
            Map<Integer, FrameField> made = new TreeMap<>();
            types.forEach((number, set) -> {
                String name = parameters.getOrDefault(number, kind(kind) + "$" + number);
                while (!names.add(name)) {
                    name += "$";
                }
                made.put(
                        number,
                        new FrameField(
                                name,
                                set.size() == 1 ? set.iterator().next().fieldDescriptor() : Names.descriptor(OBJECT)));
            });
            fields.addAll(made.values());
            numbers.forEach((at, number) -> fieldOf.put(at, made.get(number)));
        });
    }

    private static String kind(String kind) {
        return kind.length() == 1
                ? kind.toLowerCase(Locale.ROOT)
                : kind.substring(Math.max(kind.lastIndexOf('/'), kind.lastIndexOf('$')) + 1)
                        .replace(";", "")
                        .replace("[", "");
    }

    private String parameterName(int local) {
        int index = Arrays.binarySearch(body.parameterSlots(), local);
        return body.target().parameterNames().get(index);
    }

    private void arrange(PointOrder order) {
        List<FrameField> declared = List.copyOf(fields);
        List<BitSet> references = references(declared);
        Set<FrameField> kept = keptParameters();
        for (int point = 0; point < needs.size(); point++) {
            Needs need = needs.get(point);
            List<Saved> saved = new ArrayList<>();
            for (FieldPacking.Variable variable : need.saved()) {
                FrameField field = fieldOf.get(new FieldPacking.At(point, variable));
                saved.add(new Saved(
                        variable.local(),
                        variable.type(),
                        field,
                        needsCast(variable.type(), field),
                        point > 0 && kept.contains(field)));
            }
            BitSet forgotten = new BitSet();
            BitSet before = order.before(point);
            for (int earlier = before.nextSetBit(0); earlier >= 0; earlier = before.nextSetBit(earlier + 1)) {
                forgotten.or(references.get(earlier));
            }
            forgotten.andNot(references.get(point));
            points.add(new PointLayout(
                    need.locals(),
                    saved,
                    need.dead(),
                    forgotten.stream().mapToObj(declared::get).toList()));
        }
    }

    /**
     * The fields of parameters that the body never writes, where nothing else is in the field before the body ends: they
     * hold at each point what the call has put there.
     */
    private Set<FrameField> keptParameters() {
        BitSet written = new BitSet();
        for (AbstractInsnNode insn : body.method().instructions) {
            if (insn instanceof IincInsnNode increment) {
                written.set(increment.var);
            } else if (insn instanceof VarInsnNode access
                    && insn.getOpcode() >= Opcodes.ISTORE
                    && insn.getOpcode() <= Opcodes.ASTORE) {
                written.set(access.var);
            }
        }
        Map<FrameField, Integer> alone = new HashMap<>();
        needs.get(0).saved().stream()
                .filter(variable -> !written.get(variable.local()))
                .forEach(variable -> alone.put(fieldOf.get(new FieldPacking.At(0, variable)), variable.local()));
        fieldOf.forEach((at, field) -> {
            int local = at.variable().local();
            // The result is stored where the body ends, when no variable is needed any more.
            if (local != RESULT && !Integer.valueOf(local).equals(alone.get(field))) {
                alone.remove(field);
            }
        });
        return alone.keySet();
    }

    /** For each point the fields of references that it saves in, by their number. */
    private List<BitSet> references(List<FrameField> declared) {
        Map<FrameField, Integer> numbers = new HashMap<>();
        declared.forEach(field -> numbers.put(field, numbers.size()));
        List<BitSet> references = new ArrayList<>();
        for (int point = 0; point < needs.size(); point++) {
            BitSet here = new BitSet();
            for (FieldPacking.Variable variable : needs.get(point).saved()) {
                FrameField field = fieldOf.get(new FieldPacking.At(point, variable));
                if (field.isReference()) {
                    here.set(numbers.get(field));
                }
            }
            references.add(here);
        }
        return references;
    }

    private boolean needsCast(TypeValue type, FrameField field) {
        return type.isReference()
                && !type.fieldDescriptor().equals(field.descriptor())
                && !type.className().equals(OBJECT)
                && !isInterface(type.className());
    }

    /**
     * The fields that hold variables and the result.
     *
     * @return in the order in which they are declared
     */
    public List<FrameField> fields() {
        return List.copyOf(fields);
    }

    /**
     * What happens at a point.
     *
     * @param state 0 for the start, else the number of an await
     * @return its layout
     */
    public PointLayout point(int state) {
        return points.get(state);
    }

    /**
     * The field of the result.
     *
     * @return the field; null if the result is {@code Void}
     */
    public @Nullable FrameField result() {
        return fieldOf.entrySet().stream()
                .filter(entry -> entry.getKey().variable().local() == RESULT)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /**
     * The field of a parameter.
     *
     * @param index the parameter's number, from 0
     * @return its field; null if the body does not read it
     */
    public @Nullable FrameField parameter(int index) {
        int local = body.parameterSlots()[index];
        return points.get(0).saved().stream()
                .filter(saved -> saved.local() == local)
                .map(Saved::field)
                .findFirst()
                .orElse(null);
    }

    /**
     * The field that keeps the child of an await whose child is not in a slot.
     *
     * @param state the number of the await
     * @return the field; null if the child is in a slot
     */
    public @Nullable FrameField heapChild(int state) {
        return points.get(state).saved().stream()
                .filter(saved -> saved.local() == childSlot)
                .map(Saved::field)
                .findFirst()
                .orElse(null);
    }
}
