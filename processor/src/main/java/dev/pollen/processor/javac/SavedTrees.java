// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.MethodRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trees of async methods and blocks, kept for the time when javac has let go of them: what the weaver finds in a class file is
 * printed at one of these.
 */
final class SavedTrees {
    private final Trees trees;
    private final Map<MethodRef, SavedMethod> methods = new LinkedHashMap<>();
    private final Map<String, List<SavedBlock>> blocks = new LinkedHashMap<>();
    private final Map<String, SavedLines> lines = new HashMap<>();

    SavedTrees(Trees trees) {
        this.trees = trees;
    }

    /**
     * A tree that a message can be printed at.
     *
     * @param tree the tree
     * @param unit the file that it stands in
     */
    record Place(Tree tree, CompilationUnitTree unit, Silence silence) {}

    private record SavedCall(String name, int line, Tree tree, Silence silence) {
        Place in(CompilationUnitTree unit) {
            return new Place(tree, unit, silence);
        }
    }

    private record SavedMethod(Place place, List<SavedCall> calls) {}

    private record SavedLines(CompilationUnitTree unit, List<SavedCall> calls) {}

    private record SavedBlock(int line, Place place, List<SavedCall> calls) {}

    /** Saves an async method. */
    void save(MethodRef reference, TreePath path) {
        CallScanner scanner = new CallScanner(path);
        BlockTree body = ((MethodTree) path.getLeaf()).getBody();
        if (body != null) {
            scanner.scan(new TreePath(path, body), null);
        }
        methods.put(reference, new SavedMethod(scanner.place(path.getLeaf()), scanner.calls));
    }

    /** Saves a block. It has a name in class files alone, so its place in the file has to tell what it is. */
    void saveBlock(String owner, TreePath path) {
        MethodInvocationTree block = (MethodInvocationTree) path.getLeaf();
        CallScanner scanner = new CallScanner(path);
        scanner.scan(path, null);
        blocks.computeIfAbsent(owner, o -> new ArrayList<>())
                .add(new SavedBlock(scanner.lineOf(block), scanner.place(block.getMethodSelect()), scanner.calls));
    }

    /** Saves a call or a reference, which may stand in any code of a class. */
    void saveLine(String owner, TreePath path) {
        SavedLines ofClass =
                lines.computeIfAbsent(owner, o -> new SavedLines(path.getCompilationUnit(), new ArrayList<>()));
        CallScanner scanner = new CallScanner(path);
        ofClass.calls()
                .add(
                        path.getLeaf() instanceof MethodInvocationTree call
                                ? scanner.call(call)
                                : scanner.saved("->", path.getLeaf(), path.getLeaf()));
    }

    /**
     * The tree that fits a finding best: the call of that name that starts last at its line or before, since a call
     * that is spread over lines has its line where its arguments start; else any call of that line; else the method. What
     * is found in no saved method is looked for in the blocks of the class.
     *
     * @param finding what the weaver has found
     * @return where to print it; null if nothing was saved at all
     */
    @Nullable
    Place place(Finding finding) {
        SavedMethod method = methods.get(finding.method());
        if (method != null) {
            SavedCall call = find(finding, method.calls(), true);
            return call == null ? method.place() : call.in(method.place().unit());
        }
        String owner = finding.method().owner();
        List<SavedBlock> ofClass = blocks.getOrDefault(owner, List.of());
        SavedLines ofLines = lines.get(owner);
        List<SavedCall> calls = new ArrayList<>(ofLines == null ? List.of() : ofLines.calls());
        ofClass.forEach(block -> calls.addAll(block.calls()));
        SavedCall call = find(finding, calls, !ofClass.isEmpty());
        if (call != null) {
            return call.in(ofLines == null ? ofClass.get(0).place().unit() : ofLines.unit());
        }
        return ofClass.stream()
                .filter(candidate -> candidate.line() <= finding.line())
                .max(Comparator.comparingInt(SavedBlock::line))
                .or(() -> ofClass.stream().findFirst())
                .map(SavedBlock::place)
                .orElseGet(() -> first(owner));
    }

    private static @Nullable SavedCall find(Finding finding, List<SavedCall> calls, boolean anyOfLine) {
        return calls.stream()
                .filter(call -> call.name().equals(finding.call()) && call.line() <= finding.line())
                .max(Comparator.comparingInt(SavedCall::line))
                .or(() -> calls.stream()
                        .filter(call -> anyOfLine && call.line() == finding.line())
                        .findFirst())
                .orElse(null);
    }

