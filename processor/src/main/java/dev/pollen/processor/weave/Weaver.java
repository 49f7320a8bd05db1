// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import dev.pollen.processor.model.AllocationMark;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.Severity;
import dev.pollen.processor.weave.advice.Advice;
import dev.pollen.processor.weave.analysis.AllocationMarks;
import dev.pollen.processor.weave.analysis.Allocations;
import dev.pollen.processor.weave.analysis.AsyncBlocks;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.analysis.AsyncTargets;
import dev.pollen.processor.weave.analysis.Callees;
import dev.pollen.processor.weave.analysis.ClassFile;
import dev.pollen.processor.weave.analysis.ClassMarks;
import dev.pollen.processor.weave.analysis.FutureSource;
import dev.pollen.processor.weave.analysis.Lines;
import dev.pollen.processor.weave.analysis.Misuse;
import dev.pollen.processor.weave.transform.BlockCalls;
import dev.pollen.processor.weave.transform.DispatchTwins;
import dev.pollen.processor.weave.transform.LogLines;
import dev.pollen.processor.weave.transform.SuperReferences;
import dev.pollen.processor.weave.transform.WovenMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Weaves one class and the Future classes of its async methods. It keeps what it has woven before only to find frames
 * that would hold themselves, so one weaver serves one compilation.
 */
public final class Weaver {
    private final Library library;
    private final WeaveOptions options;
    private final CycleCheck cycles;
    private final Advice advice;
    private final Map<String, String> blockNames = new HashMap<>();
    private final Map<Integer, String> logFormats = new HashMap<>();

    /**
     * Makes a weaver.
     *
     * @param library where called methods and superclasses are looked up
     * @param options what the user set
     */
    public Weaver(Library library, WeaveOptions options) {
        this.library = library;
        this.options = options;
        this.cycles = new CycleCheck(library);
        this.advice = new Advice(library);
    }

    /**
     * Weaves a class. One that is woven already, or has neither async methods nor blocks nor log lines, is left as
     * it is.
     *
     * @param ownerBytes the bytes of the class that declares the async methods
     * @param futures the bytes of their Future classes by internal name; one that is missing is made anew
     * @return the new classes, or the errors that keep them from being written
     */
    public Weave weave(byte[] ownerBytes, Map<String, byte[]> futures) {
        ClassFile file = ClassFile.of(ownerBytes);
        ClassNode owner = file.node(ClassReader.EXPAND_FRAMES);
        if (ClassMarks.find(owner.invisibleAnnotations, Names.WOVEN).isPresent()) {
            return new Weave(Map.of(), List.of());
        }
        List<FutureSource> sources = futures.values().stream().map(Weaver::read).toList();
        List<Finding> findings = new ArrayList<>();
        // Before code is copied, and while the stack is as the compiler left it.
        boolean logs = LogLines.apply(owner, logFormats, findings);
        SuperReferences.apply(owner);
        // From here on a block is an async method like any other.
        AsyncBlocks blocks = AsyncBlocks.of(owner, new Callees(library, owner.name));
        Map<MethodNode, String> blockMethods = BlockCalls.apply(owner, blocks);
        findings.addAll(Misuse.in(owner, blockMethods.keySet(), blocks));
        findings.addAll(advise(owner, blockMethods.keySet()));
        AsyncTargets targets = AsyncTargets.of(owner, sources, blockMethods);
        findings.addAll(targets.findings());
        AllocationMarks allocation = AllocationMarks.of(owner, library);
        List<Finding> heapTasks = heapTasks(owner, targets.targets(), allocation);
        WovenShapes shapes = new WovenShapes(library);
        shapes.add(owner);
        targets.targets().stream().filter(AsyncTarget::isBlock).forEach(block -> {
            shapes.add(block);
            blockNames.put(block.future(), block.displayName());
        });
        List<MethodNode> twins = DispatchTwins.of(owner, shapes);
        boolean unchanged = targets.targets().isEmpty() && blocks.sites().isEmpty() && twins.isEmpty() && !logs;
        if (hasErrors(findings) || unchanged) {
            findings.addAll(heapTasks);
            return new Weave(Map.of(), findings);
        }
        List<WovenMethod> methods =
                weaveMethods(ownerBytes, owner, targets.targets(), sources, shapes, allocation, findings);
        findings.addAll(heapTasks);
        if (hasErrors(findings)) {
            return new Weave(Map.of(), findings);
        }
        owner.methods.addAll(twins);
        Map<String, byte[]> classes = write(file.reader(), owner, methods, shapes, findings);
        verify(classes, shapes, owner, ownerBytes, findings);
        return new Weave(hasErrors(findings) ? Map.of() : classes, findings);
    }

    /**
     * Looks through a class that needs no weaving, for futures that are made and lost in it and the like.
     *
     * @param bytes any class
     * @return warnings
     */
    public List<Finding> advise(byte[] bytes) {
        ClassNode owner = ClassFile.of(bytes).node(ClassReader.EXPAND_FRAMES);
        boolean ours = ClassMarks.find(owner.invisibleAnnotations, Names.WOVEN).isPresent()
                || ClassMarks.find(owner.invisibleAnnotations, Names.GENERATED).isPresent();
        return ours ? List.of() : advise(owner, Set.of());
    }

