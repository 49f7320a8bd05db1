// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.writer;

import com.palantir.javapoet.ClassName;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;

/** The types of the runtime that written classes name. */
final class RuntimeTypes {
    static final ClassName POLL = named(Names.POLL);
    static final ClassName CONTEXT = named(Names.CONTEXT);
    static final ClassName NOT_WOVEN_ERROR = ClassName.get("dev.pollen", "NotWovenError");
    static final ClassName TASK_POOL = named(Names.TASK_POOL);
    static final ClassName EXECUTOR = ClassName.get("dev.pollen.executor", "Executor");
    static final ClassName SPAWNER = ClassName.get("dev.pollen.executor", "Spawner");
    static final ClassName GENERATED = named(Names.GENERATED);
    static final ClassName ASYNC_SOURCE = named(Names.ASYNC_SOURCE);

    private RuntimeTypes() {}

    /** The base of a Future class. */
    static ClassName base(String internalName, ResultKind result) {
        ClassName base = named(internalName);
        return result == ResultKind.OBJECT ? base : base.nestedClass(result.suffix());
    }

    private static ClassName named(String internalName) {
        int slash = internalName.lastIndexOf('/');
        return ClassName.get(Names.binary(internalName.substring(0, slash)), internalName.substring(slash + 1));
    }
}
