// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Follows futures and combinator values through a method, and notes on the way what is done with them. */
final class OriginInterpreter extends Interpreter<OriginValue> {
    /** Its value is what it was lent, which may be in a slot. */
    private static final String BORROWED = "dev/pollen/futures/Borrowed";

    private final Function<MethodInsnNode, @Nullable Callee> callees;
    private final Map<Origin, Set<Use>> uses = new LinkedHashMap<>();
    private final Map<MethodInsnNode, Set<Origin>> parts = new LinkedHashMap<>();
    private final Map<MethodInsnNode, Set<Origin>> awaited = new LinkedHashMap<>();
    private final Map<AbstractInsnNode, Set<Origin>> returned = new LinkedHashMap<>();

    OriginInterpreter(Function<MethodInsnNode, @Nullable Callee> callees) {
        super(Opcodes.ASM9);
        this.callees = callees;
    }

    Map<Origin, Set<Use>> uses() {
        return uses;
    }

    /** What each placed factory was given as arguments. */
    Map<MethodInsnNode, Set<Origin>> parts() {
        return parts;
    }

    Map<MethodInsnNode, Set<Origin>> awaited() {
        return awaited;
    }

    Map<AbstractInsnNode, Set<Origin>> returned() {
        return returned;
    }

    private void use(OriginValue value, Use.Kind kind, AbstractInsnNode by) {
        for (Origin origin : value.origins()) {
            if (origin.kind() != Origin.Kind.OTHER) {
                uses.computeIfAbsent(origin, o -> new LinkedHashSet<>()).add(new Use(kind, by));
            }
        }
    }

    @Override
    public @Nullable OriginValue newValue(@Nullable Type type) {
        if (type == null) {
            // A local that nothing was stored in; the parameters of a body are such locals, too.
            return OriginValue.of(1, Origin.OTHER);
        }
        return type == Type.VOID_TYPE ? null : OriginValue.of(type.getSize(), Origin.OTHER);
    }

    @Override
    public OriginValue newOperation(AbstractInsnNode insn) {
        return OriginValue.of(
                switch (insn.getOpcode()) {
                    case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> 2;
                    case Opcodes.LDC -> {
                        Object constant = ((LdcInsnNode) insn).cst;
                        yield constant instanceof Long || constant instanceof Double ? 2 : 1;
                    }
                    case Opcodes.GETSTATIC ->
                        Type.getType(((FieldInsnNode) insn).desc).getSize();
                    default -> 1;
                },
                Origin.OTHER);
    }

    @Override
    public OriginValue copyOperation(AbstractInsnNode insn, OriginValue value) {
        return switch (insn.getOpcode()) {
            case Opcodes.LLOAD, Opcodes.DLOAD, Opcodes.LSTORE, Opcodes.DSTORE -> OriginValue.of(2, Origin.OTHER);
            case Opcodes.ILOAD, Opcodes.FLOAD, Opcodes.ISTORE, Opcodes.FSTORE -> OriginValue.of(1, Origin.OTHER);
            case Opcodes.ASTORE -> {
                use(value, Use.Kind.VARIABLE, insn);
                yield value;
            }
            default -> value;
        };
    }

