// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.log.Log;
import dev.pollen.simboard.DevKit;
import dev.pollen.simboard.SimEvent;
import dev.pollen.simboard.device.MonochromeDisplay;

/** Somebody who looks at the display once a second, if it is on, and writes down its first two lines. */
final class DisplayView {
    private static final long FIRST_NANOS = 900_000_000;
    private static final long PERIOD_NANOS = 1_000_000_000;
    private static final int UNITS = 16;
    private static final int PIXELS = 4;

    private final DevKit kit;

    DisplayView(DevKit kit) {
        this.kit = kit;
    }

    void lookEverySecond() {
        SimEvent looks = new SimEvent() {
            @Override
            protected void happen() {
                if (kit.displayDevice().isOn()) {
                    Log.info("display |{}|", line(0));
                    Log.info("display |{}|", line(1));
                }
                kit.board().time().after(this, PERIOD_NANOS);
            }
        };
        kit.board().time().after(looks, FIRST_NANOS);
    }

    private String line(int number) {
        MonochromeDisplay display = kit.displayDevice();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < UNITS; i++) {
            text.append(display.pixel(i * PIXELS, 8 * number + 3) ? '#' : ' ');
        }
        return text.toString();
    }
}
