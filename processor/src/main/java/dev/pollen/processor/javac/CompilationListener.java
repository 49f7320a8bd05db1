// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import javax.lang.model.element.TypeElement;

/** Passes the compiler's events on to a compilation. */
final class CompilationListener implements TaskListener {
    private final Compilation compilation;

    CompilationListener(Compilation compilation) {
        this.compilation = compilation;
    }

    @Override
    public void started(TaskEvent event) {
        switch (event.getKind()) {
            case ANNOTATION_PROCESSING -> compilation.processingExpected();
            case ANNOTATION_PROCESSING_ROUND -> compilation.processingBegun();
            default -> {}
        }
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        switch (event.getKind()) {
            case ANALYZE -> {
                if (type != null && event.getCompilationUnit() != null) {
                    compilation.analyzed(type, event.getCompilationUnit());
                }
            }
            case GENERATE -> {
                if (type != null) {
                    compilation.generated(type, event.getSourceFile());
                }
            }
            case COMPILATION -> compilation.ended();
            default -> {}
        }
    }
}
