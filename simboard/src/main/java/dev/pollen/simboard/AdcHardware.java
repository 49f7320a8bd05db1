// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.AdcException;
import dev.pollen.sync.Notification;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A converter with a DMA channel: one conversion after the other until the array is full. */
final class AdcHardware implements IrqSource {
    private final BoardSpec.Adc data;
    private final SimTime time;
    private final Vector vector;
    private final Waveform[] inputs;
    private final Notification event = Notification.local();
    private int @Nullable [] values;
    private int channel;
    private int at;
    private boolean done;
    private AdcException.@Nullable Kind injected;
    private AdcException.@Nullable Kind wrong;

    private final SimEvent converted = new SimEvent() {
        @Override
        protected void happen() {
            converted();
        }
    };

    AdcHardware(BoardSpec.Adc data, SimTime time, Vector vector) {
        this.data = data;
        this.time = time;
        this.vector = vector;
        inputs = new Waveform[data.channels()];
        Arrays.fill(inputs, Waveform.constant(0));
        vector.add(this);
        event.named(data.name());
    }

    BoardSpec.Adc data() {
        return data;
    }

    int maxValue() {
        return (1 << data.bits()) - 1;
    }

    Notification event() {
        return event;
    }

    void input(int of, Waveform wave) {
        checkChannel(of);
        inputs[of] = wave;
    }

    void inject(AdcException.Kind kind) {
        injected = kind;
    }

    private void checkChannel(int of) {
        if (of < 0 || of >= inputs.length) {
            throw new IllegalArgumentException(
                    data.name() + " has channels from 0 to " + (inputs.length - 1) + ", and not " + of);
        }
    }

    void start(int of, int[] into) {
        time.look();
        checkChannel(of);
        if (values != null) {
            throw new IllegalStateException(data.name() + " converts already: one conversion at a time, by one task");
        }
        values = into;
        channel = of;
        at = 0;
        wrong = null;
        done = into.length == 0;
        if (done) {
            event.notifyOne();
        } else {
            time.after(converted, data.conversionNanos());
        }
    }

    private void converted() {
        int[] into = values;
        into[at++] = Math.max(0, Math.min(maxValue(), inputs[channel].at(time.now())));
        wrong = injected;
        injected = null;
        if (at == into.length || wrong != null) {
            done = true;
            vector.raise();
        } else {
            time.after(converted, data.conversionNanos());
        }
    }

    boolean isDone() {
        return done;
    }

    AdcException.@Nullable Kind wrong() {
        return wrong;
    }

    void stop() {
        time.look();
        time.cancel(converted);
        values = null;
    }

    @Override
    public void interrupted() {
        if (done) {
            event.notifyOne();
        }
    }
}
