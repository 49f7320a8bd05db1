// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
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
import com.sun.source.util.TreeScanner;
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
    private final Map<String, SavedLines> logLines = new HashMap<>();

    SavedTrees(Trees trees) {
        this.trees = trees;
    }

    /**
     * A tree that a message can be printed at.
     *
     * @param tree the tree
     * @param unit the file that it stands in
     */
    record Place(Tree tree, CompilationUnitTree unit) {}

    private record SavedCall(String name, int line, Tree tree) {}

    private record SavedMethod(MethodTree tree, CompilationUnitTree unit, List<SavedCall> calls) {}

    private record SavedLines(CompilationUnitTree unit, List<SavedCall> calls) {}

    private record SavedBlock(int line, Tree tree, CompilationUnitTree unit, List<SavedCall> calls) {}

    void save(MethodRef reference, MethodTree method, CompilationUnitTree unit) {
        List<SavedCall> calls = new ArrayList<>();
        new CallScanner(unit, calls).scan(method.getBody(), null);
        methods.put(reference, new SavedMethod(method, unit, calls));
    }

    /** Saves a block. It has a name in class files alone, so its place in the file has to tell what it is. */
    void saveBlock(String owner, MethodInvocationTree block, CompilationUnitTree unit) {
        List<SavedCall> calls = new ArrayList<>();
        CallScanner scanner = new CallScanner(unit, calls);
        scanner.scan(block, null);
        long start = trees.getSourcePositions().getStartPosition(unit, block);
        blocks.computeIfAbsent(owner, o -> new ArrayList<>())
                .add(new SavedBlock(scanner.line(start), block.getMethodSelect(), unit, calls));
    }

    /** Saves a log line, which may stand in any code of a class. */
    void saveLogLine(String owner, MethodInvocationTree line, CompilationUnitTree unit) {
        SavedLines ofClass = logLines.computeIfAbsent(owner, o -> new SavedLines(unit, new ArrayList<>()));
        CallScanner scanner = new CallScanner(unit, ofClass.calls());
        ofClass.calls().add(scanner.call(line));
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
            return new Place(place(finding, method.calls(), method.tree()), method.unit());
        }
        SavedLines log = logLines.get(finding.method().owner());
        if (log != null && log.calls().stream().anyMatch(call -> call.name().equals(finding.call()))) {
            return new Place(place(finding, log.calls(), log.calls().get(0).tree()), log.unit());
        }
        List<SavedBlock> ofClass = blocks.getOrDefault(finding.method().owner(), List.of());
        if (ofClass.isEmpty()) {
            return first(finding.method().owner());
        }
        SavedBlock block = ofClass.stream()
                .filter(candidate -> candidate.line() <= finding.line())
                .max(Comparator.comparingInt(SavedBlock::line))
                .orElse(ofClass.get(0));
        List<SavedCall> calls =
                ofClass.stream().flatMap(each -> each.calls().stream()).toList();
        return new Place(place(finding, calls, block.tree()), block.unit());
    }

    private static Tree place(Finding finding, List<SavedCall> calls, Tree otherwise) {
        return calls.stream()
                .filter(call -> call.name().equals(finding.call()) && call.line() <= finding.line())
                .max(Comparator.comparingInt(SavedCall::line))
                .or(() -> calls.stream()
                        .filter(call -> call.line() == finding.line())
                        .findFirst())
                .map(SavedCall::tree)
                .orElse(otherwise);
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
                                        entry.getKey().owner(),
                                        new Place(
                                                entry.getValue().tree(),
                                                entry.getValue().unit()))),
                        blocks.entrySet().stream()
                                .map(entry -> Map.entry(
                                        entry.getKey(),
                                        new Place(
                                                entry.getValue().get(0).tree(),
                                                entry.getValue().get(0).unit()))))
                .min(Comparator.comparing(entry -> !entry.getKey().equals(owner)))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    void clear() {
        methods.clear();
        blocks.clear();
        logLines.clear();
    }

    /** Collects what findings are about: calls, {@code new}, {@code +}, assignments, lambdas and statements. */
    private final class CallScanner extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final List<SavedCall> calls;

        CallScanner(CompilationUnitTree unit, List<SavedCall> calls) {
            this.unit = unit;
            this.calls = calls;
        }

        /** A call whose method has a name. */
        SavedCall call(MethodInvocationTree call) {
            ExpressionTree method = call.getMethodSelect();
            String name = method instanceof MemberSelectTree select
                    ? select.getIdentifier().toString()
                    : ((IdentifierTree) method).getName().toString();
            long start = trees.getSourcePositions().getStartPosition(unit, call);
            return new SavedCall(name, line(start), method);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            calls.add(call(call));
            return super.visitMethodInvocation(call, unused);
        }

        @Override
        public Void visitNewClass(NewClassTree call, Void unused) {
            add("<init>", call, call);
            return super.visitNewClass(call, unused);
        }

        @Override
        public Void visitReturn(ReturnTree statement, Void unused) {
            add("return", statement, statement);
            return then(statement, super.visitReturn(statement, unused));
        }

        @Override
        public Void visitExpressionStatement(ExpressionStatementTree statement, Void unused) {
            return then(statement, super.visitExpressionStatement(statement, unused));
        }

        @Override
        public Void visitVariable(VariableTree variable, Void unused) {
            return then(variable, super.visitVariable(variable, unused));
        }

        @Override
        public Void visitThrow(ThrowTree statement, Void unused) {
            return then(statement, super.visitThrow(statement, unused));
        }

        /** After what it holds, so that the calls of its line come first. */
        private Void then(Tree statement, Void result) {
            add(";", statement, statement);
            return result;
        }

        @Override
        public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void unused) {
            add("iterator", loop, loop.getExpression());
            return super.visitEnhancedForLoop(loop, unused);
        }

        @Override
        public Void visitBinary(BinaryTree operation, Void unused) {
            if (operation.getKind() == Tree.Kind.PLUS) {
                add("+", operation, operation);
            }
            return super.visitBinary(operation, unused);
        }

        @Override
        public Void visitCompoundAssignment(CompoundAssignmentTree operation, Void unused) {
            if (operation.getKind() == Tree.Kind.PLUS_ASSIGNMENT) {
                add("+", operation, operation);
            }
            return super.visitCompoundAssignment(operation, unused);
        }

        @Override
        public Void visitAssignment(AssignmentTree assignment, Void unused) {
            add("=", assignment, assignment);
            return super.visitAssignment(assignment, unused);
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
            add("->", lambda, lambda);
            return super.visitLambdaExpression(lambda, unused);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
            add("->", reference, reference);
            return super.visitMemberReference(reference, unused);
        }

        private void add(String name, Tree whole, Tree at) {
            long start = trees.getSourcePositions().getStartPosition(unit, whole);
            calls.add(new SavedCall(name, line(start), at));
        }

        /** Under {@code -g:none} javac keeps no lines, and neither do class files. */
        private int line(long position) {
            LineMap lines = unit.getLineMap();
            return lines == null ? 0 : (int) lines.getLineNumber(position);
        }
    }
}
