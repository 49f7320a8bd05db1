// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IntersectionTypeTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.pollen.processor.model.AllocationMark;
import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.FutureNames;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Names;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What attributed trees mean to Pollen. */
public final class AsyncCode {
    private static final Set<String> LOGS = Set.of("trace", "debug", "info", "warn", "error");
    private static final Set<String> BLOCKS = Set.of("async", "asyncInt", "asyncLong", "asyncDouble", "asyncBoolean");

    private final Trees trees;
    private final Elements elements;
    private final Types types;

    /**
     * Makes the meaning of one compilation.
     *
     * @param trees its trees
     * @param elements its elements
     * @param types its types
     */
    public AsyncCode(Trees trees, Elements elements, Types types) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
    }

    @Nullable
    Element element(TreePath path) {
        return trees.getElement(path);
    }

    /** The name that a call is written with; empty for none. */
    static String name(MethodInvocationTree call) {
        ExpressionTree method = call.getMethodSelect();
        if (method instanceof MemberSelectTree select) {
            return select.getIdentifier().toString();
        }
        return method instanceof IdentifierTree name ? name.getName().toString() : "";
    }

    /** The method that a call names; null for code that javac could not attribute. */
    @Nullable
    ExecutableElement callee(TreePath call) {
        MethodInvocationTree tree = (MethodInvocationTree) call.getLeaf();
        return trees.getElement(new TreePath(call, tree.getMethodSelect())) instanceof ExecutableElement method
                ? method
                : null;
    }

    /** The checked exceptions of a call, with its type arguments in place. */
    List<? extends TypeMirror> checkedExceptions(TreePath call) {
        MethodInvocationTree tree = (MethodInvocationTree) call.getLeaf();
        TypeMirror type = trees.getTypeMirror(new TreePath(call, tree.getMethodSelect()));
        return type instanceof ExecutableType method
                ? method.getThrownTypes().stream().filter(this::isChecked).toList()
                : List.of();
    }

    private boolean isChecked(TypeMirror thrown) {
        return !isSubtype(thrown, "java.lang.RuntimeException") && !isSubtype(thrown, "java.lang.Error");
    }

    private boolean isSubtype(TypeMirror type, String above) {
        TypeElement element = elements.getTypeElement(above);
        return element != null && types.isSubtype(types.erasure(type), types.erasure(element.asType()));
    }

    boolean isAwait(TreePath call) {
        return name((MethodInvocationTree) call.getLeaf()).equals("await") && isOf(callee(call), Names.POLLEN);
    }

    boolean isEmit(TreePath call) {
        return name((MethodInvocationTree) call.getLeaf()).equals("emit") && isOf(callee(call), Names.POLLEN);
    }

    /** Whether a call is a place where its method can be suspended. */
    boolean suspends(TreePath call) {
        return isAwait(call) || isEmit(call);
    }

    /** Whether an expression is the constant {@code true}. */
    boolean isTrue(TreePath expression) {
        TreePath path = withoutCasts(expression);
        return path.getLeaf() instanceof LiteralTree literal
                ? Boolean.TRUE.equals(literal.getValue())
                : trees.getElement(path) instanceof VariableElement variable
                        && Boolean.TRUE.equals(variable.getConstantValue());
    }

    /** Whether code can be suspended: an async method or the body of a block. */
    boolean isAsyncCode(TreePath code) {
        return isBlockBody(code) || isAsync(code);
    }

    /** Whether a call or a reference makes a task on the heap. */
    boolean isTaskOf(TreePath expression) {
        Element method = expression.getLeaf() instanceof MethodInvocationTree
                ? callee(expression)
                : trees.getElement(expression);
        return method instanceof ExecutableElement executable
                && executable.getSimpleName().contentEquals("of")
                && isOf(executable, Names.TASK);
    }

    /** What is said of allocation where an expression stands; null for nothing. */
    @Nullable
    AllocationMark allocation(TreePath expression) {
        TreePath around = expression;
        while (!(around.getLeaf() instanceof MethodTree) && !(around.getLeaf() instanceof ClassTree)) {
            around = around.getParentPath();
        }
        Element element = trees.getElement(around);
        return element == null ? null : Marks.allocation(element);
    }

    /** The type of an expression as javac has attributed it; null where it could not. */
    @Nullable
    TypeMirror type(TreePath expression) {
        return trees.getTypeMirror(expression);
    }

    /** The type of the values that a generator emits, as its declaration says; null for a raw stream. */
    @Nullable
    TypeMirror emittedType(TreePath method) {
        if (!(trees.getElement(method) instanceof ExecutableElement element)
                || !(element.getReturnType() instanceof DeclaredType stream)) {
            return null;
        }
        if (!stream.getTypeArguments().isEmpty()) {
            TypeMirror argument = stream.getTypeArguments().get(0);
            return argument instanceof WildcardType wildcard ? wildcard.getExtendsBound() : argument;
        }
        return switch (stream.asElement().getSimpleName().toString()) {
            case "OfInt" -> types.getPrimitiveType(TypeKind.INT);
            case "OfLong" -> types.getPrimitiveType(TypeKind.LONG);
            case "OfDouble" -> types.getPrimitiveType(TypeKind.DOUBLE);
            default -> null;
        };
    }

    /** Whether a value can become one of another type, as it does where it is assigned. */
    boolean isAssignable(TypeMirror value, TypeMirror to) {
        return types.isAssignable(value, to);
    }

    /** Whether a call runs a future to its end: what leaves from the future leaves from it. */
    boolean isBlockOn(TreePath call) {
        if (!name((MethodInvocationTree) call.getLeaf()).equals("blockOn")) {
            return false;
        }
        ExecutableElement method = callee(call);
        return isOf(method, Names.POLLEN)
                || isOf(method, "dev/pollen/executor/Executor")
                || isOf(method, "dev/pollen/testkit/TestExecutor");
    }

    /** Whether a method of {@code Pollen} with this name makes async blocks. */
    static boolean isBlock(String method) {
        return BLOCKS.contains(method);
    }

    /** Whether a call makes an async block of its lambda. */
    boolean isBlock(TreePath call) {
        return isBlock(name((MethodInvocationTree) call.getLeaf())) && isOf(callee(call), Names.POLLEN);
    }

    /** Whether a call writes a log line, whose format the weaver takes out. */
    boolean isLog(TreePath call) {
        ExecutableElement method = LOGS.contains(name((MethodInvocationTree) call.getLeaf())) ? callee(call) : null;
        return method != null && (isOf(method, Names.LOG) || isOf(method, Names.LOGGER));
    }

    /** Whether a lambda is the body of an async block. */
    boolean isBlockBody(TreePath lambda) {
        if (!(lambda.getLeaf() instanceof LambdaExpressionTree)) {
            return false;
        }
        TreePath around = lambda.getParentPath();
        while (isParenthesisOrCast(around.getLeaf())) {
            around = around.getParentPath();
        }
        return around.getLeaf() instanceof MethodInvocationTree && isBlock(around);
    }

    /** The expression within parentheses and casts; javac forgets both, but for a cast to several types. */
    static TreePath withoutCasts(TreePath expression) {
        TreePath path = expression;
        while (isParenthesisOrCast(path.getLeaf())) {
            path = new TreePath(
                    path,
                    path.getLeaf() instanceof TypeCastTree cast
                            ? cast.getExpression()
                            : ((ParenthesizedTree) path.getLeaf()).getExpression());
        }
        return path;
    }

    private static boolean isParenthesisOrCast(Tree tree) {
        return tree instanceof ParenthesizedTree
                || tree instanceof TypeCastTree cast && !(cast.getType() instanceof IntersectionTypeTree);
    }

    /** Whether a reference names a method that gives a woven or placed future. */
    boolean isMarked(TreePath reference) {
        return trees.getElement(reference) instanceof ExecutableElement method && givesMarkedFuture(method);
    }

    /** Whether a method has a mark, gives a type of the runtime or takes a task. */
    static boolean mayMakeFutures(ExecutableElement method) {
        return !Marks.of(method).isEmpty()
                || isOfRuntime(method.getReturnType())
                || method.getParameters().size() == 1
                        && isOfRuntime(method.getParameters().get(0).asType())
                || Marks.find(method, Names.PLACED) != null;
    }

    private static boolean isOfRuntime(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().toString().startsWith("dev.pollen.");
    }

    static boolean givesMarkedFuture(ExecutableElement method) {
        List<AnnotationMirror> marks = Marks.of(method);
        return marks.isEmpty()
                ? Marks.find(method, Names.PLACED) != null
                : Marks.kind(method, marks.get(0)) == AsyncKind.FUNCTION;
    }

    /** Whether a call gives a future. */
    boolean givesFuture(TreePath call) {
        TypeMirror type = trees.getTypeMirror(call);
        return type instanceof DeclaredType && isSubtype(type, Names.binary(Names.FUTURE));
    }

    /** Whether an expression is {@code null}, or a ready or done written out: there is nothing to wait for. */
    boolean isReady(TreePath expression) {
        if (expression.getLeaf().getKind() == Tree.Kind.NULL_LITERAL) {
            return true;
        }
        if (!(expression.getLeaf() instanceof MethodInvocationTree call)
                || !Set.of("ready", "of", "done").contains(name(call))) {
            return false;
        }
        ExecutableElement method = callee(expression);
        return isOf(method, Names.FUTURE) || isOf(method, Names.TASK);
    }

    /** Whether an expression is {@code AsyncStream.end()} written out. */
    boolean isEnd(TreePath expression) {
        if (!(expression.getLeaf() instanceof MethodInvocationTree call)
                || !name(call).equals("end")) {
            return false;
        }
        return isOfStream(callee(expression));
    }

    /** Whether a call is {@code next()} of a stream. */
    boolean isNext(TreePath call) {
        return name((MethodInvocationTree) call.getLeaf()).equals("next") && isOfStream(callee(call));
    }

    /** Whether an expression has the type that the blocks of {@code async} and its forms have. */
    boolean isBlockType(TreePath expression) {
        TypeMirror type = type(expression);
        return type != null
                && types.asElement(type) instanceof TypeElement block
                && (isNamed(block, Names.ASYNC_BLOCK) || isNamed(block.getEnclosingElement(), Names.ASYNC_BLOCK));
    }

    private static boolean isOfStream(@Nullable ExecutableElement method) {
        return method != null
                && (isOf(method, Names.ASYNC_STREAM)
                        || isNamed(method.getEnclosingElement().getEnclosingElement(), Names.ASYNC_STREAM));
    }

    private static boolean isOf(@Nullable ExecutableElement method, String owner) {
        return method != null && isNamed(method.getEnclosingElement(), owner);
    }

    static boolean isNamed(Element element, String internalName) {
        return element instanceof TypeElement type && type.getQualifiedName().contentEquals(Names.binary(internalName));
    }

    /** The kind of an async method; null for any other. */
    @Nullable
    AsyncKind kind(TreePath method) {
        if (!(trees.getElement(method) instanceof ExecutableElement element)) {
            return null;
        }
        List<AnnotationMirror> marks = Marks.of(element);
        return marks.isEmpty() ? null : Marks.kind(element, marks.get(0));
    }

    /** Whether code ends with what it returns as an async function does: such a function, or a block. */
    boolean isFunction(TreePath code) {
        return code.getLeaf() instanceof LambdaExpressionTree ? isBlockBody(code) : kind(code) == AsyncKind.FUNCTION;
    }

    boolean isAsync(TreePath method) {
        return kind(method) != null;
    }

    boolean isOfLocalClass(TreePath method) {
        return trees.getElement(method) instanceof ExecutableElement element && isLocal(element);
    }

    /**
     * Whether a method belongs to a local or anonymous class, which no processor sees.
     *
     * @param method a method
     * @return true if its Future class has no source
     */
    public static boolean isLocal(ExecutableElement method) {
        return method.getEnclosingElement() instanceof TypeElement owner && isLocal(owner);
    }

    /**
     * Whether a class is local or anonymous, or a member of such a class.
     *
     * @param type a class
     * @return true if it has no name by which it could be found
     */
    static boolean isLocal(TypeElement type) {
        return FutureNames.simpleNames(type) == null;
    }

    /** The marked method that an unmarked one overrides; null if there is none. */
    @Nullable
    ExecutableElement overriddenAsync(TreePath method) {
        if (!(trees.getElement(method) instanceof ExecutableElement element)
                || !(element.getEnclosingElement() instanceof TypeElement owner)) {
            return null;
        }
        return OverriddenMethods.of(element, owner, elements, types).stream()
                .filter(overridden -> !Marks.of(overridden).isEmpty())
                .findFirst()
                .orElse(null);
    }
}
