// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.IOException;

/** Exceptions of children in catch blocks, by type and in order. */
final class TryCatch {
    private TryCatch() {}

    @Async
    static Future.OfInt fail(String how) throws IOException {
        await(Leaf.nothing());
        switch (how) {
            case "io" -> throw new IOException("io");
            case "state" -> throw new IllegalStateException("state");
            case "error" -> throw new AssertionError("error");
            default -> {
                return Future.ready(1);
            }
        }
    }

    @Async
    static Future<String> attempt(String how) {
        try {
            return Future.ready("value " + await(fail(how)));
        } catch (IOException | ArithmeticException e) {
            return Future.ready("checked " + e.getMessage() + await(Leaf.of(2)));
        } catch (RuntimeException e) {
            if (e instanceof Leaf.Failure) {
                throw e;
            }
            return Future.ready("runtime " + e.getMessage());
        } catch (AssertionError e) {
            await(Leaf.nothing());
            return Future.ready(e.getMessage());
        }
    }

    @Async
    static Future<String> box() {
        String r = await(attempt("")) + await(attempt("io")) + await(attempt("state")) + await(attempt("error"));
        return Future.ready(r.equals("value 1checked io2runtime stateerror") ? "OK" : r);
    }
}
