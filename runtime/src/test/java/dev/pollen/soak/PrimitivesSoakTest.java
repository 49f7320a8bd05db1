// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.pollen.Future;
import dev.pollen.sync.Channel;
import dev.pollen.sync.Notification;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every primitive under random use by tasks of one executor and of two, with random cancels, aborts, timeouts and closes:
 * nothing is lost, doubled or overtaken, and nobody waits for ever. For longer: {@code -Dpollen.soak.seconds=60}; other
 * histories: {@code -Dpollen.soak.seed=1000}.
 */
final class PrimitivesSoakTest {
    private static final long QUIET_NANOS = 20_000_000_000L;
    private static final int LEAST_ROUNDS = 4;

    /** Until there are enough in which the players make nothing anew; the dice let half of them be so at least. */
    private static final int MOST_ROUNDS = 120;

    /** What paths that are taken for the first time may allocate; the least object for each of 300 turns would be 4800. */
    private static final int ONCE_BYTES = 2048;

    /** For all kinds, shared by them. */
    private static final double SECONDS = Double.parseDouble(System.getProperty("pollen.soak.seconds", "3"));

    private static final long SEED = Long.getLong("pollen.soak.seed", 0);

    @ParameterizedTest
    @EnumSource
    void nothingIsLostDoubledOrOvertaken(Games games) throws Exception {
        long rounds = 0;
        long aborts = 0;
        for (int executors = 1; executors <= 2; executors++) {
            Soak soak = new Soak(executors, QUIET_NANOS);
            long until = System.nanoTime() + (long) (SECONDS * 1e9 / Games.values().length / 2);
            for (int round = 0; round < LEAST_ROUNDS || System.nanoTime() < until; round++) {
                play(soak, games, SEED + round, executors);
                rounds++;
            }
            aborts += soak.aborts();
            soak.close();
        }
        System.out.println("soak: " + games + ", " + rounds + " rounds, " + aborts + " aborts");
    }

    private static long play(Soak soak, Games games, long seed, int executors) throws InterruptedException {
        try {
            return soak.play(games.make(Fault.NONE), new Dice(seed));
        } catch (RuntimeException | Error thrown) {
            throw new AssertionError(games + " on " + executors + " executors with seed " + seed, thrown);
        }
    }

    /** What a game does once, for the first time, may allocate; a path that is taken again must not. */
    @ParameterizedTest
    @EnumSource
    void theExecutorAllocatesNothing(Games games) throws Exception {
        Soak soak = new Soak(1, QUIET_NANOS);
        List<Long> bytes = new ArrayList<>();
        for (int round = 0; bytes.size() < 20 && round < MOST_ROUNDS; round++) {
            Game game = games.make(Fault.NONE);
            long allocated = soak.play(game, new Dice(round));
            if (round >= 10 && !game.allocates()) {
                bytes.add(allocated);
            }
        }
        soak.close();
        assertEquals(20, bytes.size(), "in too few rounds the players themselves allocate nothing");
        long clean = bytes.stream().filter(allocated -> allocated == 0).count();
        assertTrue(clean >= 15 && Collections.max(bytes) <= ONCE_BYTES, () -> "bytes of each round: " + bytes);
    }

    static Stream<Arguments> faults() {
        return Stream.of(Games.values())
                .flatMap(games -> games.faults().stream().map(fault -> Arguments.of(games, fault)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aBrokenPrimitiveIsFound(Games games, Fault fault) throws Exception {
        for (int seed = 0; seed < 30; seed++) {
            // Some are found because somebody waits for ever.
            Soak soak = new Soak(1, QUIET_NANOS / 20);
            Game game = games.make(fault);
            try {
                soak.play(game, new Dice(seed));
            } catch (AssertionError found) {
                assertTrue(game.isPlanted(), () -> "found before it was there: " + found);
                return;
            } finally {
                soak.close();
            }
        }
        fail("no check has found it");
    }

    /** Somebody that is never woken. */
    private static final class Forgotten extends Game {
        private final Notification notification = Notification.of();

        Forgotten() {
            super(Fault.NONE);
        }

        @Override
        Actor[] begin(Dice dice, boolean local) {
            return new Actor[] {
                new Actor(dice) {
                    @Override
                    boolean isDone() {
                        return false;
                    }

                    @Override
                    boolean isPatient() {
                        return true;
                    }

                    @Override
                    Future<?> next() {
                        return notification.notified();
                    }

                    @Override
                    void took() {}
                }
            };
        }

        @Override
        int aborts(Dice dice) {
            return 0;
        }

        @Override
        void end() {}
    }

    @Test
    void aLostWakeIsFound() throws Exception {
        Soak soak = new Soak(1, 100_000_000);
        String told = assertThrows(AssertionError.class, () -> soak.play(new Forgotten(), new Dice(0)))
                .getMessage();
        soak.close();
        assertTrue(told.startsWith("somebody waits for ever") && told.contains("Notification not notified"), told);
    }

    @Test
    void noPrimitiveIsForgotten() throws Exception {
        Set<Class<?>> missing = new TreeSet<>((one, two) -> one.getName().compareTo(two.getName()));
        for (Class<?> each : classes(Channel.class)) {
            if (Modifier.isPublic(each.getModifiers())
                    && !each.isMemberClass()
                    && !Future.class.isAssignableFrom(each)
                    && !Throwable.class.isAssignableFrom(each)) {
                missing.add(each);
            }
        }
        assertTrue(missing.contains(Channel.class), "looked at the wrong place");
        for (Class<?> each : classes(Game.class)) {
            for (Field field : each.getDeclaredFields()) {
                Class<?> type = field.getType();
                missing.remove(type.isArray() ? type.getComponentType() : type);
            }
        }
        assertEquals(Set.of(), missing, "no game has a field of these");
    }

    private static List<Class<?>> classes(Class<?> beside)
            throws IOException, URISyntaxException, ReflectiveOperationException {
        Path home = Path.of(
                        beside.getResource(beside.getSimpleName() + ".class").toURI())
                .getParent();
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.equals("package-info.class")) {
                    found.add(Class.forName(
                            beside.getPackageName() + "." + name.substring(0, name.length() - ".class".length())));
                }
            }
        }
        return found;
    }
}
