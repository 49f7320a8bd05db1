// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.pollen.processor.check.ElementFinding;
import dev.pollen.processor.javac.misuse.AsyncCode;
import dev.pollen.processor.javac.misuse.MisuseScanner;
import dev.pollen.processor.javac.misuse.TreeFinding;
import dev.pollen.processor.model.ErasedTypes;
import dev.pollen.processor.model.FutureNames;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What is done with a class when javac has attributed it: misuse is reported, trees of async code are saved, and classes
 * whose async code annotation processing does not show are put down to be woven.
 */
final class Analysis {
    /** The annotation processor in this compilation. */
    enum Processor {
        /** It runs; what it has not seen was found on the source path. */
        RUNS,
        /** It is not there. */
        ABSENT,
        /** Whether it is there is not known: errors have kept all processors from running, and are reported. */
        KEPT_BY_ERRORS
    }

    private final Trees trees;
    private final Elements elements;
    private final ErasedTypes erased;
    private final FutureNames names;
    private final ElementsLibrary library;
    private final PendingWeaves pending;
    private final SavedTrees saved;
    private final TreeMessages messages;
    private final AsyncCode code;
    private Function<ExecutableElement, List<ElementFinding>> localDeclarations = method -> List.of();
    private final Set<String> advised = new HashSet<>();
    private boolean sawPollen;
    private boolean notProcessed;

    Analysis(
            Trees trees,
            Elements elements,
            Types types,
            ErasedTypes erased,
            FutureNames names,
            ElementsLibrary library,
            PendingWeaves pending,
            SavedTrees saved,
            TreeMessages messages) {
        this.trees = trees;
        this.elements = elements;
        this.erased = erased;
        this.names = names;
        this.library = library;
        this.pending = pending;
        this.saved = saved;
        this.messages = messages;
        this.code = new AsyncCode(trees, elements, types);
    }

    /** Takes the rules for declarations that annotation processing does not show. */
    void checkLocalMethods(Function<ExecutableElement, List<ElementFinding>> declarations) {
        localDeclarations = declarations;
    }

    /** Whether Pollen is on the class path; without it there is no async code. */
    boolean sawPollen() {
        return sawPollen;
    }

    /** Looks through a top-level class. A compilation without Pollen on its class path ends here at once. */
    void check(TypeElement type, CompilationUnitTree unit, Processor processor) {
        if (elements.getTypeElement(Names.binary(Names.ASYNC)) == null) {
            return;
        }
        sawPollen = true;
        MisuseScanner scanner = new MisuseScanner(code, type, finding -> messages.print(finding, unit));
        scanner.scan(new TreePath(unit), null);
        scanner.localClasses().forEach(library::add);
        scanner.asyncMethods().forEach(path -> keepMethod(path, processor));
        scanner.blocks().forEach(path -> keepBlock(path, processor));
        scanner.logLines().forEach(path -> keepLogLine(path, processor));
        scanner.makers().forEach(this::keepMaker);
    }

    private void keepMethod(TreePath path, Processor processor) {
        ExecutableElement element = (ExecutableElement) trees.getElement(path);
        MethodTree method = (MethodTree) path.getLeaf();
        MethodRef reference = erased.reference(element);
        saved.save(reference, path);
        if (pending.knows(reference) || processor == Processor.KEPT_BY_ERRORS) {
            return;
        }
        if (AsyncCode.isLocal(element) && processor == Processor.RUNS) {
            localDeclarations
                    .apply(element)
                    .forEach(finding -> messages.print(at(method, finding), path.getCompilationUnit()));
            pending.add((TypeElement) element.getEnclosingElement(), elements);
        } else {
            keepUnprocessed(reference, element, path, processor);
        }
    }

    private TreeFinding at(MethodTree method, ElementFinding finding) {
        Tree mark = finding.mark() == null ? null : trees.getTree(finding.element(), finding.mark(), finding.value());
        return new TreeFinding(finding.message(), finding.arguments(), mark == null ? method : mark);
    }

    /**
     * A method that the annotation processor has not seen in this compilation. Where its Future class is compiled too,
     * because an earlier step has written it, only the weaving is left.
     */
    private void keepUnprocessed(MethodRef reference, ExecutableElement element, TreePath path, Processor processor) {
        String name = names.of(element);
        TypeElement future = elements.getTypeElement(name);
        boolean written =
                future != null && Marks.find(future, Names.GENERATED) != null && trees.getTree(future) != null;
        if (written && processor == Processor.RUNS) {
            pending.add(reference, (TypeElement) element.getEnclosingElement(), name, elements);
        } else {
            reportNotProcessed(
                    path,
                    written ? Message.LEFT_UNWOVEN : Message.NOT_PROCESSED,
                    element.getEnclosingElement().getSimpleName() + "." + element.getSimpleName());
        }
    }

    /** The class around a tree. */
    private TypeElement owner(TreePath path) {
        TreePath around = path;
        while (!(around.getLeaf() instanceof ClassTree)) {
            around = around.getParentPath();
        }
        return (TypeElement) trees.getElement(around);
    }

    /** A class that logs is woven whatever else it does; without the processor its lines keep their text. */
    private void keepLogLine(TreePath path, Processor processor) {
        TypeElement owner = owner(path);
        saved.saveLine(erased.internalName(owner), path);
        if (processor == Processor.RUNS) {
            pending.add(owner, elements);
        }
    }

    /** A class that makes futures or spawns tasks is looked through, also if there is nothing to weave in it. */
    private void keepMaker(TreePath path) {
        TypeElement owner = owner(path);
        String name = erased.internalName(owner);
        saved.saveLine(name, path);
        advised.add(Names.binary(name));
    }

    /** Whether a class is looked through by the weaver also if it is not woven. */
    boolean isAdvised(String binaryName) {
        return advised.contains(binaryName);
    }

    private void keepBlock(TreePath path, Processor processor) {
        TypeElement owner = owner(path);
        saved.saveBlock(erased.internalName(owner), path);
        if (processor == Processor.RUNS) {
            pending.add(owner, elements);
        } else if (processor == Processor.ABSENT) {
            reportNotProcessed(path, Message.NOT_PROCESSED, "this block");
        }
    }

    private void reportNotProcessed(TreePath path, Message message, String what) {
        if (!notProcessed) {
            notProcessed = true;
            messages.print(new TreeFinding(message, List.of(what), path.getLeaf()), path.getCompilationUnit());
        }
    }
}
