// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Applies the rules to the trees of a top-level class, in the order of the source, and collects its async code. */
public final class MisuseScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final List<TreeCheck> CHECKS = List.of(
            new AwaitPlaceCheck(),
            new AwaitReferenceCheck(),
            new EmitCheck(),
            new AsyncBlockCheck(),
            new CheckedExceptionCheck(),
            new ReturnInTryCheck(),
            new SameFutureCheck(),
            new HeapTaskCheck(Tree.Kind.METHOD_INVOCATION),
            new HeapTaskCheck(Tree.Kind.MEMBER_REFERENCE),
            new TaskReturnCheck(),
            new StreamReturnCheck(),
            new EndlessLoopCheck(Tree.Kind.WHILE_LOOP),
            new EndlessLoopCheck(Tree.Kind.DO_WHILE_LOOP),
            new EndlessLoopCheck(Tree.Kind.FOR_LOOP));

    private final AsyncCode code;
    private final TypeElement type;
    private final Consumer<TreeFinding> findings;
    private final List<TreePath> asyncMethods = new ArrayList<>();
    private final List<TreePath> blocks = new ArrayList<>();
    private final List<TreePath> logLines = new ArrayList<>();
    private final List<TreePath> makers = new ArrayList<>();
    private final List<TypeElement> localClasses = new ArrayList<>();

    /**
     * Makes a scanner.
     *
     * @param code what trees mean
     * @param type the top-level class; others in its file are scanned when they are attributed
     * @param findings takes what is wrong
     */
    public MisuseScanner(AsyncCode code, TypeElement type, Consumer<TreeFinding> findings) {
        this.code = code;
        this.type = type;
        this.findings = findings;
    }

    /**
     * The async methods that were scanned.
     *
     * @return those with a body, and all of local and anonymous classes
     */
    public List<TreePath> asyncMethods() {
        return asyncMethods;
    }

    /**
     * The calls that were scanned and make async blocks.
     *
     * @return calls of {@code Pollen.async} and its forms
     */
    public List<TreePath> blocks() {
        return blocks;
    }

    /**
     * The calls that were scanned and write log lines.
     *
     * @return calls of {@code Log} and {@code Logger}
     */
    public List<TreePath> logLines() {
        return logLines;
    }

    /**
     * The calls and references that were scanned, make futures or tasks or take them, and stand in code that is not an async
     * method's.
     *
     * @return calls and method references
     */
    public List<TreePath> makers() {
        return makers;
    }

    /**
     * The classes that were scanned and that nobody finds by their names.
     *
     * @return local and anonymous classes and their members
     */
    public List<TypeElement> localClasses() {
        return localClasses;
    }

    private void check() {
        TreePath path = getCurrentPath();
        for (TreeCheck check : CHECKS) {
            if (check.kind() == path.getLeaf().getKind()) {
                check.check(path, code).forEach(findings);
            }
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        boolean topLevel =
                getCurrentPath().getParentPath().getLeaf() == getCurrentPath().getCompilationUnit();
        if (topLevel && !type.equals(code.element(getCurrentPath()))) {
            return null;
        }
        if (code.element(getCurrentPath()) instanceof TypeElement local && AsyncCode.isLocal(local)) {
            localClasses.add(local);
        }
        return super.visitClass(tree, unused);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        check();
        boolean shown = tree.getBody() != null || code.isOfLocalClass(getCurrentPath());
        if (shown && code.isAsync(getCurrentPath())) {
            asyncMethods.add(getCurrentPath());
        }
        return super.visitMethod(tree, unused);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        check();
        if (code.isBlock(getCurrentPath())) {
            blocks.add(getCurrentPath());
        } else if (code.isLog(getCurrentPath())) {
            logLines.add(getCurrentPath());
        }
        keepMaker(code.callee(getCurrentPath()));
        return super.visitMethodInvocation(tree, unused);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        check();
        keepMaker(code.element(getCurrentPath()));
        return super.visitMemberReference(tree, unused);
    }

    private void keepMaker(@Nullable Element method) {
        if (method instanceof ExecutableElement executable
                && AsyncCode.mayMakeFutures(executable)
                && !code.isAsync(EnclosingCode.of(getCurrentPath()).path())) {
            makers.add(getCurrentPath());
        }
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
        check();
        return super.visitWhileLoop(tree, unused);
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
        check();
        return super.visitDoWhileLoop(tree, unused);
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        check();
        return super.visitForLoop(tree, unused);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        check();
        return super.visitReturn(tree, unused);
    }
}
