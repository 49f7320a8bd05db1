// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.Callee;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The async blocks of a class file, as javac writes them: a lambda that is made and handed to {@code Pollen.async} at
 * once. The lambda's body is a method of the class, and what it captures are that method's first arguments.
 *
 * <pre>
 *   async(() -&gt; { .. x .. })     aload x; invokedynamic run(X)AsyncBlock -&gt; lambda$main$0; invokestatic Pollen.async
 *   async(this::read)            aload 0; invokedynamic run(T)AsyncBlock -&gt; T.read;        invokestatic Pollen.async
 * </pre>
 *
 * <p>Blocks are numbered as the code reaches them: methods in the order of the class file, and the body of a lambda where
 * the lambda is made. Where javac keeps lambda bodies, and in which order, says nothing.
 */
public final class AsyncBlocks {
    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    private final ClassNode owner;
    private final Function<MethodInsnNode, @Nullable Callee> callees;
    private final Map<String, MethodNode> lambdas = new HashMap<>();
    private final List<Site> sites = new ArrayList<>();
    private final Map<MethodNode, String> bodies = new LinkedHashMap<>();
    private final Map<String, Integer> inMethod = new HashMap<>();
    private final Map<MethodNode, Integer> references = new IdentityHashMap<>();
    private final Map<MethodNode, Integer> asBlock = new IdentityHashMap<>();
    private final Set<MethodNode> reached = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * One place that makes a block.
     *
     * @param code the method that holds the place
     * @param lambda what makes the lambda
     * @param call the call of {@code Pollen.async}
     * @param body the method of this class that holds the body; null for a reference to an async method
     */
    public record Site(
            MethodNode code,
            InvokeDynamicInsnNode lambda,
            MethodInsnNode call,
            @Nullable MethodNode body) {}

    private AsyncBlocks(ClassNode owner, Function<MethodInsnNode, @Nullable Callee> callees) {
        this.owner = owner;
        this.callees = callees;
    }

    /**
     * Looks through a class.
     *
     * @param owner the class
     * @param callees what calls give, for references to methods
     * @return its blocks
     */
    public static AsyncBlocks of(ClassNode owner, Function<MethodInsnNode, @Nullable Callee> callees) {
        AsyncBlocks blocks = new AsyncBlocks(owner, callees);
        for (MethodNode method : owner.methods) {
            if (isLambda(method)) {
                blocks.lambdas.put(method.name + method.desc, method);
            }
        }
        for (MethodNode method : owner.methods) {
            if (!isLambda(method)) {
                blocks.walk(method, method.name);
            }
        }
        return blocks;
    }

    private static boolean isLambda(MethodNode method) {
        return Calls.isLambdaBody(method.name) && (method.access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    private void walk(MethodNode code, String root) {
        if (!reached.add(code)) {
            return;
        }
        for (AbstractInsnNode insn : code.instructions) {
            if (insn instanceof InvokeDynamicInsnNode dynamic) {
                MethodInsnNode call = blockOf(dynamic);
                Site site = call == null ? null : site(code, dynamic, call);
                if (site != null) {
                    sites.add(site);
                }
                MethodNode body = site == null ? null : site.body();
                if (body != null) {
                    asBlock.merge(body, 1, Integer::sum);
                    bodies.computeIfAbsent(body, b -> name(root));
                }
                for (Object argument : dynamic.bsmArgs) {
                    MethodNode lambda = argument instanceof Handle handle ? own(handle) : null;
                    if (lambda != null) {
                        references.merge(lambda, 1, Integer::sum);
                        walk(lambda, root);
                    }
                }
            }
        }
    }

    private String name(String root) {
        return root + ", block " + inMethod.merge(root, 1, Integer::sum);
    }

    /** The block that takes a lambda; null if something else does, or if other code may come to the call, too. */
    private static @Nullable MethodInsnNode blockOf(InvokeDynamicInsnNode lambda) {
        AbstractInsnNode next = lambda.getNext();
        while (next != null && next.getOpcode() < 0 && !(next instanceof FrameNode)) {
            next = next.getNext();
        }
        boolean simple = lambda.bsm.getOwner().equals(METAFACTORY)
                && lambda.bsm.getName().equals("metafactory");
        return simple && next instanceof MethodInsnNode call && Calls.isBlock(call) ? call : null;
    }

    private @Nullable Site site(MethodNode code, InvokeDynamicInsnNode lambda, MethodInsnNode call) {
        Handle handle = handle(lambda);
        if (handle == null) {
            return null;
        }
        MethodNode body = own(handle);
        if (body != null) {
            return new Site(code, lambda, call, body);
        }
        Callee callee = handle.getTag() == Opcodes.H_NEWINVOKESPECIAL ? null : callees.apply(call(handle));
        return callee == null || callee.kind() == Callee.Kind.TASK ? null : new Site(code, lambda, call, null);
    }

    private static @Nullable Handle handle(InvokeDynamicInsnNode lambda) {
        return lambda.bsmArgs.length > 1 && lambda.bsmArgs[1] instanceof Handle handle ? handle : null;
    }

    private @Nullable MethodNode own(Handle handle) {
        return handle.getOwner().equals(owner.name) ? lambdas.get(handle.getName() + handle.getDesc()) : null;
    }

    /**
     * The method that the argument of a call of {@code Pollen.async} refers to.
     *
     * @param call a call that makes no block
     * @return its name; null if the argument is no reference to a method
     */
    static @Nullable String reference(MethodInsnNode call) {
        AbstractInsnNode before = call.getPrevious();
        while (before != null && before.getOpcode() < 0 && !(before instanceof FrameNode)) {
            before = before.getPrevious();
        }
        Handle handle = before instanceof InvokeDynamicInsnNode lambda ? handle(lambda) : null;
        return handle == null || Calls.isLambdaBody(handle.getName()) ? null : handle.getName();
    }

    /**
     * The call that does what a lambda does when it is run.
     *
     * @param lambda what makes the lambda
     * @return a direct call of its method, for which the stack is as the lambda's maker wants it
     */
    public static MethodInsnNode call(InvokeDynamicInsnNode lambda) {
        return call((Handle) lambda.bsmArgs[1]);
    }

    private static MethodInsnNode call(Handle method) {
        int opcode = switch (method.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKESPECIAL, Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            default -> Opcodes.INVOKEVIRTUAL;
        };
        return new MethodInsnNode(opcode, method.getOwner(), method.getName(), method.getDesc(), method.isInterface());
    }

    /**
     * The places that make blocks.
     *
     * @return as the code reaches them
     */
    public List<Site> sites() {
        return List.copyOf(sites);
    }

    /**
     * The methods that hold the bodies of blocks.
     *
     * @return each with its name for people, as the code reaches them
     */
    public Map<MethodNode, String> bodies() {
        return Collections.unmodifiableMap(bodies);
    }

    /**
     * Whether nothing makes a lambda any more: javac writes no code behind {@code if (false)} and where nothing leads, but
     * has written the bodies of the lambdas there by then. Nobody can run them, and they are left as they are.
     *
     * @param method any method of the class
     * @return true for the body of such a lambda
     */
    public boolean isLeftOver(MethodNode method) {
        return isLambda(method) && !reached.contains(method);
    }

    /**
     * Whether a body is an ordinary lambda's, too: javac lets lambdas of the same text share one.
     *
     * @param body one of {@link #bodies}
     * @return true if something other than blocks refers to it
     */
    public boolean isShared(MethodNode body) {
        return references.getOrDefault(body, 0) > asBlock.getOrDefault(body, 0);
    }
}
