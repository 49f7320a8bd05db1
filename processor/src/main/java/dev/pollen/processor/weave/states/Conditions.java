// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.states;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * What holds when a branch goes one way, as people write it. What the instructions since the last label do not show, such as a
 * value that comes from two places, is left out rather than guessed.
 *
 * <pre>
 *   iload count; bipush 90; if_icmple L         taken: count &lt;= 90        else: count &gt; 90
 * </pre>
 */
final class Conditions {
    private static final Map<Integer, String> COMPARED = Map.of(
            Opcodes.IFEQ,
            "==",
            Opcodes.IFNE,
            "!=",
            Opcodes.IFLT,
            "<",
            Opcodes.IFGE,
            ">=",
            Opcodes.IFGT,
            ">",
            Opcodes.IFLE,
            "<=");
    private static final Map<String, String> OPPOSITE =
            Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=", "<=", ">");

    private final WovenBody body;
    private final List<String> awaits;
    private final Set<AbstractInsnNode> targets = new HashSet<>();
    private final Map<AbstractInsnNode, ValueTexts> known = new HashMap<>();

    /**
     * Prepares for a body.
     *
     * @param body the body
     * @param awaits the texts of its states, from 1
     */
    Conditions(WovenBody body, List<String> awaits) {
        this.body = body;
        this.awaits = awaits;
        for (AbstractInsnNode insn : body.code()) {
            if (insn instanceof JumpInsnNode jump) {
                targets.add(jump.label);
            } else if (insn instanceof TableSwitchInsnNode table) {
                targets.addAll(table.labels);
                targets.add(table.dflt);
            } else if (insn instanceof LookupSwitchInsnNode lookup) {
                targets.addAll(lookup.labels);
                targets.add(lookup.dflt);
            }
        }
        for (TryCatchBlockNode range : body.method().tryCatchBlocks) {
            targets.add(range.handler);
        }
    }

    /**
     * The condition of one way of a branch.
     *
     * @param branch a jump or a switch
     * @param way the index of where it goes
     * @param taken whether a jump jumps
     * @return the condition; empty where it cannot be told
     */
    String of(AbstractInsnNode branch, int way, boolean taken) {
        ValueTexts stack = known.computeIfAbsent(branch, this::before);
        if (branch instanceof JumpInsnNode jump) {
            return ofJump(jump.getOpcode(), stack, taken);
        }
        ValueTexts.Text value = stack.fromTop(0);
        return value.isKnown() ? ofSwitch(branch, value.inner(), way) : "";
    }

    private ValueTexts before(AbstractInsnNode branch) {
        AbstractInsnNode start = branch;
        while (start.getPrevious() != null && !startsAnew(start)) {
            start = start.getPrevious();
        }
        ValueTexts stack = new ValueTexts(body, awaits);
        for (AbstractInsnNode insn = start; insn != branch && insn != null; insn = insn.getNext()) {
            stack.execute(insn);
        }
        return stack;
    }

    private boolean startsAnew(AbstractInsnNode insn) {
        AbstractInsnNode previous = insn.getPrevious();
        return targets.contains(insn)
                || previous instanceof JumpInsnNode
                || previous instanceof TableSwitchInsnNode
                || previous instanceof LookupSwitchInsnNode;
    }

    private static String ofJump(int opcode, ValueTexts stack, boolean taken) {
        ValueTexts.Text top = stack.fromTop(0);
        ValueTexts.Text below = stack.fromTop(1);
        switch (opcode) {
            case Opcodes.IFNULL, Opcodes.IFNONNULL -> {
                return compare(top, taken == (opcode == Opcodes.IFNULL) ? "==" : "!=", "null");
            }
            case Opcodes.IF_ACMPEQ, Opcodes.IF_ICMPEQ -> {
                return compare(below, taken ? "==" : "!=", top.inner());
            }
            case Opcodes.IF_ACMPNE, Opcodes.IF_ICMPNE -> {
                return compare(below, taken ? "!=" : "==", top.inner());
            }
            case Opcodes.IF_ICMPLT, Opcodes.IF_ICMPGE, Opcodes.IF_ICMPGT, Opcodes.IF_ICMPLE -> {
                String operator = COMPARED.get(opcode - Opcodes.IF_ICMPEQ + Opcodes.IFEQ);
                return compare(below, taken ? operator : OPPOSITE.get(operator), top.inner());
            }
            default -> {
                String operator = COMPARED.get(opcode);
                return operator == null || !top.isKnown() ? "" : ofZero(top, operator, taken);
            }
        }
    }

    private static String ofZero(ValueTexts.Text value, String operator, boolean taken) {
        return switch (value.kind()) {
            case BOOLEAN -> (operator.equals("!=") == taken) ? value.text() : "!" + value.inner();
            case COMPARISON -> value.text().replace(ValueTexts.OPERATOR, taken ? operator : OPPOSITE.get(operator));
            // With NaN neither this nor its opposite may hold.
            case FLOATING -> {
                String other = OPPOSITE.get(operator);
                yield taken
                        ? "!(" + value.text().replace(ValueTexts.OPERATOR, other) + ")"
                        : value.text().replace(ValueTexts.OPERATOR, other);
            }
            default -> compare(value, taken ? operator : OPPOSITE.get(operator), "0");
        };
    }

    private static String compare(ValueTexts.Text left, String operator, String right) {
        return left.isKnown() && !right.isEmpty() ? left.inner() + " " + operator + " " + right : "";
    }

    private String ofSwitch(AbstractInsnNode branch, String value, int way) {
        List<Integer> keys = branch instanceof TableSwitchInsnNode table
                ? java.util.stream.IntStream.rangeClosed(table.min, table.max)
                        .boxed()
                        .toList()
                : ((LookupSwitchInsnNode) branch).keys;
        int otherwise = body.index(
                branch instanceof TableSwitchInsnNode table ? table.dflt : ((LookupSwitchInsnNode) branch).dflt);
        String operator = otherwise == way ? " != " : " == ";
        String join = otherwise == way ? " && " : " || ";
        return keys.stream()
                .filter(key -> (body.index(WovenBody.target(branch, key)) == way) == (otherwise != way))
                .map(key -> value + operator + key)
                .collect(Collectors.joining(join));
    }
}