    private List<Finding> advise(ClassNode owner, Set<MethodNode> blocks) {
        List<Finding> findings = new ArrayList<>();
        for (MethodNode method : owner.methods) {
            boolean async = blocks.contains(method) || AsyncTargets.isAsync(method);
            try {
                findings.addAll(advice.of(owner, method, async));
            } catch (RuntimeException e) {
                throw new WeaveFailure(new MethodRef(owner.name, method.name, method.desc), Lines.first(method), e);
            }
        }
        advice.wrongLines()
                .forEach(line -> findings.add(
                        new Finding(Message.BLOCKING_LIST, List.of(line), new MethodRef(owner.name, "", ""), 0, "")));
        return findings;
    }

    private static FutureSource read(byte[] bytes) {
        return FutureSource.of(ClassFile.of(bytes).node(ClassReader.EXPAND_FRAMES));
    }

    private static boolean hasErrors(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.message().severity() == Severity.ERROR);
    }

    /** Tasks on the heap where that is forbidden, in methods that are not async; those that are, are looked through anyway. */
    private static List<Finding> heapTasks(ClassNode owner, List<AsyncTarget> targets, AllocationMarks allocation) {
        List<Finding> forbidden = new ArrayList<>();
        for (MethodNode method : owner.methods) {
            AllocationMark mark = allocation.of(method);
            boolean async = targets.stream().anyMatch(target -> target.method() == method);
            if (mark != null && mark.forbids() && !async) {
                forbidden.addAll(Allocations.judge(Allocations.heapTasks(owner.name, method), mark));
            }
        }
        return forbidden;
    }

    private List<WovenMethod> weaveMethods(
            byte[] ownerBytes,
            ClassNode owner,
            List<AsyncTarget> targets,
            List<FutureSource> sources,
            Library shapes,
            AllocationMarks allocation,
            List<Finding> findings) {
        Callees callees = new Callees(shapes, owner.name);
        Map<String, AsyncTarget> siblings = new HashMap<>();
        targets.forEach(target -> siblings.put(target.future(), target));
        List<WovenMethod> methods = new ArrayList<>();
        for (AsyncTarget target : targets) {
            FutureSource source = sources.stream()
                    .filter(s -> s.node().name.equals(target.future()))
                    .findFirst()
                    .orElseGet(() -> FutureSource.of(WovenMethod.newFuture(target)));
            try {
                WovenMethod method = WovenMethod.of(target, source, siblings, callees, shapes, options.debug());
                cycles.add(target.future(), method.children(), target.maxDepth());
                findings.addAll(Allocations.judge(method.findings(), allocation.of(target.method())));
                methods.add(method);
            } catch (RuntimeException e) {
                List<Finding> ofInput = InputVerification.of(ownerBytes, shapes);
                if (!ofInput.isEmpty()) {
                    findings.addAll(ofInput);
                    return methods;
                }
                throw new WeaveFailure(target.ref(), Lines.first(target.method()), e);
            }
        }
        methods.forEach(method -> checkCycle(method, findings));
        return methods;
    }

    private void checkCycle(WovenMethod method, List<Finding> findings) {
        List<String> cycle = cycles.cycleThrough(method.target().future());
        if (!cycle.isEmpty()) {
            List<String> names = cycle.stream()
                    .map(name -> blockNames.getOrDefault(name, name.substring(name.lastIndexOf('/') + 1)))
                    .toList();
            findings.add(new Finding(
                    Message.RECURSION,
                    List.of(String.join(" -> ", names)),
                    method.target().ref(),
                    method.lineOfCall(cycle.get(1)),
                    method.nameOfCall(cycle.get(1))));
        }
    }

    private static Map<String, byte[]> write(
            ClassReader reader,
            ClassNode owner,
            List<WovenMethod> methods,
            WovenShapes shapes,
            List<Finding> findings) {
        methods.forEach(method -> method.addTo(owner));
        ClassBytes written = ClassBytes.ofOwner(reader, owner, methods, findings);
        Map<String, byte[]> classes = new LinkedHashMap<>();
        if (hasErrors(findings)) {
            return classes;
        }
        classes.put(owner.name, written.bytes());
        for (WovenMethod method : methods) {
            ClassNode future = method.future(written.bodyBytes(method));
            shapes.add(future);
            classes.put(future.name, ClassBytes.ofFuture(future));
        }
        return classes;
    }

    private static void verify(
            Map<String, byte[]> classes, Library shapes, ClassNode owner, byte[] ownerBytes, List<Finding> findings) {
        List<Finding> problems = new ArrayList<>();
        classes.forEach((name, bytes) -> Verification.of(bytes, shapes)
                .forEach((who, found) -> problems.add(new Finding(
                        Message.INTERNAL_ERROR,
                        List.of(Names.binary(name), who, found.get(0)),
                        new MethodRef(owner.name, "", ""),
                        0,
                        ""))));
        List<Finding> ofInput = problems.isEmpty() ? List.of() : InputVerification.of(ownerBytes, shapes);
        findings.addAll(ofInput.isEmpty() ? problems : ofInput);
    }
}
