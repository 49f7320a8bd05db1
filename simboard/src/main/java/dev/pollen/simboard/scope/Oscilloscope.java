// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.scope;

import dev.pollen.simboard.SimBoard;
import dev.pollen.simboard.SimPin;
import dev.pollen.simboard.SimTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Records the levels of pins, from the moment at which each is probed.
 *
 * <p>On a virtual clock code takes no time, so a pin may change several times at one instant. Such changes are recorded one
 * nanosecond after the other, in their order: a poll that took no time is a line of 1 ns, and two of them stand side by
 * side.
 *
 * <p>Threading: on the executor's thread; it can be read when that is done. Allocation: its memory, when it is made; when
 * that is full it records no more, and the file says so.
 */
public final class Oscilloscope {
    private final String machine;
    private final SimTime time;
    private final List<Signal> signals = new ArrayList<>();

    /** The changes: when, and which signal to which level. */
    private final long[] times;

    private final int[] changes;
    private int count;
    private boolean full;
    private long last;

    /** A name and where it is probed. */
    private static final class Signal {
        private final String name;
        private final boolean initial;

        Signal(String name, boolean initial) {
            this.name = name;
            this.initial = initial;
        }
    }

    /**
     * An oscilloscope without probes.
     *
     * @param board whose time it shows
     * @param depth how many changes it can record
     */
    public Oscilloscope(SimBoard board, int depth) {
        machine = board.spec().name();
        time = board.time();
        times = new long[depth];
        changes = new int[depth];
    }

    /**
     * Records a pin from now on.
     *
     * @param name what stands beside its line; what is neither a letter nor a digit is shown as an underscore
     * @param pin the pin
     * @throws IllegalArgumentException if another pin has that name
     */
    public void probe(String name, SimPin pin) {
        String shown = name.replaceAll("[^A-Za-z0-9]", "_");
        for (Signal signal : signals) {
            if (signal.name.equals(shown)) {
                throw new IllegalArgumentException("two probes are called " + shown);
            }
        }
        int number = signals.size();
        signals.add(new Signal(shown, pin.isHigh()));
        pin.listen((of, high) -> record(number, high));
    }

    private void record(int signal, boolean high) {
        if (count == times.length) {
            full = true;
            return;
        }
        long at = Math.max(time.now(), last + 1);
        last = at;
        times[count] = at;
        changes[count] = signal << 1 | (high ? 1 : 0);
        count++;
    }

    /**
     * How many changes it has recorded.
     *
     * @return the number of changes, at most its depth
     */
    public int changes() {
        return count;
    }

    /**
     * For how long a signal was high.
     *
     * @param name its name, as shown
     * @return nanoseconds of all that was recorded; up to the last change of any signal if it is high at the end
     * @throws IllegalArgumentException if there is no such probe
     */
    public long highNanos(String name) {
        int number = -1;
        for (int i = 0; i < signals.size(); i++) {
            number = signals.get(i).name.equals(name) ? i : number;
        }
        if (number < 0) {
            throw new IllegalArgumentException("there is no probe " + name);
        }
        long sum = 0;
        boolean high = signals.get(number).initial;
        long since = 0;
        for (int i = 0; i < count; i++) {
            if (changes[i] >> 1 == number) {
                sum += high ? times[i] - since : 0;
                high = (changes[i] & 1) != 0;
                since = times[i];
            }
        }
        return sum + (high ? last - since : 0);
    }

    /**
     * What was recorded, as a value change dump (IEEE 1364), which viewers of waveforms open.
     *
     * @return the text of the file
     */
    public String toVcd() {
        VcdText text = new VcdText(machine);
        for (Signal signal : signals) {
            text.declare(signal.name);
        }
        text.begin(full);
        for (int i = 0; i < signals.size(); i++) {
            text.initial(i, signals.get(i).initial);
        }
        text.initialEnds();
        for (int i = 0; i < count; i++) {
            text.change(times[i], changes[i] >> 1, (changes[i] & 1) != 0);
        }
        return text.toString();
    }

    /**
     * Writes {@link #toVcd} to a file.
     *
     * @param file the file, which is replaced if there is one
     * @throws IOException if it cannot be written
     */
    public void writeTo(Path file) throws IOException {
        Files.writeString(file, toVcd(), StandardCharsets.US_ASCII);
    }
}