    @Override
    public @Nullable OriginValue unaryOperation(AbstractInsnNode insn, OriginValue value) {
        switch (insn.getOpcode()) {
            case Opcodes.CHECKCAST -> {
                return value;
            }
            case Opcodes.PUTSTATIC -> {
                use(value, Use.Kind.FIELD, insn);
                return null;
            }
            case Opcodes.ARETURN -> {
                use(value, Use.Kind.RETURN, insn);
                returned.computeIfAbsent(insn, i -> new LinkedHashSet<>()).addAll(value.origins());
                return null;
            }
            case Opcodes.IFEQ,
                    Opcodes.IFNE,
                    Opcodes.IFLT,
                    Opcodes.IFGE,
                    Opcodes.IFGT,
                    Opcodes.IFLE,
                    Opcodes.TABLESWITCH,
                    Opcodes.LOOKUPSWITCH,
                    Opcodes.IRETURN,
                    Opcodes.LRETURN,
                    Opcodes.FRETURN,
                    Opcodes.DRETURN,
                    Opcodes.ATHROW,
                    Opcodes.MONITORENTER,
                    Opcodes.MONITOREXIT,
                    Opcodes.IFNULL,
                    Opcodes.IFNONNULL -> {
                return null;
            }
            case Opcodes.GETFIELD -> {
                return newValue(Type.getType(((FieldInsnNode) insn).desc));
            }
            case Opcodes.LNEG,
                    Opcodes.DNEG,
                    Opcodes.I2L,
                    Opcodes.F2L,
                    Opcodes.D2L,
                    Opcodes.I2D,
                    Opcodes.L2D,
                    Opcodes.F2D -> {
                return OriginValue.of(2, Origin.OTHER);
            }
            default -> {
                return OriginValue.of(1, Origin.OTHER);
            }
        }
    }

