// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/** Gives a Future class that has no source the pool of its task. */
final class PoolWriter {
    private PoolWriter() {}

    static void write(ClassNode node, AsyncTarget target, PoolSettings pool) {
        String descriptor = Names.descriptor(Names.TASK_POOL);
        String header = Names.descriptor(Names.TASK_HEADER);
        node.fields.add(new FieldNode(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "POOL", descriptor, null, null));
        Code fresh = new Code()
                .type(Opcodes.NEW, node.name)
                .op(Opcodes.DUP)
                .invoke(Opcodes.INVOKESPECIAL, node.name, "<init>", "()V")
                .op(Opcodes.ARETURN);
        node.methods.add(Methods.method(Opcodes.ACC_PROTECTED, "fresh", "()" + header, fresh));
        Code make = new Code()
                .type(Opcodes.NEW, Names.TASK_POOL)
                .op(Opcodes.DUP)
                .type(Opcodes.NEW, node.name)
                .op(Opcodes.DUP)
                .invoke(Opcodes.INVOKESPECIAL, node.name, "<init>", "()V")
                .string(Names.binary(target.owner()) + "." + target.method().name)
                .string(pool.name())
                .push(pool.size())
                .invoke(
                        Opcodes.INVOKESPECIAL,
                        Names.TASK_POOL,
                        "<init>",
                        "(" + header + "Ljava/lang/String;Ljava/lang/String;I)V")
                .putStatic(node.name, "POOL", descriptor)
                .op(Opcodes.RETURN);
        node.methods.add(Methods.method(Opcodes.ACC_STATIC, "<clinit>", "()V", make));
    }
}
