// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.advice;

import dev.pollen.processor.model.Message;
import dev.pollen.processor.weave.analysis.Calls;
import dev.pollen.processor.weave.analysis.Cycles;
import java.util.BitSet;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A loop of an async method that nothing leaves, and in which nothing awaits, holds the thread for ever.
 *
 * <pre>
 *   while (true) {            nothing leaves it but an exception that nobody catches in the method
 *     led.toggle();           no await: the other tasks of the executor wait for ever
 *   }
 * </pre>
 *
 * A class file does not tell a loop that may pass an await by from one with another loop inside of it; where the source is there,
 * javac's trees do, and their finding counts.
 */
final class EndlessLoops implements Rule {
    @Override
    public void check(AdvisedMethod code) {
        if (!code.isAsync()) {
            return;
        }
        for (BitSet loop : Cycles.endless(code.method(), code.flow())) {
            if (loop.stream().noneMatch(i -> Calls.isSuspension(code.code().get(i)))) {
                AbstractInsnNode first = code.code().get(loop.nextSetBit(0));
                code.report(Message.LOOP_NEVER_YIELDS, lineOf(first), "", "nothing in it awaits");
            }
        }
    }

    /** A loop begins with a label, and its line stands behind that. */
    private static AbstractInsnNode lineOf(AbstractInsnNode first) {
        AbstractInsnNode insn = first.getOpcode() >= 0 ? first : AdvisedMethod.next(first);
        return insn == null ? first : insn;
    }
}
