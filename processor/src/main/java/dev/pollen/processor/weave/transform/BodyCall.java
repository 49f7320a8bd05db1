// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import org.objectweb.asm.Opcodes;

/**
 * Calls the body of a frame that is on the stack. An await of a method of the same class does so itself: a chain of ten
 * awaits is then ten calls deep and not twenty, which is within what HotSpot inlines.
 *
 * <pre>
 *   static:    frame  --&gt;  frame context               invokestatic Owner.name$poll
 *   instance:  frame  --&gt;  frame.self frame context    invokevirtual Owner.name$poll
 * </pre>
 */
final class BodyCall {
    private BodyCall() {}

    /** The field of a frame that holds the object whose method it runs. */
    static final String SELF = "self";

    /**
     * Calls a body.
     *
     * @param target whose body
     * @param contextLocal the local of the context
     * @return code that takes the frame from the stack and leaves what the body says
     */
    static Code of(AsyncTarget target, int contextLocal) {
        Code code = new Code();
        if (!target.isStatic()) {
            code.op(Opcodes.DUP)
                    .getField(target.future(), SELF, Names.descriptor(target.owner()))
                    .op(Opcodes.SWAP);
        }
        return code.aload(contextLocal)
                .invoke(
                        target.bodyIsStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL,
                        target.owner(),
                        target.bodyName(),
                        target.bodyDescriptor(),
                        target.ownerIsInterface());
    }
}
