// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.Lines;
import dev.pollen.processor.weave.analysis.LogLine;
import dev.pollen.processor.weave.analysis.TypeValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Takes the text out of log lines, and the boxes of their arguments.
 *
 * <pre>
 *   ldc "rx {} bytes from {}"                        ldc 0x4c8d31a2                  its hash
 *   iload n                                          iload n
 *   invokestatic Integer.valueOf           --&gt;
 *   aload address                                    aload address
 *   invokestatic Log.info(String,Object,Object)      invokestatic Radio.log$info(int,int,Object)
 * </pre>
 *
 * <p>The class gets one method for each level and shape of arguments, which does what {@code LogWriter} draws, and the texts
 * with their lines as an annotation. Where the compiler keeps the format in a variable, because an argument contains a {@code try},
 * it stays there, and the hash is pushed last. Where an argument contains branches, their frames say what is on the stack now.
 */
public final class LogLines {
    private static final String STRING = "java/lang/String";
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String LOGGER = Names.descriptor(Names.LOGGER);

    private final ClassNode owner;
    private final Map<Integer, String> known;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final Map<String, MethodNode> writers = new LinkedHashMap<>();

    private LogLines(ClassNode owner, Map<Integer, String> known) {
        this.owner = owner;
        this.known = known;
    }

    /**
     * Changes a class.
     *
     * @param owner the class as a compiler has written it, with expanded frames
     * @param known the formats of this compilation by their hashes; those of the class are added
     * @param findings takes what is wrong; its lines are left as they are
     * @return whether the class has log lines
     */
    public static boolean apply(ClassNode owner, Map<Integer, String> known, List<Finding> findings) {
        LogLines log = new LogLines(owner, known);
        owner.methods.forEach(log::weave);
        findings.addAll(log.findings);
        if (log.texts.isEmpty()) {
            return false;
        }
        owner.methods.addAll(log.writers.values());
        log.keepTexts();
        return true;
    }

    private void weave(MethodNode method) {
        MethodRef ref = new MethodRef(owner.name, method.name, method.desc);
        for (LogLine line : LogLine.in(owner.name, method)) {
            Optional<Finding> wrong = line.check(ref);
            wrong.or(() -> collision(line, ref)).ifPresentOrElse(findings::add, () -> weave(method, line));
        }
    }

    private Optional<Finding> collision(LogLine line, MethodRef method) {
        String other = known.putIfAbsent(line.text().hashCode(), line.text());
        return other == null || other.equals(line.text())
                ? Optional.empty()
                : Optional.of(new Finding(
                        Message.LOG_COLLISION,
                        List.of(line.text(), other),
                        method,
                        Lines.of(line.call()),
                        line.call().name));
    }

    private void weave(MethodNode method, LogLine line) {
        MethodInsnNode call = line.call();
        texts.add(line.text());
        lines.add(Lines.of(call));
        StringBuilder shape = new StringBuilder(isStatic(call) ? "(" : "(" + LOGGER);
        AbstractInsnNode id = new Code().push(line.text().hashCode()).insns().getFirst();
        if (line.inPlace()) {
            shape.append('I');
            retype(line.format(), call, line.depth(), Opcodes.INTEGER);
            method.instructions.set(line.format(), id);
        } else {
            shape.append(Names.descriptor(STRING));
            method.instructions.insertBefore(call, id);
        }
        for (int i = 0; i < line.makers().size(); i++) {
            MethodInsnNode box = line.box(i);
            if (box == null) {
                shape.append(OBJECT);
                continue;
            }
            Type primitive = Type.getArgumentTypes(box.desc)[0];
            retype(box, call, line.depth() + 1 + i, TypeValue.of(primitive).frameType());
            method.instructions.remove(box);
            shape.append(primitive.getDescriptor());
        }
        String descriptor = shape.append(line.inPlace() ? ")V" : "I)V").toString();
        String name = "log$" + call.name;
        writers.computeIfAbsent(name + descriptor, key -> writer(line, name, descriptor));
        method.instructions.set(
                call, new MethodInsnNode(Opcodes.INVOKESTATIC, owner.name, name, descriptor, isInterface()));
        method.maxStack += line.makers().size();
    }

    private boolean isInterface() {
        return (owner.access & Opcodes.ACC_INTERFACE) != 0;
    }

    private static boolean isStatic(MethodInsnNode call) {
        return call.getOpcode() == Opcodes.INVOKESTATIC;
    }

