// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.advice;

import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.weave.analysis.Calls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * One object that changes is given to tasks of two executors, which may run on two threads.
 *
 * <pre>
 *   State state = new State();
 *   spawner.spawn(read(state));
 *   urgent.spawner().spawn(write(state));        broken, if State has a field that changes and that nothing guards
 * </pre>
 *
 * <p>Seen is what one method spawns, with calls of the tasks in its own code: an argument that is the same variable, field or
 * getter both times; executors that are surely two, because one is made here ({@code new Executor()}, {@code Executor.on}, a
 * builder's {@code build}, {@code InterruptExecutor.start}) or both are parameters, or fields, of the same type; and of objects
 * arrays, the JDK's plain collections, buffers and builders, what {@code local(..)} made for one executor, and classes with a
 * field that is neither final nor volatile and without a {@code synchronized} method or a field of {@code java.util.concurrent}
 * or {@code dev.pollen.sync}. Not seen is what is reached through another object, and what other methods spawn.
 */
final class SharedState implements Rule {
    private static final String SPAWNER = "dev/pollen/executor/Spawner";
    private static final String EXECUTOR = "dev/pollen/executor/Executor";
    private static final String INTERRUPT_EXECUTOR = "dev/pollen/executor/InterruptExecutor";
    private static final Set<String> CHANGING = Set.of(
            "java/util/ArrayList",
            "java/util/LinkedList",
            "java/util/ArrayDeque",
            "java/util/PriorityQueue",
            "java/util/HashMap",
            "java/util/LinkedHashMap",
            "java/util/TreeMap",
            "java/util/IdentityHashMap",
            "java/util/WeakHashMap",
            "java/util/EnumMap",
            "java/util/HashSet",
            "java/util/LinkedHashSet",
            "java/util/TreeSet",
            "java/util/BitSet",
            "java/util/StringJoiner",
            "java/util/Formatter",
            "java/util/GregorianCalendar",
            "java/text/SimpleDateFormat",
            "java/text/DecimalFormat",
            "java/lang/StringBuilder",
            "java/nio/ByteBuffer",
            "java/nio/CharBuffer",
            "java/nio/IntBuffer",
            "java/nio/LongBuffer");

    /** The JDK's classes count only if they are named above; those of the runtime say themselves who may use them. */
    private static final Pattern RUNTIME =
            Pattern.compile("(?:javax?/|dev/pollen/(?:[A-Z]|executor/|futures/|hal/|log/|platform/|sync/|time/)).*");

    private final Library library;
    private final SuperTypes types;
    private final Map<String, Boolean> unguarded = new HashMap<>();

    SharedState(Library library) {
        this.library = library;
        this.types = new SuperTypes(library);
    }

    /** An executor as the code names it. */
    private record Place(String key, Origin origin, String type) {
        boolean isSurelyNot(Place other) {
            if (key.equals(other.key)) {
                return false;
            }
            if (origin == Origin.MADE || other.origin == Origin.MADE) {
                // A field may hold what is made here.
                return origin != Origin.FIELD && other.origin != Origin.FIELD;
            }
            if (origin == other.origin) {
                return type.equals(other.type);
            }
            return type.equals(INTERRUPT_EXECUTOR) != other.type.equals(INTERRUPT_EXECUTOR);
        }
    }

    private enum Origin {
        MADE,
        PARAMETER,
        FIELD
    }

    /** An object that a task is given where it is spawned. */
    private record Given(Place place, String object, String display, MethodInsnNode task) {}

    @Override
    public void check(AdvisedMethod code) {
        List<MethodInsnNode> spawns = new ArrayList<>();
        for (AbstractInsnNode insn : code.code()) {
            if (insn instanceof MethodInsnNode call && isSpawn(call)) {
                spawns.add(call);
            }
        }
        if (spawns.size() < 2) {
            return;
        }
        List<Given> given = new ArrayList<>();
        spawns.forEach(spawn -> collect(spawn, code, given));
        Set<String> reported = new HashSet<>();
        for (Given second : given) {
            for (Given first : given) {
                if (first == second) {
                    break;
                }
                if (first.object().equals(second.object())
                        && first.place().isSurelyNot(second.place())
                        && reported.add(second.object())) {
                    code.report(
                            Message.SHARED_STATE,
                            second.task(),
                            second.task().name,
                            second.display(),
                            Calls.display(first.task()),
                            Calls.display(second.task()));
                }
            }
        }
    }

    private boolean isSpawn(MethodInsnNode call) {
        boolean name = call.name.equals("spawn") || call.name.equals("trySpawn") || call.name.equals("submit");
        return name && call.desc.startsWith("(Ldev/pollen/Task") && types.is(call.owner, SPAWNER);
    }

    private void collect(MethodInsnNode spawn, AdvisedMethod code, List<Given> given) {
        Place place = place(code.definitions().argument(spawn, -1), code, 0);
        Set<AbstractInsnNode> spawned = code.definitions().argument(spawn, 0);
        if (place == null || spawned.size() != 1 || !(spawned.iterator().next() instanceof MethodInsnNode task)) {
            return;
        }
        Callee callee = library.callee(new MethodRef(task.owner, task.name, task.desc));
        if (callee == null || callee.kind() != Callee.Kind.TASK) {
            return;
        }
        for (int i = 0; i < Type.getArgumentTypes(task.desc).length; i++) {
            Set<AbstractInsnNode> makers = code.definitions().argument(task, i);
            String key = code.definitions().key(makers);
            String type = key == null ? null : type(makers.iterator().next(), code);
            if (key != null && type != null) {
                given.add(new Given(place, key, type, task));
            }
        }
    }

    private @Nullable Place place(Set<AbstractInsnNode> makers, AdvisedMethod code, int depth) {
        String key = code.definitions().key(makers);
        if (key == null || depth > 8) {
            return null;
        }
        AbstractInsnNode maker = makers.iterator().next();
        if (maker instanceof Definitions.Parameter parameter) {
            return new Place(key, Origin.PARAMETER, parameterType(parameter.var, code));
        }
        if (maker instanceof FieldInsnNode field) {
            return new Place(key, Origin.FIELD, Type.getType(field.desc).getInternalName());
        }
        if (maker instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW) {
            return new Place(key, Origin.MADE, made.desc);
        }
        if (!(maker instanceof MethodInsnNode call) || !call.owner.startsWith("dev/pollen/executor/")) {
            return null;
        }
        if (call.getOpcode() != Opcodes.INVOKESTATIC && (call.name.equals("spawner") || call.name.equals("executor"))) {
            return place(code.definitions().argument(call, -1), code, depth + 1);
        }
        boolean makes = call.owner.equals(EXECUTOR) && call.name.equals("on")
                || call.owner.equals(EXECUTOR + "$Builder") && call.name.equals("build")
                || call.owner.equals(INTERRUPT_EXECUTOR) && call.name.equals("start");
        return makes ? new Place("value " + code.code().indexOf(call), Origin.MADE, call.owner) : null;
    }

    private static String parameterType(int local, AdvisedMethod code) {
        int at = (code.method().access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        for (Type type : Type.getArgumentTypes(code.method().desc)) {
            if (at == local) {
                return type.getSort() == Type.OBJECT ? type.getInternalName() : type.getDescriptor();
            }
            at += type.getSize();
        }
        return code.owner();
    }

    /** The class of an object that changes and that nothing guards, for messages; null for any other. */
    private @Nullable String type(AbstractInsnNode maker, AdvisedMethod code) {
        if (maker.getOpcode() == Opcodes.NEWARRAY || maker.getOpcode() == Opcodes.ANEWARRAY) {
            return "an array";
        }
        String type;
        if (maker instanceof Definitions.Parameter parameter) {
            type = parameterType(parameter.var, code);
        } else if (maker instanceof FieldInsnNode field) {
            type = name(Type.getType(field.desc));
        } else if (maker instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW) {
            type = made.desc;
        } else if (maker instanceof MethodInsnNode call) {
            if (call.owner.startsWith("dev/pollen/sync/") && call.name.equals("local")) {
                return "what " + Calls.display(call) + " made for one executor";
            }
            type = name(Type.getReturnType(call.desc));
        } else {
            return null;
        }
        if (type.startsWith("[")) {
            return "an array";
        }
        boolean changes = CHANGING.contains(type)
                || !isLibrary(type) && unguarded.computeIfAbsent(type, library::holdsUnguardedState);
        return changes ? "a " + Type.getObjectType(type).getClassName().replace('$', '.') : null;
    }

    private static String name(Type type) {
        return type.getSort() == Type.OBJECT ? type.getInternalName() : type.getDescriptor();
    }

    private static boolean isLibrary(String type) {
        boolean primitive = type.length() < 2;
        return primitive || RUNTIME.matcher(type).matches();
    }
}
