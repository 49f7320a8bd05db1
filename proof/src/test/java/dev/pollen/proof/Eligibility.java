// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Which methods could be async ones as far as their form goes. */
final class Eligibility {
    private Eligibility() {}

    /** Why a method cannot be; null if it can. What only the weaver finds out is not among it. */
    static @Nullable LeftOut refused(ClassNode owner, MethodNode method) {
        if (method.name.equals("<init>")) {
            return LeftOut.CONSTRUCTOR;
        }
        if (method.name.equals("<clinit>")) {
            return LeftOut.INITIALISER;
        }
        if ((method.access & Opcodes.ACC_ABSTRACT) != 0) {
            return LeftOut.ABSTRACT;
        }
        if ((method.access & Opcodes.ACC_NATIVE) != 0) {
            return LeftOut.NATIVE;
        }
        if ((owner.version & 0xFFFF) < Opcodes.V1_7) {
            return LeftOut.OLD_CLASS_FILE;
        }
        return holdsMonitor(method) ? LeftOut.MONITOR : null;
    }

    private static boolean holdsMonitor(MethodNode method) {
        if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            return true;
        }
        for (AbstractInsnNode insn : method.instructions) {
            if (insn.getOpcode() == Opcodes.MONITORENTER) {
                return true;
            }
        }
        return false;
    }
}