    @Override
    public @Nullable OriginValue binaryOperation(AbstractInsnNode insn, OriginValue left, OriginValue right) {
        int opcode = insn.getOpcode();
        if (opcode == Opcodes.PUTFIELD) {
            use(right, Use.Kind.FIELD, insn);
            return null;
        }
        if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE) {
            return null;
        }
        boolean wide = switch (opcode) {
            case Opcodes.LALOAD,
                    Opcodes.DALOAD,
                    Opcodes.LADD,
                    Opcodes.DADD,
                    Opcodes.LSUB,
                    Opcodes.DSUB,
                    Opcodes.LMUL,
                    Opcodes.DMUL,
                    Opcodes.LDIV,
                    Opcodes.DDIV,
                    Opcodes.LREM,
                    Opcodes.DREM,
                    Opcodes.LSHL,
                    Opcodes.LSHR,
                    Opcodes.LUSHR,
                    Opcodes.LAND,
                    Opcodes.LOR,
                    Opcodes.LXOR -> true;
            default -> false;
        };
        return OriginValue.of(wide ? 2 : 1, Origin.OTHER);
    }

    @Override
    public @Nullable OriginValue ternaryOperation(
            AbstractInsnNode insn, OriginValue array, OriginValue index, OriginValue value) {
        use(value, Use.Kind.ARRAY, insn);
        return null;
    }

    @Override
    public @Nullable OriginValue naryOperation(AbstractInsnNode insn, List<? extends OriginValue> values) {
        if (insn instanceof MultiANewArrayInsnNode) {
            return OriginValue.of(1, Origin.OTHER);
        }
        if (insn instanceof InvokeDynamicInsnNode dynamic) {
            // Concatenation and switches look at values; only lambdas keep them.
            if (dynamic.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
                values.forEach(value -> use(value, Use.Kind.CAPTURE, insn));
            }
            return newValue(Type.getReturnType(dynamic.desc));
        }
        return call((MethodInsnNode) insn, values);
    }

    private @Nullable OriginValue call(MethodInsnNode call, List<? extends OriginValue> values) {
        if (Calls.isAwait(call)) {
            OriginValue future = values.get(0);
            use(future, Use.Kind.AWAIT, call);
            awaited.computeIfAbsent(call, c -> new LinkedHashSet<>()).addAll(future.origins());
            Set<Origin> views = views(future.origins());
            Type type = Type.getReturnType(call.desc);
            return views.isEmpty() || type.getSort() != Type.OBJECT ? newValue(type) : new OriginValue(1, views);
        }
        if (Calls.isReady(call)) {
            values.forEach(value -> use(value, Use.Kind.ARGUMENT, call));
            return OriginValue.of(1, new Origin(Origin.Kind.READY, call));
        }
        Callee callee = callees.apply(call);
        boolean operator = callee != null && callee.kind() == Callee.Kind.OPERATOR;
        boolean placed = callee != null && callee.kind() == Callee.Kind.PLACED;
        boolean instance = call.getOpcode() != Opcodes.INVOKESTATIC;
        List<? extends OriginValue> arguments = instance ? values.subList(1, values.size()) : values;
        Type[] parameters = Type.getArgumentTypes(call.desc);
        for (int i = 0; i < parameters.length; i++) {
            if (call.owner.equals("java/lang/String")) {
                continue; // javac has concatenation call valueOf
            }
            String form = parameters[i].getInternalName();
            boolean part = placed && ResultKind.of(Names.FUTURE, form) != null
                    || operator && ResultKind.of(Names.ASYNC_STREAM, form) != null;
            Use.Kind given = Calls.isLambdaBody(call.name) ? Use.Kind.CAPTURE : Use.Kind.ARGUMENT;
            use(arguments.get(i), part ? Use.Kind.COMBINED : given, call);
        }
        if (instance) {
            use(values.get(0), operator ? Use.Kind.COMBINED : Use.Kind.RECEIVER, call);
        }
        if (callee != null && callee.kind() != Callee.Kind.TASK) {
            Set<Origin> given = parts.computeIfAbsent(call, c -> new LinkedHashSet<>());
            (operator ? values : arguments).forEach(value -> given.addAll(value.origins()));
            return OriginValue.of(1, new Origin(Origin.Kind.FUTURE, call));
        }
        Type type = Type.getReturnType(call.desc);
        if (Calls.isNext(call)) {
            return nextOf(values.get(0));
        }
        if (instance && Calls.isView(call.owner) && type.getSort() == Type.OBJECT) {
            return keepViews(values.get(0));
        }
        // Nobody knows who made it, but where it came from matters if it is returned.
        return type.getSort() == Type.OBJECT && ResultKind.of(Names.FUTURE, type.getInternalName()) != null
                ? OriginValue.of(1, new Origin(Origin.Kind.OTHER, call))
                : newValue(type);
    }

    private static OriginValue nextOf(OriginValue stream) {
        Set<Origin> nexts = new LinkedHashSet<>();
        for (Origin origin : stream.origins()) {
            boolean known = origin.kind() == Origin.Kind.FUTURE;
            nexts.add(known ? new Origin(Origin.Kind.NEXT, origin.call()) : Origin.OTHER);
        }
        return new OriginValue(1, nexts);
    }

    private static OriginValue keepViews(OriginValue receiver) {
        Set<Origin> views = new LinkedHashSet<>();
        for (Origin origin : receiver.origins()) {
            views.add(origin.kind() == Origin.Kind.VIEW ? origin : Origin.OTHER);
        }
        return new OriginValue(1, views);
    }

    /** The combinators whose value an await of these futures may give. */
    private Set<Origin> views(Set<Origin> futures) {
        Set<Origin> views = new LinkedHashSet<>();
        List<Origin> open = new ArrayList<>(futures);
        Set<Origin> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Origin origin = open.remove(open.size() - 1);
            MethodInsnNode call = origin.call();
            if (call == null || origin.kind() != Origin.Kind.FUTURE || !seen.add(origin)) {
                continue;
            }
            Callee callee = callees.apply(call);
            if (callee != null && Calls.isView(callee.slotClass())) {
                views.add(new Origin(Origin.Kind.VIEW, call));
            }
            if (callee != null && callee.kind() == Callee.Kind.PLACED && !Calls.isComputed(callee.slotClass())) {
                open.addAll(parts.getOrDefault(call, Set.of()));
            }
        }
        for (Origin origin : futures) {
            Callee callee =
                    origin.kind() == Origin.Kind.FUTURE ? callees.apply(Objects.requireNonNull(origin.call())) : null;
            if (callee != null && callee.slotClass().equals(BORROWED)) {
                views.add(new Origin(Origin.Kind.VIEW, origin.call()));
            }
        }
        if (!views.isEmpty()) {
            views.add(Origin.OTHER);
        }
        return views;
    }

    @Override
    public void returnOperation(AbstractInsnNode insn, OriginValue value, OriginValue expected) {
        // unaryOperation has seen it.
    }

    @Override
    public OriginValue merge(OriginValue left, OriginValue right) {
        return left.or(right);
    }
}
