// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.testing.Events;
import dev.pollen.testing.Manual;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code select}, {@code selectAll}, {@code race} and {@code join} of two to eight: each child at each place. */
final class AritiesTest {
    private static final String[] ORDINALS = {
        "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth"
    };

    private final Events events = new Events();
    private final List<Manual<Integer>> children = new ArrayList<>();

    private void make(int count) {
        children.clear();
        for (int i = 0; i < count; i++) {
            children.add(new Manual<>(Integer.toString(i), events));
        }
    }

    private Manual<Integer> c(int i) {
        return children.get(i);
    }

    private OneOf select() {
        return switch (children.size()) {
            case 2 -> Futures.select(c(0), c(1));
            case 3 -> Futures.select(c(0), c(1), c(2));
            case 4 -> Futures.select(c(0), c(1), c(2), c(3));
            case 5 -> Futures.select(c(0), c(1), c(2), c(3), c(4));
            case 6 -> Futures.select(c(0), c(1), c(2), c(3), c(4), c(5));
            case 7 -> Futures.select(c(0), c(1), c(2), c(3), c(4), c(5), c(6));
            default -> Futures.select(c(0), c(1), c(2), c(3), c(4), c(5), c(6), c(7));
        };
    }

    private OneOf selectAll() {
        return switch (children.size()) {
            case 2 -> Futures.selectAll(c(0), c(1));
            case 3 -> Futures.selectAll(c(0), c(1), c(2));
            case 4 -> Futures.selectAll(c(0), c(1), c(2), c(3));
            case 5 -> Futures.selectAll(c(0), c(1), c(2), c(3), c(4));
            case 6 -> Futures.selectAll(c(0), c(1), c(2), c(3), c(4), c(5));
            case 7 -> Futures.selectAll(c(0), c(1), c(2), c(3), c(4), c(5), c(6));
            default -> Futures.selectAll(c(0), c(1), c(2), c(3), c(4), c(5), c(6), c(7));
        };
    }

    private Future<Integer> race() {
        return switch (children.size()) {
            case 2 -> Futures.race(c(0), c(1));
            case 3 -> Futures.race(c(0), c(1), c(2));
            case 4 -> Futures.race(c(0), c(1), c(2), c(3));
            case 5 -> Futures.race(c(0), c(1), c(2), c(3), c(4));
            case 6 -> Futures.race(c(0), c(1), c(2), c(3), c(4), c(5));
            case 7 -> Futures.race(c(0), c(1), c(2), c(3), c(4), c(5), c(6));
            default -> Futures.race(c(0), c(1), c(2), c(3), c(4), c(5), c(6), c(7));
        };
    }

    private AllOf join() {
        return switch (children.size()) {
            case 2 -> Futures.join(c(0), c(1));
            case 3 -> Futures.join(c(0), c(1), c(2));
            case 4 -> Futures.join(c(0), c(1), c(2), c(3));
            case 5 -> Futures.join(c(0), c(1), c(2), c(3), c(4));
            case 6 -> Futures.join(c(0), c(1), c(2), c(3), c(4), c(5));
            case 7 -> Futures.join(c(0), c(1), c(2), c(3), c(4), c(5), c(6));
            default -> Futures.join(c(0), c(1), c(2), c(3), c(4), c(5), c(6), c(7));
        };
    }

