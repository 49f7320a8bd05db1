// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.states;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The operand stack of straight code as texts: expressions of the source where they are simple, else unknown. */
final class ValueTexts {
    /** Stands in a comparison for its operator, which the jump behind it tells. */
    static final String OPERATOR = "\u0000";

    private static final Text UNKNOWN = new Text("", Kind.OTHER, true);
    private static final String[] ARITHMETIC = {"+", "-", "*", "/", "%"};
    private static final String[] BITWISE = {"<<", ">>", ">>>", "&", "|", "^"};

    /** What is to be known of a value to compare it with zero. */
    enum Kind {
        BOOLEAN,
        COMPARISON,
        FLOATING,
        OTHER
    }

    /**
     * A value.
     *
     * @param text the expression; empty if it is not known
     * @param kind what it is
     * @param atom whether it needs no parentheses inside of another
     */
    record Text(String text, Kind kind, boolean atom) {
        boolean isKnown() {
            return !text.isEmpty();
        }

        /** The expression as an operand. */
        String inner() {
            return atom ? text : "(" + text + ")";
        }
    }

    private final WovenBody body;
    private final List<String> awaits;
    private final List<Text> stack = new ArrayList<>();

    ValueTexts(WovenBody body, List<String> awaits) {
        this.body = body;
        this.awaits = awaits;
    }

    /** A value of the stack, counted from its top. */
    Text fromTop(int depth) {
        return depth < stack.size() ? stack.get(stack.size() - 1 - depth) : UNKNOWN;
    }

    /** What an instruction makes of the stack. */
    void execute(AbstractInsnNode insn) {
        if (insn.getOpcode() < 0) {
            return;
        }
        int state = body.answeredAt(insn);
        if (state > 0) {
            push(new Text(text(state), Kind.OTHER, true));
        } else if (insn instanceof VarInsnNode variable) {
            local(variable);
        } else if (insn instanceof FieldInsnNode field) {
            field(field);
        } else if (insn instanceof MethodInsnNode call) {
            call(call);
        } else if (insn instanceof IntInsnNode number && number.getOpcode() != Opcodes.NEWARRAY) {
            push(new Text(String.valueOf(number.operand), Kind.OTHER, true));
        } else if (insn instanceof LdcInsnNode constant) {
            boolean text = constant.cst instanceof String;
            push(new Text(text ? "\"" + constant.cst + "\"" : String.valueOf(constant.cst), Kind.OTHER, true));
        } else if (insn instanceof InsnNode) {
            simple(insn);
        } else if (insn.getOpcode() == Opcodes.INSTANCEOF) {
            Text value = pop();
            String type = WovenBody.simple(Type.getObjectType(((TypeInsnNode) insn).desc));
            push(known(value) ? new Text(value.inner() + " instanceof " + type, Kind.BOOLEAN, false) : UNKNOWN);
        } else if (insn.getOpcode() != Opcodes.CHECKCAST) {
            stack.clear();
        }
    }

    private String text(int state) {
        String text = state <= awaits.size() ? awaits.get(state - 1) : "";
        return text.isEmpty() ? "state " + state : text;
    }

    private void push(Text text) {
        stack.add(text);
    }

    private Text pop() {
        return stack.isEmpty() ? UNKNOWN : stack.remove(stack.size() - 1);
    }

    private static boolean known(Text... texts) {
        for (Text text : texts) {
            if (!text.isKnown()) {
                return false;
            }
        }
        return true;
    }

    private void local(VarInsnNode insn) {
        if (insn.getOpcode() >= Opcodes.ISTORE) {
            pop();
            // What was read before may have another value now.
            stack.replaceAll(text -> UNKNOWN);
            return;
        }
        boolean isThis = insn.var == 0 && body.frameLocal() == 1;
        LocalVariableNode variable = body.variable(insn.var, insn);
        Kind kind = variable != null && variable.desc.equals("Z") ? Kind.BOOLEAN : Kind.OTHER;
        String name = isThis ? "this" : variable == null ? "" : variable.name;
        push(new Text(name, kind, true));
    }

    private void field(FieldInsnNode field) {
        Kind kind = field.desc.equals("Z") ? Kind.BOOLEAN : Kind.OTHER;
        switch (field.getOpcode()) {
            case Opcodes.GETSTATIC -> {
                boolean own = field.owner.equals(body.owner().name);
                push(new Text(own ? field.name : simple(field.owner) + "." + field.name, kind, true));
            }
            case Opcodes.GETFIELD -> {
                Text object = pop();
                String of = object.text().equals("this") ? "" : object.inner() + ".";
                push(known(object) ? new Text(of + field.name, kind, true) : UNKNOWN);
            }
            default -> stack.clear();
        }
    }

