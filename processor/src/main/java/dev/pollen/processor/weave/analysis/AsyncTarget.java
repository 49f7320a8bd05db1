// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * An async method as the weaver sees it: what its class file says, and the names that follow from that.
 *
 * @param owner internal name of the class that declares it
 * @param ownerIsInterface whether that is an interface
 * @param method the method as it was compiled
 * @param kind function, generator or task
 * @param result how its result is stored, or how a generator's values are
 * @param resultIsVoid whether the body ends without a result, as that of {@code Future<Void>} and of a generator does:
 *     nothing is stored
 * @param future internal name of its Future class
 * @param parameterNames the names of the parameters that fields are named after
 * @param sourceFile the file of the owner; empty where the class file does not say
 * @param displayName simple name of the owner and name of the method, for messages
 */
public record AsyncTarget(
        String owner,
        boolean ownerIsInterface,
        MethodNode method,
        AsyncKind kind,
        ResultKind result,
        boolean resultIsVoid,
        String future,
        List<String> parameterNames,
        String sourceFile,
        String displayName) {
    /**
     * The method as a reference.
     *
     * @return owner, name and descriptor
     */
    public MethodRef ref() {
        return new MethodRef(owner, method.name, method.desc);
    }

    /**
     * Whether the method has no {@code this}.
     *
     * @return true for a static method
     */
    public boolean isStatic() {
        return (method.access & Opcodes.ACC_STATIC) != 0;
    }

    /**
     * Whether it is an async block.
     *
     * @return true for the body of a lambda, which no source names
     */
    public boolean isBlock() {
        return (method.access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    /**
     * The types of the parameters.
     *
     * @return erased types, in order
     */
    public Type[] parameters() {
        return Type.getArgumentTypes(method.desc);
    }

    /**
     * The name of the method that holds the body.
     *
     * @return a name that no source can contain by accident
     */
    public String bodyName() {
        return method.name + "$poll";
    }

    /**
     * Whether the body is a static method: for a static method, and in an interface.
     *
     * @return true if {@code this} is its first parameter, or if it has none
     */
    public boolean bodyIsStatic() {
        return isStatic() || ownerIsInterface;
    }

    /**
     * The descriptor of the body.
     *
     * @return for example {@code (Lp/Blinky_blink;Ldev/pollen/Context;)Ldev/pollen/Poll;}
     */
    public String bodyDescriptor() {
        String self = ownerIsInterface && !isStatic() ? Names.descriptor(owner) : "";
        return "(" + self + Names.descriptor(future) + Names.descriptor(Names.CONTEXT) + ")"
                + Names.descriptor(Names.POLL);
    }

    /**
     * The descriptor of the twin that builds the frame in a slot.
     *
     * @return the method's parameters, then the Future class; returns the Future class
     */
    public String twinDescriptor() {
        return twinDescriptor(method.desc, future);
    }

    /**
     * How many frames of the method one chain of awaits may hold, where the method says so.
     *
     * @return what {@code maxDepth} says; 0 where it does not stand there
     */
    public int maxDepth() {
        return ClassMarks.find(method.invisibleAnnotations, Names.ASYNC)
                .map(mark -> ClassMarks.value(mark, "maxDepth", 0))
                .orElse(0);
    }

    /**
     * The method or block as the chain of a recursion names it: no two have the same name.
     *
     * @return for example {@code demo.Tree.walk(Node)}, {@code Tree.walk, block Tree$pollen$1}
     */
    public String chainName() {
        return isBlock() ? displayName + ", block " + future.substring(future.lastIndexOf('/') + 1) : ref().display();
    }

    /**
     * Whether calls may reach the method through one that it overrides, or another through it.
     *
     * @return true for an async function that is neither static nor private
     */
    public boolean isVirtual() {
        return kind == AsyncKind.FUNCTION && (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0;
    }

    /**
     * The descriptor of a factory's twin.
     *
     * @param descriptor the factory's descriptor
     * @param slot internal name of the slot's class
     * @return the same parameters and then the slot; the slot
     */
    public static String twinDescriptor(String descriptor, String slot) {
        String parameters = descriptor.substring(0, descriptor.lastIndexOf(')'));
        return parameters + Names.descriptor(slot) + ")" + Names.descriptor(slot);
    }
}
