// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.processor.model.AllocationMark;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.weave.Weave;
import dev.pollen.processor.weave.classpath.ClassFileLibrary;
import dev.pollen.processor.weave.classpath.ClassPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which mark counts for a class: javac's elements and class files say the same. */
class AllocationMarksTest {
    private static final String SOURCE = """
            package marked;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            class Plain {
              @Async Future<Void> one() { return Future.done(); }
              class Inner {
                @NoAllocation class Strict { class Deep { } }
                @AllowAllocation void method() {
                  class Local { @Async Future<Void> one() { return Future.done(); } class Member { } }
                  Object anonymous = new Object() { @Async Future<Void> two() { return Future.done(); } };
                }
              }
            }
            @AllowAllocation class Accepted { @NoAllocation static class Again { } }
            """;
    private static final String PAGE = "@NoAllocation package marked; import dev.pollen.annotations.NoAllocation;";

    @TempDir
    Path output;

    private static void check(Library library) {
        AllocationMark ofPackage = new AllocationMark(true, "package marked");
        AllocationMark strict = new AllocationMark(true, "Plain.Inner.Strict");
        AllocationMark method = new AllocationMark(false, "Plain.Inner.method");
        assertEquals(ofPackage, library.allocation("marked/Plain"));
        assertEquals(ofPackage, library.allocation("marked/Plain$Inner"));
        assertEquals(strict, library.allocation("marked/Plain$Inner$Strict"));
        assertEquals(strict, library.allocation("marked/Plain$Inner$Strict$Deep"));
        assertEquals(method, library.allocation("marked/Plain$Inner$1Local"));
        assertEquals(method, library.allocation("marked/Plain$Inner$1Local$Member"));
        assertEquals(method, library.allocation("marked/Plain$Inner$1"));
        assertEquals(new AllocationMark(false, "Accepted"), library.allocation("marked/Accepted"));
        assertEquals(new AllocationMark(true, "Accepted.Again"), library.allocation("marked/Accepted$Again"));
        assertEquals(null, library.allocation("java/lang/Object"));
    }

    @Test
    void theInnermostMarkCounts() throws IOException {
        Path page = Files.createDirectories(output.resolve("sources/marked")).resolve("package-info.java");
        Files.writeString(page, PAGE);
        List<Consumer<Library>> checks = new ArrayList<>(List.of(AllocationMarksTest::check));
        Javac.Result result = new Javac(output)
                .processor((library, options) -> (owner, futures) -> {
                    checks.forEach(check -> check.accept(library));
                    checks.clear();
                    return new Weave(Map.of(), List.of());
                })
                .compileText("marked/Plain.java", SOURCE, List.of(page))
                .silent();
        assertEquals(List.of(), checks, "the elements were looked at");
        try (ClassPath path = ClassPath.of(List.of(result.classes(), location(Future.class), location(Async.class)))) {
            check(new ClassFileLibrary(path));
        }
    }

    private static Path location(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
