// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.weave.analysis.AsyncBlocks;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Turns each async block into a call of an async function: the method that javac has made of the block's body.
 *
 * <pre>
 *   aload x                                                       aload x
 *   invokedynamic run(X)AsyncBlock -&gt; lambda$main$0      --&gt;      invokestatic lambda$main$0(X)Future
 *   invokestatic Pollen.async(AsyncBlock)Future
 * </pre>
 *
 * <p>From then on a block is like any async method: what it captures are its parameters, it is private and so never
 * overridden, it has a twin and a frame. A body that an ordinary lambda shares is copied: that lambda still runs it.
 */
public final class BlockCalls {
    private BlockCalls() {}

    /**
     * Changes a class.
     *
     * @param owner the class
     * @param blocks its blocks
     * @return the methods of the blocks, each with its name for people
     */
    public static Map<MethodNode, String> apply(ClassNode owner, AsyncBlocks blocks) {
        for (AsyncBlocks.Site site : blocks.sites()) {
            MethodInsnNode call = AsyncBlocks.call(site.lambda());
            if (site.body() != null && blocks.isShared(site.body())) {
                call.name = nameOfCopy(site.body());
            }
            site.code().instructions.remove(site.lambda());
            site.code().instructions.set(site.call(), call);
        }
        Map<MethodNode, String> methods = new LinkedHashMap<>();
        blocks.bodies().forEach((body, name) -> {
            // After the calls in it are replaced.
            MethodNode method = blocks.isShared(body) ? copy(body) : body;
            if (method != body) {
                owner.methods.add(method);
            }
            methods.put(method, name);
        });
        return methods;
    }

    private static String nameOfCopy(MethodNode body) {
        return body.name + "$block";
    }

    private static MethodNode copy(MethodNode body) {
        MethodNode copy = new MethodNode(
                Opcodes.ASM9,
                body.access,
                nameOfCopy(body),
                body.desc,
                body.signature,
                body.exceptions.toArray(String[]::new));
        body.accept(copy);
        return copy;
    }
}
