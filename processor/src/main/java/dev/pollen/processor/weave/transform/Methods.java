// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.analysis.TypeValue;
import dev.pollen.processor.weave.layout.FrameField;
import dev.pollen.processor.weave.layout.FrameLayout;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Makes methods out of code, and the code that several of them share. */
final class Methods {
    private Methods() {}

    static MethodNode method(int access, String name, String descriptor, Code code) {
        MethodNode method = new MethodNode(Opcodes.ASM9, access, name, descriptor, null, null);
        method.instructions.add(code.insns());
        return method;
    }

    /** Stores the arguments of an async method into a frame that is in a local. */
    static Code storeArguments(AsyncTarget target, FrameLayout layout, int frameLocal) {
        Code code = new Code();
        if (!target.isStatic()) {
            code.aload(frameLocal).aload(0).putField(target.future(), BodyCall.SELF, "L" + target.owner() + ";");
        }
        int slot = target.isStatic() ? 0 : 1;
        Type[] parameters = target.parameters();
        for (int i = 0; i < parameters.length; i++) {
            FrameField field = layout.parameter(i);
            if (field != null) {
                code.aload(frameLocal).load(TypeValue.of(parameters[i]), slot).putField(target.future(), field);
            }
            slot += parameters[i].getSize();
        }
        return code;
    }

    /** The first local above the parameters of an async method as it is declared. */
    static int firstFreeLocal(AsyncTarget target) {
        return (Type.getArgumentsAndReturnSizes(target.method().desc) >> 2) - (target.isStatic() ? 1 : 0);
    }
}
