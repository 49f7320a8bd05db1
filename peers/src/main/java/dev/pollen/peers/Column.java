// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import java.util.Optional;
import java.util.stream.Stream;

/** Who runs a workload. Its benchmarks have the name of its method, with what is special of them behind it. */
enum Column {
    POLLEN("pollen", "Pollen"),
    KOTLIN_LOOP("kotlinLoop", "Kotlin loop"),
    KOTLIN_EXECUTOR("kotlinExecutor", "Kotlin executor"),
    KOTLIN_BARE("kotlinBare", "Kotlin bare"),
    VIRTUAL_THREADS("virtualThreads", "virtual threads"),
    CALLBACKS("callbacks", "JDK callbacks"),
    THREADS("threads", "JDK threads");

    private final String method;
    private final String title;

    Column(String method, String title) {
        this.method = method;
        this.title = title;
    }

    /** That of a benchmark; empty for what is no peer, as the limits. */
    static Optional<Column> of(String method) {
        return Stream.of(values())
                .filter(column -> method.startsWith(column.method))
                .findFirst();
    }

    /** What is special of a benchmark: {@code SynchronousQueue} for {@code threadsSynchronousQueue}, empty for most. */
    String special(String benchmark) {
        return benchmark.substring(method.length());
    }

    String title() {
        return title;
    }
}
