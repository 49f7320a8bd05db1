// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.advice;

import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.Calls;
import java.util.Arrays;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * An operation that loses something when it is cancelled stands where losing means just that: among the parts of a {@code select}
 * or under a time limit, directly, in a variable or an array, or in a combinator
 * inside.
 *
 * <pre>
 *   await(select(port.transfer(raw), stop.notified()));          broken
 *   await(Timeout.after(join(port.transfer(raw), tick), 10));    broken
 *   var f = port.transfer(raw);
 *   await(select(borrow(f), stop.notified()));                   kept: losing leaves f as it is
 * </pre>
 *
 * <p>An async function that awaits such an operation is not found unless it is marked itself, as its author knows what it can
 * make good.
 */
final class CancelUnsafeParts implements Rule {
    private final Library library;

    CancelUnsafeParts(Library library) {
        this.library = library;
    }

    @Override
    public void check(AdvisedMethod code) {
        for (AbstractInsnNode insn : code.code()) {
            if (insn instanceof MethodInsnNode call && cancels(call)) {
                parts(call, call, code, 0);
            }
        }
    }

    private static boolean cancels(MethodInsnNode call) {
        if (call.owner.equals("dev/pollen/time/Timeout")) {
            return call.desc.startsWith("(Ldev/pollen/Future");
        }
        return call.owner.equals(Names.FUTURES)
                && (call.name.startsWith("select") || call.name.startsWith("race") || call.name.equals("first"));
    }

    private void parts(MethodInsnNode combinator, MethodInsnNode cancelling, AdvisedMethod code, int depth) {
        Type[] parameters = Type.getArgumentTypes(combinator.desc);
        for (int i = 0; i < parameters.length && depth < 16; i++) {
            if (parameters[i].getSort() < Type.ARRAY) {
                continue;
            }
            for (AbstractInsnNode maker : code.definitions().argument(combinator, i)) {
                if (maker instanceof MethodInsnNode part) {
                    part(part, cancelling, code, depth);
                } else if (maker.getOpcode() == Opcodes.ANEWARRAY) {
                    elements(maker, cancelling, code, depth);
                }
            }
        }
    }

    /** What the method puts into an array that it has made. */
    private void elements(AbstractInsnNode array, MethodInsnNode cancelling, AdvisedMethod code, int depth) {
        for (AbstractInsnNode insn : code.code()) {
            if (insn.getOpcode() == Opcodes.AASTORE
                    && code.definitions().operand(insn, 2).contains(array)) {
                for (AbstractInsnNode maker : code.definitions().operand(insn, 0)) {
                    if (maker instanceof MethodInsnNode part) {
                        part(part, cancelling, code, depth);
                    }
                }
            }
        }
    }

    private void part(MethodInsnNode part, MethodInsnNode cancelling, AdvisedMethod code, int depth) {
        MethodRef ref = new MethodRef(part.owner, part.name, part.desc);
        if (library.isCancelUnsafe(ref)) {
            code.report(
                    Message.CANCEL_UNSAFE,
                    part,
                    Calls.sourceName(part),
                    Calls.display(part),
                    Calls.display(cancelling));
            return;
        }
        Callee callee = part.owner.startsWith("dev/pollen/") && !cancels(part) ? library.callee(ref) : null;
        boolean combines = callee != null && callee.kind() == Callee.Kind.PLACED && !part.name.equals("borrow");
        if (combines && takesFutures(part)) {
            parts(part, cancelling, code, depth + 1);
        }
    }

    private static boolean takesFutures(MethodInsnNode call) {
        return Arrays.stream(Type.getArgumentTypes(call.desc))
                .anyMatch(type -> type.getDescriptor().contains("Ldev/pollen/Future"));
    }
}
