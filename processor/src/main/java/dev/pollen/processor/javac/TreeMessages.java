// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import dev.pollen.processor.javac.misuse.TreeFinding;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Prints findings at trees. A {@code Messager} with an element would do until the classes are generated; after that it
 * has lost the positions.
 */
final class TreeMessages {
    private final Trees trees;
    private final SavedTrees saved;
    private @Nullable Messager messager;
    private boolean errors;
    private CompileOptions options = CompileOptions.read(Map.of(), wrong -> {});

    TreeMessages(Trees trees, SavedTrees saved) {
        this.trees = trees;
        this.saved = saved;
    }

    void set(CompileOptions chosen, Messager withoutPosition) {
        options = chosen;
        messager = withoutPosition;
    }

    /** Whether there was an error of ours: after one javac writes no more class files, and says that it has. */
    boolean hasErrors() {
        return errors;
    }

    /** Prints what was found in a tree that is still there. */
    void print(TreeFinding finding, CompilationUnitTree unit) {
        String text = finding.message().text(finding.arguments().toArray());
        print(options.kind(finding.message()), text, new SavedTrees.Place(finding.tree(), unit));
    }

    /** Prints what was found in a class file. */
    void print(Finding finding) {
        print(options.kind(finding.message()), finding.text(), saved.place(finding));
    }

    /** Prints an error that has no place in a source. */
    void printError(String text) {
        print(Diagnostic.Kind.ERROR, text, null);
    }

    /** Prints a failure of ours while weaving, at the first async method of a class. */
    void printInternalError(String owner, Throwable failure) {
        printInternalError(owner.replace('/', '.'), "the compiler's listener", failure, saved.first(owner));
    }

    /** Prints a failure of ours while looking through a file, at its top. */
    void printInternalError(CompilationUnitTree unit, Throwable failure) {
        String file = unit.getSourceFile().getName();
        printInternalError(file, "the checks of attributed trees", failure, new SavedTrees.Place(unit, unit));
    }

    private void printInternalError(String what, String where, Throwable failure, SavedTrees.@Nullable Place place) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        print(Diagnostic.Kind.ERROR, Message.INTERNAL_ERROR.text(what, where, trace), place);
    }

    private void print(Diagnostic.@Nullable Kind kind, String text, SavedTrees.@Nullable Place place) {
        if (kind == null) {
            return;
        }
        errors |= kind == Diagnostic.Kind.ERROR;
        if (place != null) {
            trees.printMessage(kind, text, place.tree(), place.unit());
        } else if (messager != null) {
            // A class without async methods of its own, woven for those that it inherits.
            messager.printMessage(kind, text);
        } else {
            throw new IllegalStateException(text);
        }
    }
}