    private static String simple(String internalName) {
        return WovenBody.simple(Type.getObjectType(internalName));
    }

    private void call(MethodInsnNode call) {
        Type[] types = Type.getArgumentTypes(call.desc);
        List<String> arguments = new ArrayList<>();
        boolean known = true;
        for (int i = 0; i < types.length; i++) {
            Text argument = pop();
            known &= argument.isKnown();
            arguments.add(0, argument.text());
        }
        String on = "";
        if (call.getOpcode() == Opcodes.INVOKESTATIC) {
            on = call.owner.equals(body.owner().name) ? "" : simple(call.owner) + ".";
        } else {
            Text receiver = pop();
            known &= receiver.isKnown() && !call.name.equals("<init>");
            if (isConversion(call) && receiver.isKnown()) {
                push(new Text(
                        receiver.text(), call.desc.equals("()Z") ? Kind.BOOLEAN : receiver.kind(), receiver.atom()));
                return;
            }
            on = receiver.text().equals("this") ? "" : receiver.inner() + ".";
        }
        Type result = Type.getReturnType(call.desc);
        if (result.getSort() == Type.VOID) {
            return;
        }
        Kind kind = result.getSort() == Type.BOOLEAN ? Kind.BOOLEAN : Kind.OTHER;
        push(known ? new Text(on + call.name + "(" + String.join(", ", arguments) + ")", kind, true) : UNKNOWN);
    }

    /** Calls that the source does not have: the result of an await is taken, a box is opened. */
    private boolean isConversion(MethodInsnNode call) {
        if (!call.desc.startsWith("()") || call.getOpcode() == Opcodes.INVOKESTATIC) {
            return false;
        }
        AbstractInsnNode before = WovenBody.before(call);
        boolean ofAwait = body.answeredAt(before) > 0;
        return ofAwait || call.owner.startsWith("java/lang/") && call.name.endsWith("Value");
    }

    private void simple(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        if (opcode == Opcodes.ACONST_NULL) {
            push(new Text("null", Kind.OTHER, true));
        } else if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            push(new Text(String.valueOf(opcode - Opcodes.ICONST_0), Kind.OTHER, true));
        } else if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
            push(new Text(String.valueOf(opcode - Opcodes.LCONST_0), Kind.OTHER, true));
        } else if (opcode >= Opcodes.FCONST_0 && opcode <= Opcodes.FCONST_2) {
            push(new Text(String.valueOf((float) opcode - Opcodes.FCONST_0), Kind.OTHER, true));
        } else if (opcode == Opcodes.DCONST_0 || opcode == Opcodes.DCONST_1) {
            push(new Text(String.valueOf((double) opcode - Opcodes.DCONST_0), Kind.OTHER, true));
        } else if (opcode >= Opcodes.IADD && opcode <= Opcodes.DREM) {
            binary(ARITHMETIC[(opcode - Opcodes.IADD) / 4], Kind.OTHER);
        } else if (opcode >= Opcodes.ISHL && opcode <= Opcodes.LXOR) {
            binary(BITWISE[(opcode - Opcodes.ISHL) / 2], Kind.OTHER);
        } else if (opcode == Opcodes.LCMP) {
            binary(OPERATOR, Kind.COMPARISON);
        } else if (opcode >= Opcodes.FCMPL && opcode <= Opcodes.DCMPG) {
            binary(OPERATOR, Kind.FLOATING);
        } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            Text index = pop();
            Text array = pop();
            push(known(array, index) ? new Text(array.inner() + "[" + index.text() + "]", Kind.OTHER, true) : UNKNOWN);
        } else if (opcode == Opcodes.ARRAYLENGTH) {
            Text array = pop();
            push(known(array) ? new Text(array.inner() + ".length", Kind.OTHER, true) : UNKNOWN);
        } else if (opcode == Opcodes.DUP) {
            push(fromTop(0));
        } else if (opcode == Opcodes.POP) {
            pop();
        } else if (!(opcode >= Opcodes.I2L && opcode <= Opcodes.I2S || opcode == Opcodes.NOP)) {
            stack.clear();
        }
    }

    private void binary(String operator, Kind kind) {
        Text right = pop();
        Text left = pop();
        push(known(left, right) ? new Text(left.inner() + " " + operator + " " + right.inner(), kind, false) : UNKNOWN);
    }
}
