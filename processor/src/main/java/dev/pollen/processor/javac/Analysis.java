// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.pollen.processor.javac.misuse.AsyncCode;
import dev.pollen.processor.javac.misuse.MisuseScanner;
import dev.pollen.processor.javac.misuse.TreeFinding;
import dev.pollen.processor.model.ErasedTypes;
import dev.pollen.processor.model.FutureNames;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What is done with a class when javac has attributed it: misuse is reported, trees of async methods are saved. */
final class Analysis {
    private final Trees trees;
    private final Elements elements;
    private final ErasedTypes erased;
    private final FutureNames names;
    private final PendingWeaves pending;
    private final SavedTrees saved;
    private final TreeMessages messages;
    private final AsyncCode code;
    private boolean notProcessed;

    Analysis(
            Trees trees,
            Elements elements,
            Types types,
            ErasedTypes erased,
            FutureNames names,
            PendingWeaves pending,
            SavedTrees saved,
            TreeMessages messages) {
        this.trees = trees;
        this.elements = elements;
        this.erased = erased;
        this.names = names;
        this.pending = pending;
        this.saved = saved;
        this.messages = messages;
        this.code = new AsyncCode(trees, elements, types);
    }

    /** Looks through a top-level class. A compilation without Pollen on its class path ends here at once. */
    void check(TypeElement type, CompilationUnitTree unit) {
        if (elements.getTypeElement(Names.binary(Names.ASYNC)) == null) {
            return;
        }
        MisuseScanner scanner = new MisuseScanner(code, type, finding -> messages.print(finding, unit));
        scanner.scan(new TreePath(unit), null);
        scanner.asyncMethods().forEach(path -> keep(path));
    }

    private void keep(TreePath path) {
        ExecutableElement element = (ExecutableElement) trees.getElement(path);
        MethodTree method = (MethodTree) path.getLeaf();
        MethodRef reference = erased.reference(element);
        saved.save(reference, method, path.getCompilationUnit());
        if (!pending.knows(reference) && !notProcessed) {
            notProcessed = true;
            messages.print(notProcessed(element, method), path.getCompilationUnit());
        }
    }

    /** In a build of two steps the classes of the first are sources of the second; then only the weaving is left. */
    private TreeFinding notProcessed(ExecutableElement element, MethodTree method) {
        TypeElement future = elements.getTypeElement(names.of(element));
        boolean written =
                future != null && Marks.find(future, Names.GENERATED) != null && trees.getTree(future) != null;
        return new TreeFinding(
                written ? Message.LEFT_UNWOVEN : Message.NOT_PROCESSED,
                List.of(element.getEnclosingElement().getSimpleName() + "." + element.getSimpleName()),
                method);
    }
}