    /**
     * Corrects the frames between what pushes a value and the call that takes it. What stands between is the code of later
     * arguments, which has the value under it; its frames may know it as any of its types.
     */
    private static void retype(@Nullable AbstractInsnNode from, AbstractInsnNode call, int depth, Object after) {
        for (AbstractInsnNode insn = from; insn != null && insn != call; insn = insn.getNext()) {
            if (insn instanceof FrameNode frame
                    && frame.stack != null
                    && frame.stack.size() > depth
                    && frame.stack.get(depth) instanceof String) {
                List<Object> stack = new ArrayList<>(frame.stack);
                stack.set(depth, after);
                frame.stack = stack;
            }
        }
    }

    /** The method that writes lines of one level and shape. */
    private MethodNode writer(LogLine line, String name, String descriptor) {
        Type[] parameters = Type.getArgumentTypes(descriptor);
        boolean own = !isStatic(line.call());
        List<TypeValue> locals = new ArrayList<>();
        List<Integer> slots = new ArrayList<>();
        for (Type parameter : parameters) {
            slots.add(locals.size());
            TypeValue type = TypeValue.of(parameter);
            locals.addAll(Collections.nCopies(type.getSize(), type));
        }
        int logger = own ? 0 : locals.size();
        Code code = new Code();
        if (!own) {
            code.invoke(Opcodes.INVOKESTATIC, Names.LOG, "logger", "()" + LOGGER)
                    .astore(logger);
            locals.add(TypeValue.reference(Names.LOGGER));
        }
        int firstArgument = own ? 2 : 1;
        int behindArguments = firstArgument + line.makers().size();
        int id = line.inPlace() ? firstArgument - 1 : behindArguments;
        int size = locals.size();
        int start = size + 1;
        int at = start + 2;
        int stop = at + 2;
        LabelNode end = new LabelNode();
        code.aload(logger).push(line.level());
        call(code, "isEnabled", "(" + LOGGER + "I)Z").jump(Opcodes.IFEQ, end);
        for (int i = firstArgument; i < behindArguments; i++) {
            if (parameters[i].getSort() >= Type.ARRAY) {
                call(code.aload(slots.get(i)), "value", "(" + OBJECT + ")" + OBJECT)
                        .astore(slots.get(i));
            }
        }
        code.push(0);
        for (int i = firstArgument; i < behindArguments; i++) {
            code.load(TypeValue.of(parameters[i]), slots.get(i));
            call(code, "size", "(" + parameters[i].getDescriptor() + ")I").op(Opcodes.IADD);
        }
        code.store(TypeValue.INT, size).aload(logger).push(line.level());
        code.load(TypeValue.INT, slots.get(id)).load(TypeValue.INT, size);
        call(code, "begin", "(" + LOGGER + "III)J").store(TypeValue.LONG, start);
        code.load(TypeValue.LONG, start).op(Opcodes.LCONST_0).op(Opcodes.LCMP).jump(Opcodes.IFLT, end);
        if (behindArguments > firstArgument) {
            call(code.aload(logger).load(TypeValue.LONG, start), "arguments", "(" + LOGGER + "J)J")
                    .store(TypeValue.LONG, at);
            code.load(TypeValue.LONG, at)
                    .load(TypeValue.INT, size)
                    .op(Opcodes.I2L)
                    .op(Opcodes.LADD);
            code.store(TypeValue.LONG, stop);
        }
        for (int i = firstArgument; i < behindArguments; i++) {
            code.aload(logger).load(TypeValue.LONG, at).load(TypeValue.LONG, stop);
            code.load(TypeValue.of(parameters[i]), slots.get(i));
            call(code, "put", "(" + LOGGER + "JJ" + parameters[i].getDescriptor() + ")J")
                    .store(TypeValue.LONG, at);
        }
        call(code.aload(logger).load(TypeValue.LONG, start), "end", "(" + LOGGER + "J)V");
        code.target(end, locals).op(Opcodes.RETURN);
        return Methods.method(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, name, descriptor, code);
    }

    private static Code call(Code code, String name, String descriptor) {
        return code.invoke(Opcodes.INVOKESTATIC, Names.LOG_WRITER, name, descriptor);
    }

    private void keepTexts() {
        AnnotationNode formats = new AnnotationNode(Opcodes.ASM9, Names.descriptor(Names.LOG_FORMATS));
        formats.values = new ArrayList<>(
                List.of("value", texts, "lines", lines, "file", owner.sourceFile == null ? "" : owner.sourceFile));
        if (owner.visibleAnnotations == null) {
            owner.visibleAnnotations = new ArrayList<>();
        }
        owner.visibleAnnotations.add(formats);
    }
}
