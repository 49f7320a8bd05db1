// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each demonstration prints, line by line; {@code -Dpollen.goldens=write} stores it. */
class TranscriptTest {
    @ParameterizedTest
    @EnumSource
    void printsTheStoredTranscript(Models models) throws IOException {
        Path stored = Path.of("transcripts/" + models.sample() + ".txt");
        String printed = run(models);
        if ("write".equals(System.getProperty("pollen.goldens"))) {
            Files.writeString(stored, printed);
        }
        assertEquals(Files.readString(stored), printed);
    }

    /** The hardware cannot tell one model from another: all of them do the same at the same times. */
    @Test
    void allModelsTellTheSameStory() {
        String story = run(Models.ASYNC);
        for (Models models : Models.values()) {
            assertEquals(story, run(models), models.title());
        }
    }

    /** Until a time at which nothing is under way that could be seen to end. */
    @ParameterizedTest
    @EnumSource
    void endsWhenItIsTold(Models models) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(Models.runIfNamed(models.sample(), out, 1));
        String story = run(models);
        assertEquals(story.substring(0, story.indexOf("[  1000 ms]")), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void runsNothingOfAnotherName() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertFalse(Models.runIfNamed("models-other", out, 1));
        assertEquals(0, out.size());
    }

    private static String run(Models models) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        models.run(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