    /**
     * The first async method or block of a class; of any class, if nothing of this one was saved.
     *
     * @param owner its internal name
     * @return where to print what is about the class; null if nothing was saved at all
     */
    @Nullable
    Place first(String owner) {
        return Stream.concat(
                        methods.entrySet().stream()
                                .map(entry -> Map.entry(
                                        entry.getKey().owner(), entry.getValue().place())),
                        blocks.entrySet().stream()
                                .map(entry -> Map.entry(
                                        entry.getKey(), entry.getValue().get(0).place())))
                .min(Comparator.comparing(entry -> !entry.getKey().equals(owner)))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    void clear() {
        methods.clear();
        blocks.clear();
        lines.clear();
    }

    /** Collects what findings are about: calls, {@code new}, {@code +}, assignments, lambdas and statements. */
    private final class CallScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final List<SavedCall> calls = new ArrayList<>();
        private Silence silence;

        /** What is collected below a tree is under what the declarations around that say. */
        CallScanner(TreePath path) {
            unit = path.getCompilationUnit();
            silence = Silence.around(path, trees);
        }

        Place place(Tree tree) {
            return new Place(tree, unit, silence);
        }

        private void under(Tree declaration, Runnable scan) {
            Silence around = silence;
            silence = silence.at(getCurrentPath(), trees);
            scan.run();
            silence = around;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            under(type, () -> super.visitClass(type, unused));
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            under(method, () -> super.visitMethod(method, unused));
            return null;
        }

        /** The name of what is caught carries the annotation, if there is one. */
        @Override
        public @Nullable Void visitCatch(CatchTree handler, @Nullable Void unused) {
            TreePath parameter = new TreePath(getCurrentPath(), handler.getParameter());
            int line = lineOf(handler);
            calls.add(new SavedCall("catch", line, handler.getParameter(), silence.at(parameter, trees)));
            return super.visitCatch(handler, unused);
        }

        /** A call whose method has a name. */
        SavedCall call(MethodInvocationTree call) {
            ExpressionTree method = call.getMethodSelect();
            String name = method instanceof MemberSelectTree select
                    ? select.getIdentifier().toString()
                    : ((IdentifierTree) method).getName().toString();
            return saved(name, call, method);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
            calls.add(call(call));
            return super.visitMethodInvocation(call, unused);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree call, @Nullable Void unused) {
            add("<init>", call, call);
            return super.visitNewClass(call, unused);
        }

        @Override
        public @Nullable Void visitReturn(ReturnTree statement, @Nullable Void unused) {
            add("return", statement, statement);
            return then(statement, super.visitReturn(statement, unused));
        }

        @Override
        public @Nullable Void visitExpressionStatement(ExpressionStatementTree statement, @Nullable Void unused) {
            return then(statement, super.visitExpressionStatement(statement, unused));
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
            under(variable, () -> then(variable, super.visitVariable(variable, unused)));
            return null;
        }

        @Override
        public @Nullable Void visitThrow(ThrowTree statement, @Nullable Void unused) {
            return then(statement, super.visitThrow(statement, unused));
        }

        /** After what it holds, so that the calls of its line come first. */
        private @Nullable Void then(Tree statement, @Nullable Void result) {
            add(";", statement, statement);
            return result;
        }

        @Override
        public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, @Nullable Void unused) {
            add("iterator", loop, loop.getExpression());
            return super.visitEnhancedForLoop(loop, unused);
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree operation, @Nullable Void unused) {
            if (operation.getKind() == Tree.Kind.PLUS) {
                add("+", operation, operation);
            }
            return super.visitBinary(operation, unused);
        }

        @Override
        public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree operation, @Nullable Void unused) {
            if (operation.getKind() == Tree.Kind.PLUS_ASSIGNMENT) {
                add("+", operation, operation);
            }
            return super.visitCompoundAssignment(operation, unused);
        }

        @Override
        public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void unused) {
            add("=", assignment, assignment);
            return super.visitAssignment(assignment, unused);
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void unused) {
            add("->", lambda, lambda);
            return super.visitLambdaExpression(lambda, unused);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void unused) {
            add("->", reference, reference);
            return super.visitMemberReference(reference, unused);
        }

        private void add(String name, Tree whole, Tree at) {
            calls.add(saved(name, whole, at));
        }

        SavedCall saved(String name, Tree whole, Tree at) {
            return new SavedCall(name, lineOf(whole), at, silence);
        }

        /** Under {@code -g:none} javac keeps no lines, and neither do class files. */
        int lineOf(Tree tree) {
            LineMap map = unit.getLineMap();
            long start = trees.getSourcePositions().getStartPosition(unit, tree);
            return map == null ? 0 : (int) map.getLineNumber(start);
        }
    }
}
