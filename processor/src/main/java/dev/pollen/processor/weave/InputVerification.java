// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.weave.analysis.AllocationMarks;
import dev.pollen.processor.weave.analysis.ClassFile;
import dev.pollen.processor.weave.analysis.Lines;
import dev.pollen.processor.weave.verify.ClassFileVote;
import dev.pollen.processor.weave.verify.FrameCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Asks, when weaving has failed, whether the class was sound before: javac itself writes classes now and then that no JVM
 * takes, and then the user needs to know what to write instead, not where to report a fault of ours.
 *
 * <pre>
 *   Object v = switch (key) { case "a" -&gt; o; default -&gt; { try { yield "o"; } finally { done(); } } };
 *   switch (v) { case Integer n when n &gt; 2 -&gt; ..; case Pair(int a, String b) -&gt; ..
 *                                                   javac 25: "Inconsistent stackmap frames", without us as with us
 * </pre>
 */
final class InputVerification {
    private InputVerification() {}

    /**
     * Looks for methods that were broken before they were woven.
     *
     * @param bytes the class as its compiler wrote it
     * @param library where other classes are looked up
     * @return an error for each; empty if the compiler is not to blame
     */
    static List<Finding> of(byte[] bytes, Library library) {
        Map<String, List<String>> problems = FrameCheck.check(bytes, library);
        if (problems.isEmpty()
                || ClassFileVote.isThere()
                        && ClassFileVote.check(bytes, library).isEmpty()) {
            return List.of();
        }
        ClassNode owner = ClassFile.of(bytes).node(ClassReader.EXPAND_FRAMES);
        List<Finding> findings = new ArrayList<>();
        for (MethodNode method : owner.methods) {
            List<String> found = problems.get(method.name + method.desc);
            if (found != null) {
                findings.add(new Finding(
                        Message.COMPILER_FAULT,
                        List.of(AllocationMarks.simpleName(owner.name) + "." + method.name, found.get(0)),
                        new MethodRef(owner.name, method.name, method.desc),
                        Lines.first(method),
                        ""));
            }
        }
        return findings;
    }
}
