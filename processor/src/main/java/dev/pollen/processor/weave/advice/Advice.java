// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.advice;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Library;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Warns of code that compiles, is woven, and does not do what it looks like. */
public final class Advice {
    private final List<Rule> rules;
    private final BlockingCalls blocking;

    /**
     * Makes the rules of one compilation.
     *
     * @param library where called methods and classes are looked up
     */
    public Advice(Library library) {
        this.blocking = new BlockingCalls(library);
        this.rules = List.of(
                new LostFutures(library),
                new EndlessLoops(),
                blocking,
                new HeldLocks(library),
                new CancelUnsafeParts(library),
                new SwallowedCancellation(),
                new SharedState(library));
    }

    /**
     * Looks through a method.
     *
     * @param owner its class, in which blocks are calls of their bodies
     * @param method the method
     * @param async whether it is an async method or the body of a block
     * @return warnings, in the order of the rules
     */
    public Set<Finding> of(ClassNode owner, MethodNode method, boolean async) {
        AdvisedMethod code = new AdvisedMethod(owner.name, method, async);
        if (method.instructions.size() > 0) {
            rules.forEach(rule -> rule.check(code));
        }
        return code.findings();
    }

    /**
     * What is wrong with the lists of blocking methods.
     *
     * @return one text for each line that is not understood, once
     */
    public List<String> wrongLines() {
        return blocking.wrongLines();
    }
}
