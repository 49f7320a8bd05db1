// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.AllocationMark;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Finds what an async body allocates each time that it runs, as its own instructions show it; what the methods that it calls
 * allocate is theirs to say. Futures are left to the placement, which knows where they are made.
 *
 * <pre>
 *   new Buffer(8)                     new
 *   "got " + n                        invokedynamic makeConcatWithConstants
 *   Integer x = n                     invokestatic Integer.valueOf
 *   log("%d", n)                      anewarray
 *   raw.clone()                       invokevirtual [B.clone
 *   for (String s : list)             invokeinterface iterator
 *   list.forEach(s -&gt; use(s, n))      invokedynamic accept(I)Consumer
 * </pre>
 *
 * <p>Some of it is exempt, see {@link AllocationExemptions}.
 */
public final class Allocations {
    /** Where a front end with the source prints what no call stands for: the statement. */
    private static final String STATEMENT = ";";

    private static final String OF = "of";
    private static final String ONCE = "make it once, in a field or before the task's endless loop";
    private static final int CACHED = 127;

    private Allocations() {}

    private record Allocation(AbstractInsnNode insn, String what, String instead, String name) {}

    /**
     * Looks through a body.
     *
     * @param body the body, whose returns are lowered
     * @return a note for each place
     */
    public static List<Finding> in(Body body) {
        List<Allocation> found = new ArrayList<>();
        for (AbstractInsnNode insn : body.method().instructions) {
            Allocation allocation = allocation(insn);
            if (allocation != null) {
                found.add(allocation);
            }
        }
        if (found.isEmpty()) {
            return List.of();
        }
        AllocationExemptions exempt = AllocationExemptions.of(body);
        return found.stream()
                .filter(allocation -> !exempt.contains(allocation.insn()))
                .map(allocation -> finding(allocation, body.target().ref()))
                .toList();
    }

    /**
     * Looks through an ordinary method, for the report of those that call it.
     *
     * @param method the method
     * @param exempt what nobody needs to hear of there
     * @return for example {@code 40: string concatenation}
     */
    public static List<String> in(MethodNode method, AllocationExemptions exempt) {
        List<String> places = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            Allocation allocation = allocation(insn);
            if (allocation != null && !exempt.contains(insn)) {
                places.add(Lines.of(insn) + ": " + inReport(allocation.what()));
            }
        }
        return places;
    }

    /**
     * Looks for tasks on the heap in code that is not async.
     *
     * @param owner internal name of the class
     * @param method one of its methods
     * @return a note for each place that makes one, or a function that does
     */
    public static List<Finding> heapTasks(String owner, MethodNode method) {
        List<Finding> findings = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            Allocation task = heapTask(insn);
            if (task != null) {
                findings.add(finding(task, new MethodRef(owner, method.name, method.desc)));
            }
        }
        return findings;
    }

    /**
     * What a body must not do where allocation is forbidden, and what it may where it is accepted.
     *
     * @param findings what was found
     * @param mark what encloses the body; null for nothing
     * @return the findings; allocations among them as errors, as they are, or not at all
     */
    public static List<Finding> judge(List<Finding> findings, @Nullable AllocationMark mark) {
        if (mark == null) {
            return findings;
        }
        List<Finding> judged = new ArrayList<>();
        for (Finding finding : findings) {
            if (!isAllocation(finding)) {
                judged.add(finding);
            } else if (mark.forbids()) {
                judged.add(new Finding(
                        Message.ALLOCATION_FORBIDDEN,
                        List.of(finding.message().sentence(finding.arguments().toArray()), mark.where()),
                        finding.method(),
                        finding.line(),
                        finding.call()));
            }
        }
        return judged;
    }

    /**
     * Where a body allocates, for the report: also what is accepted there.
     *
     * @param findings what was found in the body
     * @return for example {@code 17: new Buffer}
     */
    public static List<String> places(List<Finding> findings) {
        // A finally block stands in the class file several times and says the same each time.
        return findings.stream()
                .filter(Allocations::isAllocation)
                .map(finding -> finding.line() + ": "
                        + (finding.message() == Message.ALLOCATES
                                ? inReport(finding.arguments().get(0))
                                : finding.message().sentence(finding.arguments().toArray())))
                .distinct()
                .toList();
    }

    private static String inReport(String what) {
        return what.replaceFirst("^an array, (.*),$", "$1");
    }

    private static boolean isAllocation(Finding finding) {
        return finding.message() == Message.ALLOCATES || finding.message() == Message.MAY_ALLOCATE;
    }

    private static Finding finding(Allocation allocation, MethodRef method) {
        return new Finding(
                Message.ALLOCATES,
                List.of(allocation.what(), allocation.instead()),
                method,
                Lines.of(allocation.insn()),
                allocation.name());
    }

    private static @Nullable Allocation allocation(AbstractInsnNode insn) {
        if (insn instanceof MethodInsnNode call) {
            return ofCall(call);
        }
        if (insn instanceof InvokeDynamicInsnNode dynamic) {
            return ofDynamic(dynamic);
        }
        return switch (insn.getOpcode()) {
            case Opcodes.NEW -> object((TypeInsnNode) insn);
            case Opcodes.ANEWARRAY -> array(insn, Type.getObjectType(((TypeInsnNode) insn).desc), 1);
            case Opcodes.NEWARRAY -> array(insn, element(((IntInsnNode) insn).operand), 1);
            case Opcodes.MULTIANEWARRAY -> {
                Type type = Type.getType(((MultiANewArrayInsnNode) insn).desc);
                yield array(insn, type.getElementType(), type.getDimensions());
            }
            default -> null;
        };
    }

    private static Allocation object(TypeInsnNode insn) {
        return new Allocation(insn, "new " + name(Type.getObjectType(insn.desc)), ONCE, "<init>");
    }

    private static Allocation array(AbstractInsnNode insn, Type element, int dimensions) {
        String what = "an array, new " + name(element) + "[]".repeat(dimensions) + ",";
        return new Allocation(insn, what, ONCE + "; a call with variable arguments makes one, too", STATEMENT);
    }

    private static @Nullable Allocation ofCall(MethodInsnNode call) {
        if (isBoxing(call)) {
            return new Allocation(
                    call,
                    "boxing of " + Type.getArgumentTypes(call.desc)[0].getClassName() + " as "
                            + name(Type.getObjectType(call.owner)),
                    "keep it primitive; futures, tasks and streams have forms such as Future.OfInt",
                    STATEMENT);
        }
        if (call.owner.startsWith("[") && call.name.equals("clone")) {
            return new Allocation(call, "the copy of an array", "copy into one that is there already", "clone");
        }
        if (call.name.equals("iterator") && call.desc.equals("()Ljava/util/Iterator;")) {
            return new Allocation(call, "the iterator of a loop", "count with an index", "iterator");
        }
        if (call.owner.equals(Names.FUTURE) && Calls.isReady(call)) {
            return new Allocation(
                    call,
                    "Future." + call.name,
                    "in a return it allocates nothing; elsewhere take the value",
                    call.name);
        }
        return heapTask(call);
    }

    private static @Nullable Allocation heapTask(AbstractInsnNode insn) {
        boolean called = insn instanceof MethodInsnNode call && call.owner.equals(Names.TASK) && call.name.equals(OF);
        boolean referred = insn instanceof InvokeDynamicInsnNode dynamic && refersToTaskOf(dynamic);
        return called || referred
                ? new Allocation(
                        insn,
                        "Task.of",
                        "mark a method @AsyncTask, whose slots are made with its pool, and spawn a call of it",
                        called ? OF : "->")
                : null;
    }

    private static boolean refersToTaskOf(InvokeDynamicInsnNode dynamic) {
        for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle
                    && handle.getOwner().equals(Names.TASK)
                    && handle.getName().equals(OF)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Allocation ofDynamic(InvokeDynamicInsnNode dynamic) {
        String bootstrap = dynamic.bsm.getOwner();
        if (bootstrap.equals("java/lang/invoke/StringConcatFactory")) {
            return new Allocation(dynamic, "string concatenation", "write the parts one by one to where they go", "+");
        }
        if (bootstrap.equals("java/lang/invoke/LambdaMetafactory") && Type.getArgumentTypes(dynamic.desc).length > 0) {
            return new Allocation(dynamic, "a lambda that captures variables", ONCE + ", or let it capture none", "->");
        }
        return heapTask(dynamic);
    }

    private static boolean isBoxing(MethodInsnNode call) {
        Type[] arguments = Type.getArgumentTypes(call.desc);
        return call.name.equals("valueOf")
                && call.getOpcode() == Opcodes.INVOKESTATIC
                && arguments.length == 1
                && switch (call.owner) {
                    case "java/lang/Integer", "java/lang/Long", "java/lang/Short", "java/lang/Character" ->
                        arguments[0].getSort() < Type.ARRAY && !isCached(call.getPrevious());
                    case "java/lang/Float", "java/lang/Double" -> arguments[0].getSort() < Type.ARRAY;
                    default -> false; // Every Boolean and every Byte is there already.
                };
    }

    /** Whether the box of what an instruction gives is one that the platform has to keep, from -128 to 127. */
    private static boolean isCached(AbstractInsnNode value) {
        int opcode = value.getOpcode();
        boolean small = opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.LCONST_1 || opcode == Opcodes.BIPUSH;
        boolean constant = value instanceof LdcInsnNode load
                && load.cst instanceof Long number
                && number >= -CACHED - 1
                && number <= CACHED;
        return small || constant;
    }

    private static String name(Type type) {
        String name = type.getClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private static Type element(int operand) {
        return switch (operand) {
            case Opcodes.T_BOOLEAN -> Type.BOOLEAN_TYPE;
            case Opcodes.T_CHAR -> Type.CHAR_TYPE;
            case Opcodes.T_FLOAT -> Type.FLOAT_TYPE;
            case Opcodes.T_DOUBLE -> Type.DOUBLE_TYPE;
            case Opcodes.T_BYTE -> Type.BYTE_TYPE;
            case Opcodes.T_SHORT -> Type.SHORT_TYPE;
            case Opcodes.T_INT -> Type.INT_TYPE;
            default -> Type.LONG_TYPE;
        };
    }
}
