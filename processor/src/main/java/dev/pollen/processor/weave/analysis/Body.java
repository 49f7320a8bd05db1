// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.Names;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * The body of an async method on its way to a state machine: the user's code, in a method of its own whose first
 * parameters are the frame and the context. The passes change {@link #method()} one after the other.
 *
 * <pre>
 *   locals of the user's method:  [this] p0 p1 .. v0 v1 ..
 *   locals of the body:           [this] frame context unwinding p0 p1 .. v0 v1 .. (temporaries of the passes)
 * </pre>
 *
 * @param target the async method
 * @param method the body; its frames are expanded
 * @param frameSlot the local that holds the frame
 * @param userLocals the first slot above the user's own locals
 */
public record Body(AsyncTarget target, MethodNode method, int frameSlot, int userLocals) {
    /**
     * The local that holds the context.
     *
     * @return its slot
     */
    public int contextSlot() {
        return frameSlot + 1;
    }

    /**
     * The local that holds what is added to each state: 0, and while the body unwinds a bit that says so.
     *
     * @return its slot
     */
    public int unwindingSlot() {
        return frameSlot + 2;
    }

    /**
     * The types of the locals that every part of the body has: {@code this}, frame, context and the bit of unwinding.
     *
     * @return one entry per slot
     */
    public List<TypeValue> base() {
        List<TypeValue> locals = new ArrayList<>();
        if (!target.isStatic()) {
            locals.add(TypeValue.reference(target.owner()));
        }
        locals.add(TypeValue.reference(target.future()));
        locals.add(TypeValue.reference(Names.CONTEXT));
        locals.add(TypeValue.INT);
        return locals;
    }

    /**
     * The types of the locals where the user's code begins.
     *
     * @return one entry per slot: the base and then the parameters
     */
    public List<TypeValue> entry() {
        List<TypeValue> locals = base();
        for (Type parameter : target.parameters()) {
            locals.add(TypeValue.of(parameter));
            if (parameter.getSize() == 2) {
                locals.add(TypeValue.TOP);
            }
        }
        return locals;
    }

    /**
     * The slots of the parameters.
     *
     * @return one slot per parameter
     */
    public int[] parameterSlots() {
        Type[] parameters = target.parameters();
        int[] slots = new int[parameters.length];
        int slot = unwindingSlot() + 1;
        for (int i = 0; i < slots.length; i++) {
            slots[i] = slot;
            slot += parameters[i].getSize();
        }
        return slots;
    }

    /**
     * Computes the types anew, after a pass has changed the code.
     *
     * @return the types before each instruction
     */
    public FrameTypes types() {
        return FrameTypes.of(method, entry());
    }

    /**
     * Takes fresh locals above all that are in use.
     *
     * @param size how many slots
     * @return the first of them
     */
    public int newLocal(int size) {
        int slot = method.maxLocals;
        method.maxLocals += size;
        return slot;
    }
}
