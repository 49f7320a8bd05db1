// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.portable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The methods that can run when some are called, and the classes that their code names: a rapid type analysis. A call
 * reaches what objects of the classes that are made anywhere in reached code have for it; class initialisers run where a class
 * is used first. Code of others is not followed, but may call back: whatever a made object overrides of a method that such a class
 * declares is reached.
 *
 * <pre>
 *   main ---- new Executor ---- Executor.run ---- TaskHeader.poll() ---- Sample_blink.poll, as a Sample_blink is made
 *                                            `---- System.exit: named, not followed
 * </pre>
 */
final class ReachableCode {
    private static final String DYNAMIC = "java/lang/invoke/CallSite";

    private final ClassFiles files;
    private final Predicate<String> followed;
    private final Map<String, String> reachedFrom = new LinkedHashMap<>();
    private final Deque<String> work = new ArrayDeque<>();
    private final Set<String> made = new LinkedHashSet<>();
    private final Set<String> calls = new LinkedHashSet<>();
    private final Set<String> initialised = new LinkedHashSet<>();
    private final Map<String, Set<String>> named = new TreeMap<>();

    /**
     * Prepares an analysis.
     *
     * @param files the class files
     * @param followed which classes, by internal name, have code that is looked into
     */
    ReachableCode(ClassFiles files, Predicate<String> followed) {
        this.files = files;
        this.followed = followed;
    }

    /** Follows a static method. */
    ReachableCode from(String owner, String signature) {
        initialise(owner, "");
        reach(owner, signature, "");
        while (!work.isEmpty()) {
            look(work.remove());
        }
        return this;
    }

    /** The methods that were reached, as {@code owner.name(descriptor)}. */
    Set<String> methods() {
        return reachedFrom.keySet();
    }

    /** The classes that the code of a class names where it was reached; each with one of the methods that do. */
    Map<String, Set<String>> named() {
        return named;
    }

    /** How a method was reached, for people: from the first method to the last. */
    String path(String method) {
        List<String> path = new ArrayList<>();
        for (String at = method; at != null && !at.isEmpty(); at = reachedFrom.get(at)) {
            path.add(0, at.substring(0, at.indexOf('(')));
        }
        return String.join(" -> ", path);
    }

    private void reach(String owner, String signature, String from) {
        String method = owner + "." + signature;
        if (followed.test(owner) && !reachedFrom.containsKey(method)) {
            reachedFrom.put(method, from);
            work.add(method);
        }
    }

    private void name(String type, String in) {
        named.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(in);
    }

    private void look(String method) {
        String owner = method.substring(0, method.indexOf('.'));
        MethodNode code = files.declared(owner, method.substring(method.indexOf('.') + 1));
        nameAll(Type.getMethodType(code.desc), method);
        for (TryCatchBlockNode handler : code.tryCatchBlocks) {
            if (handler.type != null) {
                name(handler.type, method);
            }
        }
        for (AbstractInsnNode insn : code.instructions) {
            if (insn instanceof MethodInsnNode call) {
                call(call, method);
            } else if (insn instanceof FieldInsnNode field) {
                name(field.owner, method);
                nameAll(Type.getType(field.desc), method);
                if (field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC) {
                    initialise(field.owner, method);
                }
            } else if (insn instanceof TypeInsnNode type) {
                nameAll(Type.getObjectType(type.desc), method);
                if (type.getOpcode() == Opcodes.NEW) {
                    make(type.desc, method);
                }
            } else if (insn instanceof MultiANewArrayInsnNode array) {
                nameAll(Type.getObjectType(array.desc), method);
            } else if (insn instanceof LdcInsnNode constant && constant.cst instanceof Type type) {
                nameAll(type, method);
            } else if (insn instanceof InvokeDynamicInsnNode) {
                name(DYNAMIC, method);
            }
        }
    }

    private void nameAll(Type type, String in) {
        switch (type.getSort()) {
            case Type.METHOD -> {
                nameAll(type.getReturnType(), in);
                for (Type argument : type.getArgumentTypes()) {
                    nameAll(argument, in);
                }
            }
            case Type.ARRAY -> nameAll(type.getElementType(), in);
            case Type.OBJECT -> name(type.getInternalName(), in);
            default -> {}
        }
    }

    private void call(MethodInsnNode call, String from) {
        nameAll(Type.getObjectType(call.owner), from);
        nameAll(Type.getMethodType(call.desc), from);
        if (call.owner.startsWith("[")) {
            return;
        }
        String signature = call.name + call.desc;
        if (call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL) {
            String target = files.implementation(call.owner, signature);
            if (target != null) {
                if (call.getOpcode() == Opcodes.INVOKESTATIC) {
                    initialise(target, from);
                }
                reach(target, signature, from);
            }
        } else if (calls.add(call.owner + "." + signature)) {
            for (String type : List.copyOf(made)) {
                dispatch(type, call.owner, signature, from);
            }
        }
    }

    private void dispatch(String type, String declared, String signature, String from) {
        if (files.lineage(type).contains(declared)) {
            String target = files.implementation(type, signature);
            if (target != null) {
                reach(target, signature, from);
            }
        }
    }

    private void make(String type, String from) {
        initialise(type, from);
        if (!followed.test(type) || !made.add(type)) {
            return;
        }
        for (String call : List.copyOf(calls)) {
            int dot = call.indexOf('.');
            dispatch(type, call.substring(0, dot), call.substring(dot + 1), from);
        }
        for (String above : files.lineage(type)) {
            if (followed.test(above)) {
                // What a class of the library extends and implements is the library's own affair.
                name(files.node(above).superName, from);
                files.node(above).interfaces.forEach(each -> name(each, from));
            } else {
                for (MethodNode method : files.node(above).methods) {
                    boolean callable = (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0
                            && !method.name.startsWith("<");
                    if (callable) {
                        dispatch(type, above, method.name + method.desc, from);
                    }
                }
            }
        }
    }

    private void initialise(String type, String from) {
        if (!followed.test(type) || !initialised.add(type)) {
            return;
        }
        if (files.declared(type, "<clinit>()V") != null) {
            reach(type, "<clinit>()V", from);
        }
        String above = files.node(type).superName;
        if (above != null) {
            name(above, type + ".<clinit>()V");
            initialise(above, from);
        }
    }
}
