// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.advice;

import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.weave.analysis.Calls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A call that blocks the thread in an async method stops all tasks of the executor. Which methods block says a {@link
 * BlockingMethods list}, of ours and of users; a method that overrides one of it blocks, too.
 *
 * <p>What the async method calls in turn is not looked through, nor is what a lambda in it does, which may run elsewhere.
 */
final class BlockingCalls implements Rule {
    private static final String ANSWER =
            "await what it waits for, or let a thread of its own make the call and tell the task by a Channel or Signal";

    private final Library library;
    private final SuperTypes types;
    private @Nullable BlockingMethods methods;

    BlockingCalls(Library library) {
        this.library = library;
        this.types = new SuperTypes(library);
    }

    @Override
    public void check(AdvisedMethod code) {
        if (!code.isAsync()) {
            return;
        }
        for (AbstractInsnNode insn : code.code()) {
            if (insn instanceof MethodInsnNode call && methods().mayBlock(call.name)) {
                String answer = methods().answer(call.name, call.desc, types.of(call.owner));
                if (answer != null) {
                    code.report(
                            Message.BLOCKING_CALL,
                            call,
                            call.name,
                            Calls.display(call),
                            answer.isEmpty() ? ANSWER : answer);
                }
            }
        }
    }

    /** The lists are read when the first async method is looked at. */
    private BlockingMethods methods() {
        if (methods == null) {
            methods = BlockingMethods.read(library);
        }
        return methods;
    }

    List<String> wrongLines() {
        return methods == null ? List.of() : methods.takeWrongLines();
    }
}
