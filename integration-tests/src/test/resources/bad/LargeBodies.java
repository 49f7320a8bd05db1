// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** javac copies a finally block for each way into it: few lines make more code than HotSpot compiles, or the JVM allows. */
final class LargeBodies {
    private LargeBodies() {}

    @Async
    static Future<String> text() {
        return Future.ready("t");
    }

    @Async
    static Future<Void> interpreted() { // POLLEN-012
        try { await(text()); } finally {
        try { await(text()); } finally {
        try { await(text()); } finally {
        try { await(text()); } finally {
        try { await(text()); } finally {
        try { await(text()); } finally {
        try { await(text()); } finally {
            await(text());
        } } } } } } }
        return Future.done();
    }

    @Async
    static Future<Void> fine() {
        try { await(text()); } finally {
        try { await(text()); } finally {
        try { await(text()); } finally {
            await(text());
        } } }
        return Future.done();
    }
}

/** The error of one class hides no warning of another. */
final class LargerBody {
    private LargerBody() {}

    @Async
    static Future<Void> impossible() { // POLLEN-011
        try { await(LargeBodies.text()); } finally {
        try { await(LargeBodies.text()); } finally {
        try { await(LargeBodies.text()); } finally {
        try { await(LargeBodies.text()); } finally {
        try { await(LargeBodies.text()); } finally {
        try { await(LargeBodies.text()); } finally {
        try { await(LargeBodies.text()); } finally {
        try { await(LargeBodies.text()); } finally {
        try { await(LargeBodies.text()); } finally {
            await(LargeBodies.text());
        } } } } } } } } }
        return Future.done();
    }
}
