// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.Callee;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Where the futures and combinator values of a method come from, and where they go. */
public final class Origins {
    private final MethodNode method;
    private final @Nullable Frame<OriginValue>[] frames;
    private final OriginInterpreter notes;

    private Origins(MethodNode method, @Nullable Frame<OriginValue>[] frames, OriginInterpreter notes) {
        this.method = method;
        this.frames = frames;
        this.notes = notes;
    }

    /**
     * Follows the values of a method to a fixed point.
     *
     * @param owner internal name of the class
     * @param method the method
     * @param callees what each call gives
     * @return what was found
     */
    public static Origins of(String owner, MethodNode method, Function<MethodInsnNode, @Nullable Callee> callees) {
        OriginInterpreter interpreter = new OriginInterpreter(callees);
        try {
            Frame<OriginValue>[] frames = new Walk(interpreter).analyze(owner, method);
            return new Origins(method, frames, interpreter);
        } catch (AnalyzerException e) {
            throw new IllegalStateException("origins of " + owner + "." + method.name, e);
        }
    }

    /**
     * What a returned value may be.
     *
     * @param returnInsn an {@code ARETURN}
     * @return its origins; empty if it cannot be reached
     */
    public Set<Origin> returned(AbstractInsnNode returnInsn) {
        return notes.returned().getOrDefault(returnInsn, Set.of());
    }

    /**
     * What an await may wait for.
     *
     * @param await a call of {@code Pollen.await}
     * @return the origins of its argument; empty if it cannot be reached
     */
    public Set<Origin> awaited(MethodInsnNode await) {
        return notes.awaited().getOrDefault(await, Set.of());
    }

    /**
     * What a marked call was given.
     *
     * @param call a call of a marked method
     * @return the origins of its arguments
     */
    public Set<Origin> parts(MethodInsnNode call) {
        return notes.parts().getOrDefault(call, Set.of());
    }

    /**
     * What is done with the values of an origin.
     *
     * @param origin an origin
     * @return the uses
     */
    public Set<Use> uses(Origin origin) {
        return notes.uses().getOrDefault(origin, Set.of());
    }

    /**
     * All origins that have a use.
     *
     * @return each with what is done with it
     */
    public Map<Origin, Set<Use>> uses() {
        return notes.uses();
    }

    /**
     * What locals that are still needed and the stack hold before an instruction, and what those things are made of.
     *
     * @param insn an instruction
     * @param live which locals may still be read
     * @return the origins; empty if the instruction cannot be reached
     */
    public Set<Origin> held(AbstractInsnNode insn, BitSet live) {
        Set<Origin> held = new LinkedHashSet<>();
        Frame<OriginValue> frame = frames[method.instructions.indexOf(insn)];
        if (frame == null) {
            return held;
        }
        for (int i = 0; i < frame.getLocals(); i++) {
            if (live.get(i)) {
                frame.getLocal(i).origins().forEach(origin -> add(origin, held));
            }
        }
        for (int i = 0; i < frame.getStackSize(); i++) {
            frame.getStack(i).origins().forEach(origin -> add(origin, held));
        }
        return held;
    }

    private void add(Origin origin, Set<Origin> held) {
        MethodInsnNode call = origin.call();
        if (call != null && held.add(origin)) {
            if (origin.kind() == Origin.Kind.NEXT) {
                add(new Origin(Origin.Kind.FUTURE, call), held);
            }
            parts(call).forEach(part -> add(part, held));
        }
    }

    /** A body may return its result, whatever its descriptor says. */
    private static final class Walk extends Analyzer<OriginValue> {
        Walk(OriginInterpreter interpreter) {
            super(interpreter);
        }

        @Override
        protected Frame<OriginValue> newFrame(int locals, int stack) {
            return new Step(locals, stack);
        }

        @Override
        protected Frame<OriginValue> newFrame(Frame<? extends OriginValue> frame) {
            return new Step(frame);
        }
    }

    /** A frame for which {@code RETURN} is always right. */
    private static final class Step extends Frame<OriginValue> {
        Step(int locals, int stack) {
            super(locals, stack);
        }

        Step(Frame<? extends OriginValue> frame) {
            super(frame);
        }

        @Override
        public void execute(AbstractInsnNode insn, Interpreter<OriginValue> interpreter) throws AnalyzerException {
            if (insn.getOpcode() != Opcodes.RETURN) {
                super.execute(insn, interpreter);
            }
        }
    }
}