    /** Through the class that users name, as their code does. */
    private static Object read(Object view, String method) {
        try {
            return view.getClass().getMethod(method).invoke(view);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String getter(int child) {
        return ORDINALS[child].toLowerCase(java.util.Locale.ROOT);
    }

    private void poll(Object future) {
        events.poll("it", (Future<?>) future);
    }

    private void expect(List<String> expected) {
        events.expect(expected.toArray(new String[0]));
    }

    /** What polling the children of a range says. */
    private static List<String> polled(int from, int to) {
        List<String> words = new ArrayList<>();
        for (int i = from; i < to; i++) {
            words.add(i + " polled");
        }
        return words;
    }

    private static List<String> cancelledBut(int count, int kept, List<String> before) {
        List<String> words = new ArrayList<>(before);
        for (int i = 0; i < count; i++) {
            if (i != kept) {
                words.add(i + " cancelled");
            }
        }
        return words;
    }

    // pw_async2: Pend_OneReady
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void eachChildCanWinASelect(int count) {
        for (int winner = 0; winner < count; winner++) {
            make(count);
            OneOf select = select();
            poll(select);
            List<String> pending = polled(0, count);
            pending.add("it pending");
            expect(pending);

            c(winner).complete(winner);
            poll(select);
            List<String> story = new ArrayList<>(List.of("it woken"));
            story.addAll(cancelledBut(count, winner, polled(0, winner + 1)));
            story.add("it ready");
            expect(story);

            assertEquals(winner, select.index());
            for (int i = 0; i < count; i++) {
                assertEquals(i == winner, read(select, "is" + ORDINALS[i]));
                if (i == winner) {
                    assertSame(c(i), read(select, getter(i)));
                } else {
                    int loser = i;
                    assertEquals(
                            getter(i) + "() of a select was read, but " + getter(winner) + "() has won; ask is"
                                    + ORDINALS[i] + "() first",
                            assertThrows(IllegalStateException.class, () -> read(select, getter(loser)))
                                    .getMessage());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void eachChildCanEndASelectWithAnException(int count) {
        for (int failing = 0; failing < count; failing++) {
            make(count);
            OneOf select = select();
            c(failing).fail(new IllegalArgumentException("broken"));
            poll(select);
            List<String> story = cancelledBut(count, failing, polled(0, failing + 1));
            story.add("it threw IllegalArgumentException: broken");
            expect(story);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void aChildOfSelectAllThatThrowsTakesNothingWithIt(int count) {
        for (int failing = 1; failing < count; failing++) {
            make(count);
            List<String> story = polled(0, failing + 1);
            for (int i = 0; i < failing; i++) {
                c(i).complete(i);
            }
            c(failing).fail(new IllegalArgumentException("bus"));
            for (int i = failing + 1; i < count; i++) {
                story.add(i + " cancelled");
            }
            OneOf select = selectAll();
            poll(select);
            story.add("it ready");
            expect(story);
            assertEquals(0, select.index());
            for (int i = 0; i < failing; i++) {
                assertSame(c(i), read(select, getter(i)));
            }
            assertEquals(true, read(select, "is" + ORDINALS[failing]));
            String read = getter(failing);
            assertEquals(
                    "bus",
                    assertThrows(IllegalArgumentException.class, () -> read(select, read))
                            .getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void selectAllReportsEverySetOfChildren(int count) {
        for (int ready = 1; ready < 1 << count; ready++) {
            make(count);
            List<String> story = polled(0, count);
            for (int i = 0; i < count; i++) {
                if ((ready & 1 << i) != 0) {
                    c(i).complete(i);
                } else {
                    story.add(i + " cancelled");
                }
            }
            OneOf select = selectAll();
            poll(select);
            story.add("it ready");
            expect(story);
            assertEquals(Integer.numberOfTrailingZeros(ready), select.index());
            for (int i = 0; i < count; i++) {
                boolean isReady = (ready & 1 << i) != 0;
                assertEquals(isReady, read(select, "is" + ORDINALS[i]));
                if (isReady) {
                    assertSame(c(i), read(select, getter(i)));
                } else {
                    int other = i;
                    assertThrows(IllegalStateException.class, () -> read(select, getter(other)));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void eachChildCanWinARace(int count) {
        for (int winner = 0; winner < count; winner++) {
            make(count);
            c(winner).complete(winner * 11);
            Future<Integer> race = race();
            poll(race);
            List<String> story = cancelledBut(count, winner, polled(0, winner + 1));
            story.add("it ready " + winner * 11);
            expect(story);
            assertEquals(winner * 11, race.get());
            assertEquals(winner * 11, race.take());
            assertThrows(IllegalStateException.class, race::get);
        }
    }

    /** Tokio, macros_join: a_different_future_is_polled_first_every_time. */
    // Tokio: macros_join: join_does_not_allow_tasks_to_starve, a_different_future_is_polled_first_every_time
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void eachPollOfAJoinStartsWithAnotherChild(int count) {
        make(count);
        AllOf join = join();
        for (int turn = 0; turn < 2 * count; turn++) {
            poll(join);
            List<String> story = polled(turn % count, count);
            story.addAll(polled(0, turn % count));
            story.add("it pending");
            expect(story);
        }
    }

    // pw_async2: ReturnsReadyWhenAllFuturesAreReady
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void aJoinEndsWithItsLastChildWhicheverThatIs(int count) {
        for (int last = 0; last < count; last++) {
            make(count);
            AllOf join = join();
            for (int i = 0; i < count; i++) {
                if (i != last) {
                    c(i).complete(i);
                }
            }
            poll(join);
            events.forget();
            int early = last;
            assertThrows(IllegalStateException.class, () -> read(join, getter(early)));
            c(last).complete(last);
            poll(join);
            events.expect("it woken", last + " polled", "it ready");
            for (int i = 0; i < count; i++) {
                assertSame(c(i), read(join, getter(i)));
                assertEquals(i, c(i).get());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void eachChildCanEndAJoinWithAnException(int count) {
        for (int failing = 0; failing < count; failing++) {
            make(count);
            AllOf join = join();
            if (failing > 0) {
                c(0).complete(0);
            }
            c(failing).fail(new IllegalArgumentException("broken"));
            poll(join);
            List<String> story = polled(0, failing + 1);
            for (int i = failing > 0 ? 1 : 0; i < count; i++) {
                if (i != failing) {
                    story.add(i + " cancelled");
                }
            }
            story.add("it threw IllegalArgumentException: broken");
            expect(story);
            assertEquals(failing, join.failed());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void cancelReachesEachChild(int count) {
        for (boolean polled : new boolean[] {false, true}) {
            for (int kind = 0; kind < 4; kind++) {
                make(count);
                Future<?> it =
                        (Future<?>) (kind == 0 ? select() : kind == 1 ? selectAll() : kind == 2 ? race() : join());
                if (polled) {
                    poll(it);
                    events.forget();
                }
                it.cancel();
                it.cancel();
                expect(cancelledBut(count, -1, List.of()));
            }
        }
    }

    /** A child that is placed again after the end may be another object: nothing of the last run is left. */
    @Test
    void aSlotForgetsWhatItHad() {
        make(4);
        var slot = Futures.selectAll(c(0), c(1), c(2), c(3));
        c(1).complete(1);
        c(3).complete(3);
        poll(slot);
        events.forget();
        make(4);
        Futures.select$in(c(0), c(1), c(2), c(3), slot);
        c(2).complete(2);
        c(3).complete(3);
        poll(slot);
        events.expect("0 polled", "1 polled", "2 polled", "0 cancelled", "1 cancelled", "3 cancelled", "it ready");
        assertEquals(2, slot.index());
        assertEquals(false, slot.isFourth());
        assertEquals("select(a, b, c, d)", slot.name());
    }

    @Test
    void messagesNameWhatTheSourceSays() {
        make(4);
        assertEquals("selectAll(a, b, c, d)", selectAll().name());
        assertEquals("join(a, b, c, d)", join().name());
        assertEquals("race(a, b, c, d)", ((SingleUse) race()).name());
        var all = Futures.selectAll(c(0), c(1));
        c(0).complete(0);
        all.poll(Context.of(() -> {}));
        assertEquals(
                "second() of a selectAll was read, but it is not ready; ask isSecond() first",
                assertThrows(IllegalStateException.class, all::second).getMessage());
        assertEquals(
                "failed() of join(a, b, c, d) was read, but no child has thrown",
                assertThrows(IllegalStateException.class, () -> join().failed()).getMessage());
    }
}
