// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.advice;

import dev.pollen.processor.model.Message;
import dev.pollen.processor.weave.analysis.Calls;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * A {@code catch} around an await that takes {@code CancelledError} and does not throw it again: a task that is cancelled there
 * goes on as if it were not.
 *
 * <pre>
 *   try { await(x); }
 *   catch (Throwable t) { log(t); }                       broken
 *   catch (Throwable t) { throw new Failure(t); }         broken: cancellation becomes a failure
 *   catch (Throwable t) { if (..) throw t; log(t); }      kept, as far as anyone can see
 *   catch (CancelledError e) { throw e; }                 kept, and so is a catch of Throwable behind it
 *   finally { .. }                                        kept: it throws what it has caught
 * </pre>
 *
 * <p>From each await the error is followed from handler to handler: one that throws it again hands it to the handlers around the
 * place where it does.
 */
final class SwallowedCancellation implements Rule {
    private static final String CANCELLED = "dev/pollen/CancelledError";
    private static final Map<String, String> CATCHING =
            Map.of(CANCELLED, "CancelledError", "java/lang/Error", "Error", "java/lang/Throwable", "Throwable");

    @Override
    public void check(AdvisedMethod code) {
        if (!code.isAsync() || code.method().tryCatchBlocks.isEmpty()) {
            return;
        }
        BitSet seen = new BitSet();
        for (int i = 0; i < code.code().size(); i++) {
            if (Calls.isSuspension(code.code().get(i))) {
                follow(i, seen, code);
            }
        }
    }

    private static void follow(int thrownAt, BitSet seen, AdvisedMethod code) {
        int at = thrownAt;
        while (at >= 0) {
            TryCatchBlockNode block = handlerOf(at, code);
            int handler = block == null ? -1 : code.code().indexOf(block.handler);
            if (block == null || seen.get(handler)) {
                return;
            }
            seen.set(handler);
            at = rethrow(block, handler, code);
            if (at < 0 && block.type != null) {
                code.report(
                        Message.CANCELLATION_SWALLOWED,
                        lineOf(block),
                        "catch",
                        CATCHING.getOrDefault(block.type, block.type));
            }
        }
    }

    private static AbstractInsnNode lineOf(TryCatchBlockNode block) {
        AbstractInsnNode first = AdvisedMethod.next(block.handler);
        return first == null ? block.handler : first;
    }

    private static @Nullable TryCatchBlockNode handlerOf(int at, AdvisedMethod code) {
        for (TryCatchBlockNode block : code.method().tryCatchBlocks) {
            boolean covers =
                    code.code().indexOf(block.start) <= at && at < code.code().indexOf(block.end);
            if (covers && (block.type == null || CATCHING.containsKey(block.type))) {
                return block;
            }
        }
        return null;
    }

    /** Where a handler throws what it has caught; -1 if it does not. */
    private static int rethrow(TryCatchBlockNode block, int handler, AdvisedMethod code) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        reached.set(handler);
        open.add(handler);
        while (!open.isEmpty()) {
            int at = open.remove();
            AbstractInsnNode insn = code.code().get(at);
            if (insn.getOpcode() == Opcodes.ATHROW && isCaught(insn, 0, block, code)
                    || insn instanceof MethodInsnNode call && throwsIt(call, block, code)) {
                return at;
            }
            for (int next : code.flow().successors(at)) {
                if (!reached.get(next)) {
                    reached.set(next);
                    open.add(next);
                }
            }
        }
        return -1;
    }

    private static boolean isCaught(AbstractInsnNode insn, int below, TryCatchBlockNode block, AdvisedMethod code) {
        for (AbstractInsnNode maker : code.definitions().operand(insn, below)) {
            boolean given = maker instanceof MethodInsnNode call && takesCaught(call, block, code);
            if (maker == block.handler || given) {
                return true;
            }
        }
        return false;
    }

    /** A method whose name says that it throws what it is given. */
    private static boolean throwsIt(MethodInsnNode call, TryCatchBlockNode block, AdvisedMethod code) {
        return call.name.toLowerCase(Locale.ROOT).contains("throw") && takesCaught(call, block, code);
    }

    private static boolean takesCaught(MethodInsnNode call, TryCatchBlockNode block, AdvisedMethod code) {
        for (int i = 0; i < Type.getArgumentTypes(call.desc).length; i++) {
            if (code.definitions().argument(call, i).contains(block.handler)) {
                return true;
            }
        }
        return false;
    }
}
